package org.hgbench.harness.targets;

import java.util.List;
import java.util.Map;
import org.hgbench.hgcm.guest.Carrier;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.machine.BoundaryProbe;

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
              "kvm"),
          new Target(
              "hgcm-call-blocked",
              "a call of two scalars each way, guest halted and service thread asleep, against a"
                  + " hand-over there and back between two threads that sleep",
              Bound.timeAtMost(1.5),
              () ->
                  List.of(
                      new HgcmScalars("HGCM call, both sides sleep", WaitMode.IRQ, Map.of()),
                      new HandOver(true))),
          new Target(
              "hgcm-call-spinning",
              "the same call, guest and service thread spinning, against a hand-over there and back"
                  + " between two threads that spin",
              Bound.timeAtMost(4),
              () ->
                  List.of(
                      new HgcmScalars(
                          "HGCM call, both sides spin",
                          WaitMode.POLL,
                          Map.of("vmm:ServiceWait", "spin")),
                      new HandOver(false))),
          noBounceAgainstPages("write", true),
          noBounceAgainstPages("read", false),
          noBounceAgainstPasses("write", true),
          noBounceAgainstPasses("read", false),
          new Target(
              "hgcm-completion",
              "a call that the service's thread finishes against one that the EMT finishes, as"
                  + " before VirtualBox 6.0, behind KVM if it works here, else modelled",
              Bound.NONE,
              () -> List.of(completion("service"), completion("emt"))),
          new Target(
              "hgcm-folder-read",
              "a 4 KiB read from a shared folder with the trap costs of virtualbox-2018 (published"
                  + " for that machine: about 25 us a call) against the same with traps for"
                  + " nothing",
              Bound.NONE,
              () ->
                  List.of(
                      new HgcmFolderRead("HGCM read, virtualbox-2018", "virtualbox-2018"),
                      new HgcmFolderRead("HGCM read, traps for nothing", "none"),
                      new PlainRead())));

  private static final int TRANSFER_BYTES = 1 << 20;

  private Targets() {}

  private static Target noBounceAgainstPages(String workload, boolean writes) {
    return new Target(
        "hgcm-" + workload + "-no-bounce",
        "a "
            + workload
            + " of 1 MiB without bounce buffer against one by page list, both sides spin",
        Bound.timeAtMost(0.5),
        () ->
            List.of(
                new HgcmTransfer(Carrier.NO_BOUNCE, writes, TRANSFER_BYTES),
                new HgcmTransfer(Carrier.PAGE_LIST, writes, TRANSFER_BYTES)));
  }

  private static Target noBounceAgainstPasses(String workload, boolean writes) {
    return new Target(
        "hgcm-" + workload + "-passes",
        "a "
            + workload
            + " of 1 MiB without bounce buffer against one pass over the memory per side",
        Bound.timeAtMost(1.2),
        () ->
            List.of(
                new HgcmTransfer(Carrier.NO_BOUNCE, writes, TRANSFER_BYTES),
                new OnePassPerSide(writes, TRANSFER_BYTES)));
  }

  private static Contender completion(String thread) {
    boolean kvm = BoundaryProbe.probe("kvm") instanceof BoundaryProbe.Usable;
    return new HgcmScalars(
        "HGCM call, finished by the " + (thread.equals("emt") ? "EMT" : "service's thread"),
        WaitMode.IRQ,
        Map.of("vmm:Completion", thread, "Boundary/Name", kvm ? "kvm" : "simulated"));
  }

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
