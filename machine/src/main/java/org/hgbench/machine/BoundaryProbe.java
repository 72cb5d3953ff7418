package org.hgbench.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.hgbench.machine.os.Platform;
import org.hgbench.machine.settings.Settings;
import org.hgbench.machine.yardstick.Yardstick;

/// Whether a boundary works here, found out by using it once: a machine is built behind it, and
/// does one trap and one interrupt.
public sealed interface BoundaryProbe {
  /// The names of all boundaries, the best first.
  List<String> NAMES = List.of("kvm", "process", "simulated");

  /// It works.
  ///
  /// @param boundary its name
  record Usable(String boundary) implements BoundaryProbe {}

  /// It does not work.
  ///
  /// @param boundary its name
  /// @param reason the exact reason
  /// @param remedy what would help
  record Unusable(String boundary, String reason, String remedy) implements BoundaryProbe {
    /// Reason and remedy in one sentence.
    public String sentence() {
      return reason + "; " + remedy;
    }
  }

  /// The boundary that was probed.
  String boundary();

  /// Probes a boundary, once per JVM.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  static BoundaryProbe probe(String boundary) {
    if (!NAMES.contains(boundary)) {
      throw new IllegalArgumentException(
          "no boundary '%s'; there are %s".formatted(boundary, String.join(", ", NAMES)));
    }
    return Results.KNOWN.computeIfAbsent(boundary, BoundaryProbe::tryOut);
  }

  /// The best boundary that works here, for `auto`.
  static String best() {
    return NAMES.stream().filter(name -> probe(name) instanceof Usable).findFirst().orElseThrow();
  }

  private static BoundaryProbe tryOut(String boundary) {
    BoundaryProbe known = withoutTrying(boundary);
    if (known != null) {
      return known;
    }
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread guest =
        Thread.ofPlatform()
            .name("hgbench-probe")
            .start(() -> {
              try {
                useOnce(boundary);
              } catch (Throwable t) {
                failure.set(t);
              }
            });
    try {
      guest.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unusable(boundary, "the probe was interrupted", "try again");
    }
    return failure.get() == null
        ? new Usable(boundary)
        : new Unusable(boundary, String.valueOf(failure.get().getMessage()), remedy(boundary));
  }

  private static void useOnce(String boundary) {
    Settings settings =
        Settings.of(
            Map.of(
                "RamSize", "2M",
                "Boundary/Name", boundary,
                "Devices/yardstick/0/Enabled", "true"));
    try (Machine machine = Machine.open(settings)) {
      Yardstick yardstick = machine.yardstick(0);
      yardstick.trap();
      yardstick.interrupt();
    }
  }

  /// What can be said before anything is tried; null if it must be tried.
  private static BoundaryProbe withoutTrying(String boundary) {
    if (boundary.equals("simulated")) {
      return new Usable(boundary);
    }
    if (!Platform.IS_LINUX) {
      return new Unusable(
          boundary,
          "it needs Linux, and this is " + System.getProperty("os.name"),
          "use the boundary simulated");
    }
    if (!Platform.ARCHITECTURE.equals("amd64")) {
      return new Unusable(
          boundary,
          "it needs an x86-64 processor, and this is " + Platform.ARCHITECTURE,
          "use the boundary simulated");
    }
    Path kvm = Path.of("/dev/kvm");
    if (boundary.equals("kvm") && !Files.exists(kvm)) {
      return new Unusable(
          boundary,
          "there is no /dev/kvm",
          "load the module kvm_intel or kvm_amd, or have nested virtualization switched on");
    }
    if (boundary.equals("kvm") && !(Files.isReadable(kvm) && Files.isWritable(kvm))) {
      return new Unusable(
          boundary,
          "no permission for /dev/kvm",
          "add yourself to the group that owns it, often kvm, and log in again");
    }
    return null;
  }

  private static String remedy(String boundary) {
    return boundary.equals("kvm")
        ? "this kernel's KVM lacks what is needed; use the boundary process"
        : "a kernel of 5.19 or later that permits seccomp filters is needed";
  }

  /// What has been found out in this JVM.
  final class Results {
    private static final Map<String, BoundaryProbe> KNOWN = new ConcurrentHashMap<>();

    private Results() {}
  }
}
