package org.hgbench.hgsmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.hgbench.hgsmi.host.HostCommands;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BufferHeader;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.VbvaEnable;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Random commands, mutated, over VRAM that is full of their leftovers: 10,000 submissions, or a
/// million with `-Dhgbench.long=true`.
///
/// No exception may escape the host. VRAM lies between guard pages, and every access to it is
/// checked, so a read or write outside ends the test. After each submission an honest command must
/// work.
class MutationTest {
  private static final int V = VgaMachine.VRAM_BYTES;
  private static final int SUBMISSIONS = Boolean.getBoolean("hgbench.long") ? 1_000_000 : 10_000;

  private static final int[] CHANNELS = {
    Channel.SETUP, Channel.VBVA, Channel.VBVA, Channel.VBVA, Channel.VBVA, Channel.BENCHMARK
  };

  /// Numbers at the edges of what the host checks.
  private static final int[] EDGES = {
    0,
    1,
    2,
    8,
    16,
    31,
    32,
    63,
    64,
    255,
    288,
    1024,
    4096,
    65535,
    65536,
    V - 288,
    V - 24,
    V - 16,
    V - 1,
    V,
    V + 1,
    0x08000000,
    0x08000001,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFEE0,
    0xFFFFFFE8,
    0xFFFFFFF8,
    -2,
    -1
  };

  private VgaMachine machine;
  private GuestMemory vram;
  private Random random;
  private int target;

  @ParameterizedTest
  @CsvSource({"counting, 3", "framebuffer, 4"})
  @Timeout(600)
  void theHostSurvivesAndServesTheNextHonestCommand(String driver, long seed) {
    random = new Random(seed);
    try (VgaMachine opened = open(driver)) {
      machine = opened;
      vram = opened.vram();
      int submissions = driver.equals("counting") ? SUBMISSIONS : SUBMISSIONS / 10;
      long before = machine.device().commands();
      for (int i = 0; i < submissions; i++) {
        mutate();
        submit();
        meddle();
        expectHonestEcho();
      }
      assertThat(machine.device().commands() - before).isEqualTo(2L * submissions);
      assertThat(machine.device().faults()).isBetween(submissions / 10L, submissions * 9L / 10);
    }
  }

  /// A second vCPU that rewrites what the host is looking at.
  @Test
  @Timeout(60)
  void theHostSurvivesAGuestThatRewritesVramWhileItLooks() throws Exception {
    random = new Random(5);
    try (VgaMachine opened = open("counting")) {
      machine = opened;
      vram = opened.vram();
      Thread scribbler =
          Thread.ofPlatform()
              .start(() -> {
                Random scribbles = new Random(6);
                while (!Thread.currentThread().isInterrupted()) {
                  vram.u32(4L * scribbles.nextInt(0x400), EDGES[scribbles.nextInt(EDGES.length)]);
                }
              });
      try {
        for (int i = 0; i < SUBMISSIONS; i++) {
          mutate();
          submit();
          meddle();
        }
      } finally {
        scribbler.interrupt();
        scribbler.join();
      }
      expectHonestEcho();
    }
  }

  private static VgaMachine open(String driver) {
    return new VgaMachine(
        Map.of(
            "Devices/vga/0/Config/MonitorCount",
            "3",
            "Devices/vga/0/Config/Display/Driver",
            driver));
  }

  /// Writes a command into the low kilobytes, its numbers near the edges, and a ring now and then.
  private void mutate() {
    int at = 4 * random.nextInt(0x200);
    int size = random.nextInt(4) == 0 ? edge() & 0xFFFF : 4 * random.nextInt(40);
    for (int i = 0; i < 40; i++) {
      vram.u32(HgsmiBuffer.dataAt(at) + 4L * i, random.nextInt(3) == 0 ? small() : edge());
    }
    if (random.nextInt(4) == 0) {
      ring(at);
    }
    int channel = random.nextInt(20) == 0 ? random.nextInt(256) : pick(CHANNELS);
    int command = random.nextInt(20) == 0 ? random.nextInt(0x10000) : random.nextInt(23);
    HgsmiBuffer.seal(
        vram, at, new BufferHeader(size, random.nextInt(256), channel, command, random.nextLong()));
    if (random.nextInt(3) == 0) {
      vram.u8(at + random.nextInt(200), random.nextInt(256));
    }
    target = random.nextInt(10) == 0 ? edge() : at;
  }

  private void submit() {
    machine.vcpu().out(HgsmiPorts.GUEST, target);
  }

  /// An honest-looking ring, with the command that switches it on; or an attack on one that is on.
  private void ring(int at) {
    long ringAt = 0x8000 + 0x1000L * random.nextInt(4);
    VbvaRing ring = new VbvaRing(vram, ringAt);
    if (random.nextBoolean()) {
      ring.initialize(random.nextInt(4) == 0 ? edge() : 2048, 1 + random.nextInt(1000));
      new VbvaEnable(0x0D, (int) ringAt, 0).write(vram, HgsmiBuffer.dataAt(at), random.nextInt(3));
    } else {
      int free = ring.freeRecord() & 63;
      ring.record(free, random.nextInt(4) == 0 ? edge() : 8 + random.nextInt(2048));
      ring.freeRecord(random.nextInt(8) == 0 ? edge() : VbvaRing.next(free));
    }
  }

  /// Everything else that a guest and the host's threads may do in between.
  private void meddle() {
    HostCommands commands = machine.device().hostCommands();
    switch (random.nextInt(10)) {
      case 0 -> machine.vcpu().in(HgsmiPorts.GUEST);
      case 1 -> machine.vcpu().in(HgsmiPorts.HOST);
      case 2 -> machine.vcpu().out(HgsmiPorts.HOST, edge());
      case 3 -> machine.vcpu().out(HgsmiPorts.HOST, machine.vcpu().in(HgsmiPorts.HOST));
      case 4 -> {
        int buffer = commands.allocate(random.nextInt(100), Channel.BENCHMARK, 1);
        if (buffer != HgsmiPorts.VOID && commands.post(buffer, random.nextBoolean()) != 0) {
          commands.free(buffer);
        }
      }
      case 5 -> machine.device().refresh();
      case 6 -> vram.u32(V - 16, random.nextInt());
      case 7 -> {
        if (random.nextInt(50) == 0) {
          machine.device().reset();
        }
      }
      default -> vram.u32(0x8000 + 4L * random.nextInt(0x1000), edge());
    }
  }

  private void expectHonestEcho() {
    int at = 0x4000 + 8 * random.nextInt(0x400);
    long a = random.nextLong();
    vram.u64(HgsmiBuffer.dataAt(at), a);
    vram.u64(HgsmiBuffer.dataAt(at) + 8, 1);
    if (machine.submit(at, 16, Channel.BENCHMARK, BenchmarkCommand.ECHO) != 0
        || vram.u64(HgsmiBuffer.dataAt(at)) != 1
        || vram.u64(HgsmiBuffer.dataAt(at) + 8) != a + 1) {
      throw new AssertionError("honest command failed: at=0x%x".formatted(at));
    }
  }

  private int edge() {
    int edge = pick(EDGES);
    return random.nextInt(4) == 0 ? edge + random.nextInt(65) - 32 : edge;
  }

  private int small() {
    return random.nextInt(4);
  }

  private int pick(int[] numbers) {
    return numbers[random.nextInt(numbers.length)];
  }
}
