package org.hgbench.harness.targets;

import java.util.List;

/// All targets.
public final class Targets {
  /// In the order in which they are measured.
  public static final List<Target> ALL =
      List.of(
          new Target(
              "hgsmi-ring",
              "64-byte records through the VBVA ring, drained by doorbell on the same thread,"
                  + " beside Agrona's OneToOneRingBuffer",
              Bound.rateAtLeast(1),
              () ->
                  List.of(
                      new VbvaDoorbell(),
                      new AgronaOneThread(AgronaOneThread.FULL),
                      new AgronaOneThread(63))),
          new Target(
              "hgsmi-refresh",
              "64-byte records through the VBVA ring, drained by a refresh thread, beside a plain"
                  + " ring with the same packed header",
              Bound.rateAtLeast(0.9),
              () -> List.of(new VbvaRefresh(), new PackedRing(), new AgronaTwoThreads())),
          new Target(
              "hgsmi-write",
              "write of 1 MiB in place, beside the same two passes over plain memory",
              Bound.rateAtLeast(0.9),
              () -> List.of(new HgsmiWrite(), new PlainPasses(HgsmiWrite.BYTES))),
          new Target(
              "kvm-trap",
              "a bare trap of boundary kvm against a loop of KVM_RUN with nothing around it",
              Bound.timeAtMost(1.15),
              () -> TrapTargets.bareTrap("kvm"),
              "kvm"),
          new Target(
              "process-trap",
              "a bare trap of boundary process against a loop of notifications that are answered"
                  + " at once",
              Bound.timeAtMost(1.15),
              () -> TrapTargets.bareTrap("process"),
              "process"),
          new Target(
              "kvm-notify",
              "HGSMI notify on boundary kvm against a bare trap and its software's own cost",
              Bound.timeAtMost(1.15),
              () -> TrapTargets.notifyOverTrap("kvm"),
              "kvm"));

  private Targets() {}

  /// The target of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Target named(String name) {
    return ALL.stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no target '%s'; there are %s"
                    .formatted(name, String.join(", ", ALL.stream().map(Target::name).toList()))));
  }
}
