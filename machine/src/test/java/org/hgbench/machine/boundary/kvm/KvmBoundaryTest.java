package org.hgbench.machine.boundary.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hgbench.machine.BoundaryCases;
import org.hgbench.machine.Machine;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts what this process has open")
class KvmBoundaryTest {
  @Test
  void anAccessOfTheVcpuOutsideAllMemoryEndsTheRunWithTheRegisters() {
    run((machine, kvm) ->
        assertThatThrownBy(() -> machine.vcpu(0).fill(0xD000_0000L, 1, 5, 0x200))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageMatching(
                "the vCPU left for no port access: exit KVM_EXIT_(MMIO|INTERNAL_ERROR)"
                    + " detail=0x\\w+ rax=0x5 rbx=0x4200 .* rdi=0xd\\w+ .* rip=0x\\w+ .*"));
  }

  @Test
  void anExceptionInTheGuestEndsTheRunAndIsNamed() {
    run((machine, kvm) ->
        assertThatThrownBy(() -> machine.vcpu(0).fill(0x1_0000_0000L, 1, 5, 0x200))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("the vCPU left for an exception: exit KVM_EXIT_IO out")
            .hasMessageContaining("value=0xe "));
  }

  @Test
  void theRawLoopRepeatsTheLastAccessWithoutItsHandler() {
    run((machine, kvm) -> {
      machine.vcpu(0).out(0x201, 0);
      kvm.enterOnly(10);
      assertThat(machine.vcpu(0).in(0x201)).isEqualTo(1);
    });
  }

  @Test
  void theFirmwaresPortsAreReserved() {
    run((machine, kvm) -> {
      assertThatThrownBy(() -> machine.vcpu(0).out(Firmware.KICK_PORT, 0))
          .hasMessage("reserved port written: port=0xfffa");
      assertThat(machine.vcpu(0).in(Firmware.SPURIOUS_PORT)).isEqualTo(-1);
    });
  }

  @Test
  void thereIsOneVcpu() {
    BoundaryCases.requireUsable("kvm"); // Below, a skip would be caught as another message.
    assertThatThrownBy(() -> BoundaryCases.run("kvm", List.of("Vcpus = 2"), machine -> {}))
        .hasMessage("setting Vcpus: boundary kvm has one vCPU, not 2");
  }

  @Test
  void closingThrowsAWaitingGuestOutAndLeavesNothingOpen() {
    BoundaryCases.run("kvm", List.of("RamSize = 2M"), usable -> {});
    long before = open();
    Machine machine = Machine.open(Settings.parse(List.of("RamSize = 2M", "Boundary/Name = kvm")));
    assertThat(open()).isGreaterThan(before);
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread guest =
        Thread.ofPlatform()
            .start(() -> {
              started.countDown();
              try {
                while (true) {
                  machine.vcpu(0).halt(Long.MAX_VALUE);
                }
              } catch (IllegalStateException e) {
                thrown.set(e);
              }
            });
    awaitHalt(started);

    machine.close();

    join(guest);
    assertThat(thrown.get()).hasMessage("the machine was closed while its guest ran");
    assertThat(open()).isEqualTo(before);
  }

  /// A guest that just began may be on its way into `hlt` or in it; both must be thrown out.
  private static void awaitHalt(CountDownLatch started) {
    try {
      started.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    LockSupport.parkNanos(2_000_000);
  }

  private static void join(Thread thread) {
    try {
      assertThat(thread.join(java.time.Duration.ofSeconds(20))).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// How many descriptors of virtual machines and their memory are open.
  private static long open() {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(KvmBoundaryTest::isOfAMachine).count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isOfAMachine(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().matches(".*(kvm|memfd:hgbench).*");
    } catch (IOException e) {
      return false; // It was closed while the list was read.
    }
  }

  private static void run(BiConsumer<Machine, KvmBoundary> guest) {
    BoundaryCases.run(
        "kvm",
        List.of("RamSize = 2M", "Devices/test/0/Enabled = true"),
        machine -> guest.accept(machine, (KvmBoundary) machine.boundary()));
  }
}
