package org.hgbench.hgsmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Echo;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Sunk;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One command from guest to host and back, over a whole machine.
class HgsmiCommandTest {
  private final VgaMachine machine = new VgaMachine();
  private final GuestMemory vram = machine.vram();
  private final HgsmiGuest guest = machine.guest();

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void theHostAnswersInPlace() {
    assertThat(echo(3, 4)).containsExactly(4L, 7L);
  }

  @Test
  void theHeapLiesWhereLinuxPutsIt() {
    assertThat(guest.allocate(8, Channel.BENCHMARK, BenchmarkCommand.SINK))
        .isEqualTo(VgaMachine.VRAM_BYTES - 65536);
    assertThat(guest.allocate(65520 - 32 - 24 - 8, Channel.BENCHMARK, BenchmarkCommand.SINK))
        .isEqualTo(VgaMachine.VRAM_BYTES - 65536 + 32);
    assertThat(guest.allocate(8, Channel.BENCHMARK, BenchmarkCommand.SINK))
        .isEqualTo(HgsmiPorts.VOID);
  }

  @Test
  void bulkBuffersFitInALargerHeap() {
    try (VgaMachine large =
        new VgaMachine(java.util.Map.of("Devices/vga/0/Config/VRamSize", "16M"))) {
      HgsmiGuest driver = HgsmiGuest.withPool(large.vcpu(), large.vram(), 5 << 20);
      int buffer = driver.allocate(4 << 20, Channel.BENCHMARK, BenchmarkCommand.SINK);
      long sum = large.vram().fillWords(HgsmiBuffer.dataAt(buffer), 4 << 20, 0x0102030405060708L);
      driver.submit(buffer);
      driver.free(buffer);
      assertThat(query(large.vram(), driver)).isEqualTo(new Sunk(1, sum));
    }
  }

  @Test
  void aHeapLargerThanVramIsRefused() {
    assertThatThrownBy(() -> HgsmiGuest.withPool(machine.vcpu(), vram, vram.bytes() + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("guest heap: heapBytes=1048577 vramBytes=1048576");
  }

  @Test
  void aCommandCostsOneTrapAndNothingElse() {
    CounterValues before = machine.machine().counters();
    for (int i = 0; i < 100; i++) {
      echo(i, i);
    }
    assertThat(machine.machine().counters().since(before))
        .isEqualTo(new CounterValues(100, 0, 0, 0));
    assertThat(machine.device().faults()).isZero();
  }

  @Test
  @Tag("allocation")
  void aWarmCommandAllocatesNoObjects() {
    int operations = 50_000;
    long perOperation = Long.MAX_VALUE;
    for (int round = 0; round < 20 && perOperation > 0; round++) {
      long before = allocatedBytes();
      long sum = 0;
      for (int i = 0; i < operations; i++) {
        sum += echoSum(i);
      }
      perOperation = (allocatedBytes() - before) / operations;
      assertThat(sum).isEqualTo((long) operations * (operations + 1) / 2);
    }
    assertThat(perOperation).isZero();
  }

  private static long allocatedBytes() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private long echoSum(long a) {
    int buffer =
        guest.allocate(BenchmarkCommand.ECHO_SIZE, Channel.BENCHMARK, BenchmarkCommand.ECHO);
    long data = HgsmiBuffer.dataAt(buffer);
    Echo.write(vram, data, a, 1);
    guest.submit(buffer);
    long sum = Echo.b(vram, data);
    guest.free(buffer);
    return sum;
  }

  private List<Long> echo(long a, long b) {
    int buffer =
        guest.allocate(BenchmarkCommand.ECHO_SIZE, Channel.BENCHMARK, BenchmarkCommand.ECHO);
    long data = HgsmiBuffer.dataAt(buffer);
    Echo.write(vram, data, a, b);
    guest.submit(buffer);
    List<Long> answer = List.of(Echo.a(vram, data), Echo.b(vram, data));
    guest.free(buffer);
    return answer;
  }

  private static Sunk query(GuestMemory vram, HgsmiGuest guest) {
    int buffer =
        guest.allocate(BenchmarkCommand.QUERY_SIZE, Channel.BENCHMARK, BenchmarkCommand.QUERY);
    guest.submit(buffer);
    Sunk sunk = Sunk.read(vram, HgsmiBuffer.dataAt(buffer));
    guest.free(buffer);
    return sunk;
  }
}
