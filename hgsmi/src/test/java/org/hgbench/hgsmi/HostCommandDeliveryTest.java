package org.hgbench.hgsmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.guest.HostCommandReceiver;
import org.hgbench.hgsmi.guest.VideoCommands;
import org.hgbench.hgsmi.guest.VramMap;
import org.hgbench.hgsmi.host.HostCommands;
import org.hgbench.hgsmi.host.RefreshThread;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.ChannelTable;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.hgsmi.wire.InfoCaps;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.hgsmi.wire.ScanlineConfig;
import org.hgbench.hgsmi.wire.VbvaCommand;
import org.hgbench.machine.counter.CounterValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Commands of the host, from a thread of the host to a handler in the guest.
class HostCommandDeliveryTest {
  private static final int EVENT = 7;

  private final VgaMachine machine =
      new VgaMachine(Map.of("Devices/vga/0/Config/MonitorCount", "2"));
  private final HostCommands commands = machine.device().hostCommands();
  private final VramMap map = new VramMap(VgaMachine.VRAM_BYTES, 0, 65536, 65536);
  private final ChannelTable channels = new ChannelTable();

  private final HostFlags flags = HostFlags.atEndOf(machine.vram());

  private HostCommandReceiver receiver;
  private long received;
  private int hotplugs;

  @BeforeEach
  void setUp() {
    channels.register(
        Channel.BENCHMARK,
        (command, memory, at, dataSize) -> {
          received += memory.sum(at, dataSize);
          return 0;
        });
    HgsmiGuest guest = machine.guest();
    VideoCommands video = new VideoCommands(guest);
    video.reportFlagsLocation();
    video.capabilities(InfoCaps.IRQ | InfoCaps.VIDEO_MODE_HINTS);
    video.hostHeap(map.hostHeapOffset(), map.hostHeapBytes());
    receiver =
        new HostCommandReceiver(
            machine.vcpu(),
            machine.vram(),
            map.hostHeapOffset(),
            map.hostHeapBytes(),
            channels,
            () -> hotplugs++);
    assertThat(machine.device().faults()).isZero();
  }

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void aLookAtTheFlagsCostsNoTrapAndACommandTwo() {
    post(5, false);
    post(6, false);
    CounterValues before = machine.machine().counters();
    assertThat(receiver.drain()).isEqualTo(2);
    assertThat(receiver.drain()).isZero();
    assertThat(machine.machine().counters().since(before)).isEqualTo(new CounterValues(4, 0, 0, 0));
    assertThat(received).isEqualTo(11);
    assertThat(commands.outstanding()).isZero();
  }

  @Test
  void pollingThePortCostsOneTrapForEveryLook() {
    CounterValues before = machine.machine().counters();
    assertThat(receiver.poll()).isFalse();
    post(5, false);
    assertThat(receiver.poll()).isTrue();
    assertThat(machine.machine().counters().since(before)).isEqualTo(new CounterValues(3, 0, 0, 0));
    assertThat(received).isEqualTo(5);
  }

  @Test
  @Timeout(10)
  void aCommandWithAnInterruptCostsThreeTrapsAndOneInterrupt() {
    machine.vcpu().handle(machine.machine().line("vga/0"), receiver);
    post(5, true);
    CounterValues before = machine.machine().counters();
    machine.vcpu().halt(TimeUnit.SECONDS.toNanos(5));
    assertThat(machine.machine().counters().since(before)).isEqualTo(new CounterValues(3, 1, 0, 0));
    assertThat(received).isEqualTo(5);
  }

