package org.hgbench.harness.link;

import org.hgbench.harness.link.hgcm.HgcmLink;
import org.hgbench.harness.link.hgsmi.HgsmiLink;
import org.hgbench.machine.placement.Placement;
import org.hgbench.machine.settings.Settings;

/// Everything that decides what one operation does: the entry point for whoever runs operations.
///
/// @param workload what an operation does
/// @param transport `none`, `hgsmi`, `hgcm` or that of a plug-in
/// @param variant which realisation, see [Variant]
/// @param payloadBytes bytes per operation and direction
/// @param waitStrategy how the guest learns that an answer is there: `irq` or `poll`
/// @param placement where guest and host run, see [Placement]
/// @param guestThreads how many threads of the guest do it at once, each on a vCPU of its own
/// @param boundary settings of the boundary, such as `Boundary/Preset = virtualbox-2018`
public record CellSpec(
    Workload workload,
    String transport,
    Variant variant,
    int payloadBytes,
    String waitStrategy,
    String placement,
    int guestThreads,
    Settings boundary) {
  /// The largest buffer that a driver embeds in a request.
  private static final int LARGEST_EMBEDDED = 64 << 10;

  /// One guest thread, wherever the scheduler likes, with the default variant.
  public static CellSpec of(
      Workload workload,
      String transport,
      int payloadBytes,
      String waitStrategy,
      Settings boundary) {
    return new CellSpec(
        workload,
        transport,
        new Variant(Variant.DEFAULT),
        workload.payloadBytes(payloadBytes),
        waitStrategy,
        "unpinned",
        1,
        boundary);
  }

  /// Opens it. The calling thread becomes guest thread 0.
  ///
  /// @throws IllegalArgumentException if it cannot work
  public Link open() {
    requirePossible();
    if (workload.kind() == Workload.Kind.PLUGGED) {
      return workload.provider().open(this);
    }
    return switch (transport) {
      case "none" -> new NoneLink();
      case "hgsmi" -> HgsmiLink.open(this);
      case "hgcm" -> HgcmLink.open(this);
      default -> Transports.plugin(transport).open(this);
    };
  }

  /// Rejects what cannot work, here or anywhere.
  ///
  /// @throws IllegalArgumentException with a sentence that says why
  public void requirePossible() {
    String refusal = refusal();
    if (refusal != null) {
      throw new IllegalArgumentException(refusal);
    }
    Placement.of(placement);
  }

  /// Whether the guest spins for the host's answers.
  public boolean isPolling() {
    return waitStrategy.equals("poll");
  }

  /// The machine's settings: the boundary, the placement and the vCPUs.
  public Settings machine() {
    return boundary.with("Placement", placement).with("Vcpus", guestThreads);
  }

  private String refusal() {
    TransportProvider plugin = Transports.plugin(transport);
    if (plugin == null && !Transports.OWN.contains(transport)) {
      return "no transport '%s'; there are %s"
          .formatted(transport, String.join(", ", Transports.names()));
    }
    if (!waitStrategy.equals("irq") && !isPolling()) {
      return "no wait strategy '%s'; there are irq, poll".formatted(waitStrategy);
    }
    if (!Placement.NAMES.contains(placement)) {
      return "no placement '%s'; there are %s"
          .formatted(placement, String.join(", ", Placement.NAMES));
    }
    boolean plugged = workload.kind() == Workload.Kind.PLUGGED;
    String refusal = plugged ? workload.provider().refusal(this) : workload.refusal(payloadBytes);
    if (refusal == null && plugin != null && !plugged) {
      refusal = plugin.refusal(this);
    } else if (refusal == null && !plugged && !transport.equals("none")) {
      refusal = variant.refusal(workload, transport);
    }
    if (refusal == null) {
      refusal = variantRefusal();
    }
    return refusal == null ? threadRefusal() : refusal;
  }

  private String variantRefusal() {
    if (variant.name().equals("embedded") && payloadBytes > LARGEST_EMBEDDED) {
      return "variant embedded has room for %d bytes, not for %d"
          .formatted(LARGEST_EMBEDDED, payloadBytes);
    }
    if (variant.name().equals("port") && !isPolling()) {
      return "variant port polls, so its wait strategy is poll, not irq";
    }
    return null;
  }

  private String threadRefusal() {
    if (guestThreads < 1) {
      return "guest threads: %d is not 1 or more".formatted(guestThreads);
    }
    boolean spins = isPolling() || variant.isRefreshed();
    if (spins && placement.equals("same-core")) {
      return "%s on placement same-core cannot work: the thread that spins keeps the other from"
              .formatted(isPolling() ? "wait strategy poll" : "variant refresh")
          + " running; use cross-core";
    }
    if (guestThreads == 1) {
      return null;
    }
    if (!workload.hasManyGuestThreads()) {
      return "workload %s has 1 guest thread, not %d".formatted(workload.label(), guestThreads);
    }
    if (!boundary.text("Boundary/Name", "simulated").equals("simulated")) {
      return "boundary %s has 1 guest thread, not %d"
          .formatted(boundary.text("Boundary/Name", ""), guestThreads);
    }
    if (!placement.equals("unpinned")) {
      return "%d guest threads have no processor of their own on placement %s; use unpinned"
          .formatted(guestThreads, placement);
    }
    if (transport.equals("hgcm") && !isPolling()) {
      return "%d guest threads on hgcm need the wait strategy poll: one vCPU takes the interrupt"
          .formatted(guestThreads);
    }
    int processors = Runtime.getRuntime().availableProcessors();
    if (isPolling() && guestThreads > processors) {
      return "%d guest threads that poll need as many processors; there are %d"
          .formatted(guestThreads, processors);
    }
    return null;
  }
}
