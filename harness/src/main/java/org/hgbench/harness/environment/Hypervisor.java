package org.hgbench.harness.environment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is below this kernel: the name of a hypervisor, or nothing.
///
/// On x86 the processor says *whether* (the flag `hypervisor`, which every hypervisor sets), and
/// the firmware tables say *which*; the tables alone would take the bare-metal instances of a cloud
/// for virtual machines. Other processors have no such flag, so there the tables decide. Xen is
/// asked first, as its first guest runs without the flag.
final class Hypervisor {
  private static final String UNNAMED = "unnamed hypervisor";
  private static final String FIRMWARE = "sys/class/dmi/id/";

  /// Firmware strings, most specific first.
  private static final List<Map.Entry<String, String>> BY_FIRMWARE =
      List.of(
          Map.entry("VirtualBox", "VirtualBox"),
          Map.entry("innotek GmbH", "VirtualBox"),
          Map.entry("VMware", "VMware"),
          Map.entry("Parallels", "Parallels"),
          Map.entry("BHYVE", "bhyve"),
          Map.entry("Apple Virtualization", "Apple Virtualization"),
          Map.entry("Amazon EC2", "KVM (Amazon EC2)"),
          Map.entry("Google Compute Engine", "KVM (Google Compute Engine)"),
          Map.entry("OpenStack", "KVM (OpenStack)"),
          Map.entry("KubeVirt", "KVM (KubeVirt)"),
          Map.entry("Xen", "Xen"),
          Map.entry("KVM", "KVM"),
          Map.entry("QEMU", "QEMU or KVM"),
          Map.entry("Bochs", "Bochs"));

  /// Clock sources that exist only above their hypervisor.
  private static final List<Map.Entry<String, String>> BY_CLOCK =
      List.of(
          Map.entry("kvm-clock", "KVM"),
          Map.entry("hyperv_clocksource", "Hyper-V"),
          Map.entry("xen", "Xen"));

  private Hypervisor() {}

  static Optional<String> detect(SystemFiles files) {
    if (files.text("sys/hypervisor/type").filter("xen"::equals).isPresent()) {
      return Optional.of("Xen");
    }
    Optional<String> flags =
        files.lines("proc/cpuinfo").stream().filter(line -> line.startsWith("flags")).findFirst();
    if (flags.isPresent()) {
      boolean below = Arrays.asList(flags.get().split("\\s+")).contains("hypervisor");
      return below ? Optional.of(name(files).orElse(UNNAMED)) : Optional.empty();
    }
    return name(files);
  }

  private static Optional<String> name(SystemFiles files) {
    String product = files.text(FIRMWARE + "product_name").orElse("");
    String firmware =
        String.join(
            "\n",
            product,
            files.text(FIRMWARE + "sys_vendor").orElse(""),
            files.text(FIRMWARE + "board_vendor").orElse(""),
            files.text(FIRMWARE + "bios_vendor").orElse(""),
            files.text("proc/device-tree/hypervisor/compatible").orElse(""));
    if (product.endsWith(".metal") || product.contains(".metal-")) {
      return Optional.empty();
    }
    if (firmware.contains("Microsoft Corporation") && product.equals("Virtual Machine")) {
      return Optional.of("Hyper-V");
    }
    if (firmware.contains("linux,kvm")) {
      return Optional.of("KVM");
    }
    return find(BY_FIRMWARE, firmware)
        .or(() ->
            find(BY_CLOCK, files.text(ClockChecks.SOURCES + "available_clocksource").orElse("")));
  }

  private static Optional<String> find(List<Map.Entry<String, String>> names, String text) {
    return names.stream()
        .filter(entry -> text.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
