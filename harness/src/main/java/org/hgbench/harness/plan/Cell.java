package org.hgbench.harness.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/// One thing to measure: a workload on a transport under one set of conditions.
///
/// @param workload `notify`, `call`, `write` or `read`
/// @param transport `none`, `hgsmi` or `hgcm`
/// @param variant which realisation, or `default`
/// @param boundary what is between guest and host
/// @param payloadBytes bytes per operation and direction
/// @param waitStrategy `irq` or `poll`
/// @param placement `unpinned`
/// @param gating whether comparisons judge it
public record Cell(
    String workload,
    String transport,
    String variant,
    BoundaryChoice boundary,
    int payloadBytes,
    String waitStrategy,
    String placement,
    boolean gating)
    implements Subject {
  /// A name that is unique in a run, stable between runs and fit for a file name.
  public String id() {
    String realisation = variant.equals("default") ? transport : transport + "-" + variant;
    return "%s-%s-%dB-%s-%s-%s"
        .formatted(workload, realisation, payloadBytes, boundary.label(), waitStrategy, placement);
  }

  /// What this cell has in common with the same cell of another transport.
  public String pair() {
    return "%s-%dB-%s-%s-%s"
        .formatted(workload, payloadBytes, boundary.label(), waitStrategy, placement);
  }

  @Override
  public String benchmark() {
    return "org.hgbench.harness.benchmark.%s%sBenchmark.%s"
        .formatted(
            workload.substring(0, 1).toUpperCase(java.util.Locale.ROOT),
            workload.substring(1),
            workload);
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("transport", transport);
    parameters.put("variant", variant);
    parameters.put("payloadBytes", Integer.toString(payloadBytes));
    parameters.put("waitStrategy", waitStrategy);
    parameters.put("boundary", boundary.settings());
    return parameters;
  }

  @Override
  public String label() {
    return "%-6s %-5s %9s  %s".formatted(workload, transport, size(), boundary.label());
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