  @Test
  @Timeout(20)
  void wakesAGuestThatWaits() throws Exception {
    machine.vcpu().handle(machine.machine().line("vga/0"), receiver);
    int events = 200;
    Thread host =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < events; i++) {
                while (commands.outstanding() > 0) {
                  Thread.onSpinWait();
                }
                post(1, true);
              }
            });
    while (received < events) {
      machine.vcpu().halt(TimeUnit.SECONDS.toNanos(5));
    }
    host.join();
    assertThat(received).isEqualTo(events);
    assertThat(commands.outstanding()).isZero();
  }

  @Test
  void aCommandThatDoesNotVerifyIsGivenBackUnhandled() {
    int buffer = post(5, false);
    machine.vram().u8(buffer + 5, 0x1F);
    assertThat(receiver.drain()).isEqualTo(1);
    assertThat(received).isZero();
    assertThat(commands.outstanding()).isZero();
  }

  @Test
  void anAnnouncementOfNothingIsNoReasonToHang() {
    machine.vram().u32(map.hostFlagsOffset(), 1);
    assertThat(receiver.drain()).isZero();
  }

  @Test
  @Timeout(10)
  void aModeHintInterruptsAGuestThatAskedForIt() {
    machine.vcpu().handle(machine.machine().line("vga/0"), receiver);
    ModeHint hint = new ModeHint(ModeHint.MAGIC, 1024, 768, 32, 1, 0, 0, 1);
    machine.device().hintMode(hint);
    machine.vcpu().halt(TimeUnit.SECONDS.toNanos(5));
    assertThat(hotplugs).isEqualTo(1);
    ModeHint[] hints = new ModeHint[2];
    assertThat(new VideoCommands(machine.guest()).modeHints(hints)).isZero();
    assertThat(hints).containsExactly(ModeHint.NONE, hint);
  }

  @Test
  @Timeout(10)
  void aVerticalSyncInterruptsAGuestThatAskedForItAndIsNoHotplug() {
    machine.vcpu().handle(machine.machine().line("vga/0"), receiver);
    machine.device().verticalSync();
    assertThat(flags.read()).isZero();

    scanlines(ScanlineConfig.VSYNC_IRQ);
    machine.device().verticalSync();
    assertThat(flags.read()).isEqualTo(HostFlags.IRQ | HostFlags.VSYNC);
    CounterValues before = machine.machine().counters();
    machine.vcpu().halt(TimeUnit.SECONDS.toNanos(5));
    assertThat(machine.machine().counters().since(before)).isEqualTo(new CounterValues(1, 1, 0, 0));
    assertThat(flags.read()).isZero();
    assertThat(hotplugs).isZero();

    scanlines(0);
    machine.device().verticalSync();
    assertThat(flags.read()).isZero();
  }

  @Test
  void aResetClearsTheFlagsAndLowersTheLine() {
    post(5, true);
    machine.device().hintMode(new ModeHint(ModeHint.MAGIC, 640, 480, 32, 0, 0, 0, 1));
    machine.device().reset();
    assertThat(flags.read()).isZero();
    assertThat(receiver.drain()).isZero();
    CounterValues before = machine.machine().counters();
    machine.vcpu().handle(machine.machine().line("vga/0"), receiver);
    machine.vcpu().halt(1);
    assertThat(machine.machine().counters().since(before)).isEqualTo(new CounterValues(0, 0, 0, 0));
  }

  @Test
  @Timeout(20)
  void aRefreshThreadSyncsAtItsInterval() {
    scanlines(ScanlineConfig.VSYNC_IRQ);
    machine.vcpu().handle(machine.machine().line("vga/0"), receiver);
    CounterValues before = machine.machine().counters();
    try (RefreshThread _ = new RefreshThread(machine.device(), 100_000)) {
      while (machine.machine().counters().since(before).interrupts() < 3) {
        machine.vcpu().halt(TimeUnit.SECONDS.toNanos(5));
      }
    }
    assertThat(hotplugs).isZero();
  }

  @Test
  void aModeHintDoesNotInterruptAGuestThatDidNotAsk() {
    new VideoCommands(machine.guest()).capabilities(InfoCaps.IRQ);
    machine.device().hintMode(new ModeHint(ModeHint.MAGIC, 640, 480, 32, 0, 0, 0, 1));
    assertThat(receiver.isPending()).isFalse();
  }

  @Test
  @Tag("allocation")
  void aWarmEventAllocatesNoObjects() {
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < 20 && allocated > 0; round++) {
      long before = allocatedBytes();
      for (int i = 0; i < 20_000; i++) {
        post(1, false);
        receiver.drain();
      }
      allocated = (allocatedBytes() - before) / 20_000;
    }
    assertThat(allocated).isZero();
  }

  private void scanlines(int flags) {
    HgsmiGuest guest = machine.guest();
    int buffer = guest.allocate(ScanlineConfig.SIZE, Channel.VBVA, VbvaCommand.SCANLINE_CFG);
    new ScanlineConfig(-1, flags, 0, 0).write(machine.vram(), HgsmiBuffer.dataAt(buffer));
    guest.submit(buffer);
    assertThat(ScanlineConfig.read(machine.vram(), HgsmiBuffer.dataAt(buffer)).result()).isZero();
    guest.free(buffer);
  }

  private static long allocatedBytes() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private int post(long word, boolean interrupting) {
    int buffer = commands.allocate(16, Channel.BENCHMARK, EVENT);
    if (buffer == HgsmiPorts.VOID) {
      throw new AssertionError("host heap is full");
    }
    machine.vram().u64(HgsmiBuffer.dataAt(buffer), word);
    machine.vram().u64(HgsmiBuffer.dataAt(buffer) + 8, 0);
    if (commands.post(buffer, interrupting) != 0) {
      throw new AssertionError("not posted");
    }
    return buffer;
  }
}
