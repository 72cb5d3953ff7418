package org.hgbench.harness.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Workload;
import org.hgbench.machine.settings.Settings;

/// One thing to measure: a workload on a transport under one set of conditions.
///
/// @param workload name of a [Workload]
/// @param transport `none`, `hgsmi` or `hgcm`
/// @param variant which realisation, see [Variant]
/// @param boundary what is between guest and host
/// @param payloadBytes bytes per operation and direction
/// @param waitStrategy `irq` or `poll`
/// @param placement `unpinned`, `same-core` or `cross-core`
/// @param guestThreads how many threads of the guest do it at once
/// @param gating whether comparisons judge it
public record Cell(
    String workload,
    String transport,
    String variant,
    BoundaryChoice boundary,
    int payloadBytes,
    String waitStrategy,
    String placement,
    int guestThreads,
    boolean gating)
    implements Subject {
  /// A name that is unique in a run, stable between runs and fit for a file name.
  public String id() {
    String realisation = variant.equals(Variant.DEFAULT) ? transport : transport + "-" + variant;
    return "%s-%s-%s".formatted(workload, realisation, conditions());
  }

  /// What this cell has in common with the same cell of another transport.
  public String pair() {
    return "%s-%s".formatted(workload, conditions());
  }

  private String conditions() {
    return "%dB-%s-%s-%s%s"
        .formatted(
            payloadBytes,
            boundary.label(),
            waitStrategy,
            placement,
            guestThreads == 1 ? "" : "-%dthreads".formatted(guestThreads));
  }

  /// What a fork opens.
  public CellSpec spec() {
    return new CellSpec(
        Workload.of(workload),
        transport,
        new Variant(variant),
        payloadBytes,
        waitStrategy,
        placement,
        guestThreads,
        Settings.parse(java.util.List.of(boundary.settings().split(";"))));
  }

  @Override
  public String benchmark() {
    return "org.hgbench.harness.benchmark.WorkloadBenchmark.operation";
  }

  @Override
  public int threads() {
    return guestThreads;
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("workload", workload);
    parameters.put("transport", transport);
    parameters.put("variant", variant);
    parameters.put("payloadBytes", Integer.toString(payloadBytes));
    parameters.put("waitStrategy", waitStrategy);
    parameters.put("placement", placement);
    parameters.put("boundary", boundary.settings());
    return parameters;
  }

  @Override
  public String label() {
    return "%-6s %-5s %9s  %s%s"
        .formatted(workload, transport, size(), boundary.label(), unusual());
  }

  /// What distinguishes this cell from its plain neighbours.
  private String unusual() {
    StringBuilder text = new StringBuilder();
    if (!variant.equals(Variant.DEFAULT)) {
      text.append(' ').append(variant);
    }
    if (!waitStrategy.equals("irq")) {
      text.append(' ').append(waitStrategy);
    }
    if (!placement.equals("unpinned")) {
      text.append(' ').append(placement);
    }
    if (guestThreads != 1) {
      text.append(' ').append(guestThreads).append(" threads");
    }
    return text.toString();
  }

  private String size() {
    if (payloadBytes >= 1 << 20 && payloadBytes % (1 << 20) == 0) {
      return (payloadBytes >> 20) + " MiB";
    }
    return payloadBytes >= 1 << 10 && payloadBytes % (1 << 10) == 0
        ? (payloadBytes >> 10) + " KiB"
        : payloadBytes + " B";
  }
}
