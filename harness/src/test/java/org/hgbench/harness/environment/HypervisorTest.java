package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypervisorTest {
  @TempDir Path root;
  private FixtureMachine machine;

  @BeforeEach
  void create() {
    machine = new FixtureMachine(root);
  }

  @ParameterizedTest
  @CsvSource({
    "innotek GmbH, VirtualBox, VirtualBox",
    "'VMware, Inc.', 'VMware20,1', VMware",
    "QEMU, Standard PC (Q35 + ICH9), QEMU or KVM",
    "Amazon EC2, m7i.large, KVM (Amazon EC2)",
    "Microsoft Corporation, Virtual Machine, Hyper-V",
    "Xen, HVM domU, Xen"
  })
  void namesItByItsFirmware(String vendor, String product, String name) {
    x86("fpu hypervisor lahf_lm");
    firmware(vendor, product);

    assertThat(Hypervisor.detect(machine.files())).contains(name);
  }

  @Test
  void believesTheProcessorThatThereIsNone() {
    x86("fpu lahf_lm");
    firmware("Amazon EC2", "m5.metal");

    assertThat(Hypervisor.detect(machine.files())).isEmpty();
  }

  @Test
  void believesTheProcessorThatThereIsOneWithoutAName() {
    x86("fpu hypervisor");

    assertThat(Hypervisor.detect(machine.files())).contains("unnamed hypervisor");
  }

  @Test
  void takesALaptopOfAVendorOfHypervisorsForALaptop() {
    x86("fpu lahf_lm");
    firmware("Microsoft Corporation", "Surface Laptop 5");

    assertThat(Hypervisor.detect(machine.files())).isEmpty();
  }

  @Test
  void asksTheFirmwareOnArm() {
    machine.write("proc/cpuinfo", "processor : 0\nFeatures : fp asimd\nCPU part : 0xd40");
    firmware("Amazon EC2", "c7g.large");
    assertThat(Hypervisor.detect(machine.files())).contains("KVM (Amazon EC2)");

    firmware("Amazon EC2", "c7g.metal");
    assertThat(Hypervisor.detect(machine.files())).isEmpty();
  }

  @Test
  void findsXenInItsFirstGuest() {
    x86("fpu lahf_lm");
    machine.write("sys/hypervisor/type", "xen");

    assertThat(Hypervisor.detect(machine.files())).contains("Xen");
  }

  private void x86(String flags) {
    machine.write("proc/cpuinfo", "processor\t: 0\nflags\t\t: " + flags);
  }

  private void firmware(String vendor, String product) {
    machine.write("sys/class/dmi/id/sys_vendor", vendor);
    machine.write("sys/class/dmi/id/product_name", product);
  }
}
