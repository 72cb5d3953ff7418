package org.hgbench.harness.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Sunk;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.machine.BoundaryCases;
import org.hgbench.machine.Machine;
import org.hgbench.machine.Racer;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What both transports must do whatever boundary lies between guest and host: deliver every byte,
/// trap as often as their protocols say, and survive a guest that rewrites its words while the host
/// looks at them.
@ParameterizedClass
@MethodSource("org.hgbench.machine.BoundaryCases#all")
record TransportBoundaryTest(String boundary) {
  private static final int CALLS = 50;
  private static final int RACES = Boolean.getBoolean("hgbench.long") ? 100_000 : 2_000;

  @Test
  void hgsmiAnswersInPlaceWithOneTrapEach() {
    run(
        List.of("Devices/vga/0/Config/VRamSize = 1M"),
        (machine, random) -> {
          HgsmiClient hgsmi = new HgsmiClient(machine, machine.vcpu(0));
          CounterValues before = machine.counters();
          for (int i = 0; i < CALLS; i++) {
            assertThat(hgsmi.echo(i, 7 * i)).isEqualTo(8L * i);
          }
          assertThat(machine.counters().since(before)).isEqualTo(new CounterValues(CALLS, 0, 0, 0));
        });
  }

  @Test
  void hgsmiDeliversEveryByte() {
    run(
        List.of("Devices/vga/0/Config/VRamSize = 1M"),
        (machine, random) -> {
          HgsmiClient hgsmi = new HgsmiClient(machine, machine.vcpu(0));
          long sum = 0;
          for (int i = 0; i < CALLS; i++) {
            sum += hgsmi.sink(Session.BULK_BYTES, random.nextLong());
          }
          assertThat(hgsmi.query()).isEqualTo(new Sunk(CALLS, sum));
        });
  }

  @Test
  void hgsmiSurvivesAGuestThatRewritesItsBuffers() {
    run(
        List.of("Devices/vga/0/Config/VRamSize = 1M"),
        (machine, random) -> {
          HgsmiClient hgsmi = new HgsmiClient(machine, machine.vcpu(0));
          int buffer = hgsmi.guest.allocate(256, Channel.BENCHMARK, BenchmarkCommand.SINK);
          byte[] honest = bytes(hgsmi.vram, buffer, 256 + HgsmiBuffer.OVERHEAD);
          try (Racer _ = racer(hgsmi.vram, buffer, honest.length)) {
            for (int i = 0; i < RACES; i++) {
              hgsmi.vram.copyFrom(buffer, honest, 0, honest.length);
              hgsmi.guest.submit(buffer);
            }
          }
          assertThat(hgsmi.echo(20, 22)).isEqualTo(42);
        });
  }

  @ParameterizedTest
  @EnumSource(WaitMode.class)
  void hgcmAnswersWithTheTrapsAndInterruptsOfItsWait(WaitMode wait) {
    run(
        List.of("Devices/vmm/0/Enabled = true"),
        (machine, random) -> {
          HgcmClient hgcm = new HgcmClient(machine, machine.vcpu(0), wait);
          CounterValues before = machine.counters();
          for (int i = 0; i < CALLS; i++) {
            assertThat(hgcm.echo(i, 7 * i)).isEqualTo(8L * i);
          }
          boolean interrupts = wait == WaitMode.IRQ;
          assertThat(machine.counters().since(before))
              .isEqualTo(
                  new CounterValues(
                      interrupts ? 2 * CALLS : CALLS, interrupts ? CALLS : 0, CALLS, 0));
        });
  }

  @ParameterizedTest
  @EnumSource(WaitMode.class)
  void hgcmDeliversEveryByte(WaitMode wait) {
    run(
        List.of("Devices/vmm/0/Enabled = true"),
        (machine, random) -> {
          HgcmClient hgcm = new HgcmClient(machine, machine.vcpu(0), wait);
          long sum = 0;
          for (int i = 0; i < CALLS; i++) {
            sum += hgcm.sink(random.nextLong());
          }
          assertThat(hgcm.query()).isEqualTo(new Sunk(CALLS, sum));
        });
  }

  @Test
  void hgcmSurvivesAGuestThatRewritesItsRequests() {
    run(
        List.of("Devices/vmm/0/Enabled = true"),
        (machine, random) -> {
          HgcmClient hgcm = new HgcmClient(machine, machine.vcpu(0), WaitMode.POLL);
          HgcmCall call = hgcm.transfer;
          byte[] honest = bytes(machine.ram(), call.address(), 256);
          try (Racer _ = racer(machine.ram(), call.address(), honest.length)) {
            for (int i = 0; i < RACES; i++) {
              machine.ram().copyFrom(call.address(), honest, 0, honest.length);
              machine.vcpu(0).out(IoPorts.DEFAULT_BASE + IoPorts.REQUEST, (int) call.address());
            }
          }
          assertThat(hgcm.echo(20, 22)).isEqualTo(42);
        });
  }

  private void run(List<String> devices, BiConsumer<Machine, SplittableRandom> guest) {
    List<String> settings = Stream.concat(Stream.of("RamSize = 4M"), devices.stream()).toList();
    BoundaryCases.run(
        boundary, settings, machine -> guest.accept(machine, new SplittableRandom(1)));
  }

  private static byte[] bytes(GuestMemory memory, long at, int length) {
    byte[] bytes = new byte[length];
    memory.copyTo(at, bytes, 0, length);
    return bytes;
  }

  /// A second vCPU that writes any word of a range.
  private static Racer racer(GuestMemory memory, long from, int length) {
    return new Racer(random -> memory.u32(from + 4L * random.nextInt(length / 4), word(random)));
  }

  private static int word(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(64);
      case 1 -> -random.nextInt(1 << 16);
      case 2 -> 1 << random.nextInt(32);
      default -> random.nextInt();
    };
  }
}
