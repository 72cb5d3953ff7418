package org.hgbench.hgsmi.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgsmi.VgaHost;
import org.hgbench.hgsmi.VgaMachine;
import org.hgbench.hgsmi.Vram;
import org.hgbench.hgsmi.guest.VideoCommands;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaCommand;
import org.hgbench.machine.GuestThread;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The host's commands as the guest's ports see them.
@ParameterizedClass
@MethodSource("org.hgbench.machine.BoundaryCases#all")
class HostCommandsTest {
  private static final int HEAP = 0x40000;
  private static final int HEAP_BYTES = 0x1000;

  @RegisterExtension static final GuestThread GUEST = VgaMachine.guestThread();

  private final VgaMachine machine = new VgaMachine(GUEST);
  private final VgaHost commands = machine.host();
  private final HostFlags flags = HostFlags.atEndOf(machine.vram());
  private final VideoCommands guest = new VideoCommands(machine.guest());

  HostCommandsTest(String boundary) {
    assertThat(machine.machine().boundary().name()).isEqualTo(boundary);
  }

  @BeforeEach
  void setUp() {
    guest.reportFlagsLocation();
    guest.hostHeap(HEAP, HEAP_BYTES);
    assertThat(commands.faults()).isZero();
  }

  @Test
  void aCommandGoesThroughTheFifoAndItsBufferIsFreedWhenTheGuestIsDone() {
    int buffer = post(false);
    assertThat(buffer).isEqualTo(HEAP);
    assertThat(Vram.read(machine.vram(), HEAP, 8)).isEqualTo("10 00 00 00 00 10 07 00");
    assertThat(flags.read()).isEqualTo(HostFlags.COMMANDS_PENDING);

    assertThat(read()).isEqualTo(buffer);
    assertThat(flags.read()).isZero();
    assertThat(commands.outstanding()).isEqualTo(1);

    complete(buffer);
    assertThat(commands.outstanding()).isZero();
  }

  @Test
  void commandsComeInOrderAndThePendingBitStaysUntilTheLastIsRead() {
    int first = post(false);
    int second = post(false);
    assertThat(read()).isEqualTo(first);
    assertThat(flags.isSet(HostFlags.COMMANDS_PENDING)).isTrue();
    assertThat(read()).isEqualTo(second);
    assertThat(flags.isSet(HostFlags.COMMANDS_PENDING)).isFalse();
    assertThat(read()).isEqualTo(HgsmiPorts.VOID);
    complete(second);
    complete(first);
    assertThat(commands.outstanding()).isZero();
  }

  @Test
  void theSealedBytesAreThoseOfTheGoldenVector() {
    try (VgaMachine large =
        new VgaMachine(java.util.Map.of("Devices/vga/0/Config/VRamSize", "16M"))) {
      new VideoCommands(large.guest()).hostHeap(0xFE0000, 65536);
      int buffer = large.device().hostCommands().allocate(16, Channel.VBVA, 2);
      assertThat(buffer).isEqualTo(0xFE0000);
      assertThat(Vram.read(large.vram(), 0xFE0000 + 32, 8)).isEqualTo("00 00 00 00 08 db c3 53");
    }
  }

  @Test
  void theGuestReadsNothingBeforeItHasSaidWhereTheFlagsAre() {
    commands.reset();
    assertThat(read()).isEqualTo(HgsmiPorts.VOID);
    guest.hostHeap(HEAP, HEAP_BYTES);
    int buffer = commands.allocate(16, Channel.BENCHMARK, 7);
    assertThat(commands.post(buffer, true)).isEqualTo(VboxStatus.WRONG_ORDER);
    commands.free(buffer);
    assertThat(commands.outstanding()).isZero();
  }

  @Test
  void anEmptyFifoReadsAsVoid() {
    assertThat(read()).isEqualTo(HgsmiPorts.VOID);
  }

  @Test
  void completionsOfWhatTheGuestHasNotReadAreIgnored() {
    int queued = post(false);
    complete(queued);
    complete(queued + 32);
    complete(0);
    assertThat(commands.outstanding()).isEqualTo(1);

    assertThat(read()).isEqualTo(queued);
    complete(queued);
    complete(queued);
    assertThat(commands.outstanding()).isZero();
    assertThat(post(false)).isNotEqualTo(queued);
    assertThat(commands.outstanding()).isEqualTo(1);
  }

  @Test
  void aFullHeapGivesNoBufferAndLeavesTheFifoAlone() {
    int buffer = post(false);
    while (commands.allocate(1000, Channel.BENCHMARK, 7) != HgsmiPorts.VOID) {
      assertThat(commands.outstanding()).isLessThan(10);
    }
    assertThat(read()).isEqualTo(buffer);
    assertThat(read()).isEqualTo(HgsmiPorts.VOID);
  }

  @Test
  void onlyBuffersOfTheHostHeapArePosted() {
    assertThat(commands.post(HEAP - 1, false)).isEqualTo(VboxStatus.INVALID_POINTER);
    assertThat(commands.post(HEAP + HEAP_BYTES, false)).isEqualTo(VboxStatus.INVALID_POINTER);
    assertThat(commands.post(HgsmiPorts.VOID, false)).isEqualTo(VboxStatus.INVALID_POINTER);
    assertThat(read()).isEqualTo(HgsmiPorts.VOID);
  }

  @Test
  void aBufferFromBeforeAResetIsNotPosted() {
    int stale = commands.allocate(16, Channel.BENCHMARK, 7);
    commands.reset();
    guest.reportFlagsLocation();
    guest.hostHeap(HEAP, HEAP_BYTES);
    assertThat(commands.post(stale, true)).isEqualTo(VboxStatus.INVALID_POINTER);
    assertThat(read()).isEqualTo(HgsmiPorts.VOID);
    int buffer = post(true);
    assertThat(read()).isEqualTo(buffer);
    complete(buffer);
    assertThat(commands.outstanding()).isZero();
  }

  @Test
  void theHeapCannotMoveWhileACommandIsOutstanding() {
    int buffer = post(false);
    assertThat(infoHeap(0x20000, 0x1000)).isEqualTo(VboxStatus.ACCESS_DENIED);
    read();
    assertThat(infoHeap(0x20000, 0x1000)).isEqualTo(VboxStatus.ACCESS_DENIED);
    complete(buffer);
    assertThat(infoHeap(0x20000, 0x1000)).isEqualTo(VboxStatus.SUCCESS);
    assertThat(post(false)).isEqualTo(0x20000);
  }

  @ParameterizedTest
  @CsvSource({
    "0x100000, 0",
    "0x100000, 32",
    "0xffffffff, 32",
    "0, 0x100001",
    "0xff000, 0x1001",
    "0xfffffff0, 0x20",
    "0, 31",
    "0, 24",
    "0, 0"
  })
  void aHeapOutsideVramOrTooSmallIsRefusedAndTheEarlierOneKept(String offset, String size) {
    assertThat(infoHeap(Long.decode(offset), Long.decode(size)))
        .isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(commands.allocate(16, Channel.BENCHMARK, 7)).isEqualTo(HEAP);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x40001, 0x40003, 0x40010})
  void aHeapMayBeginAnywhere(int offset) {
    assertThat(infoHeap(offset, 0x1000)).isEqualTo(VboxStatus.SUCCESS);
    int buffer = post(true);
    assertThat(read()).isEqualTo(buffer).isEqualTo(offset);
    complete(buffer);
  }

  private int post(boolean interrupting) {
    int buffer = commands.allocate(16, Channel.BENCHMARK, 7);
    assertThat(commands.post(buffer, interrupting)).isEqualTo(VboxStatus.SUCCESS);
    return buffer;
  }

  private int read() {
    return machine.vcpu().in(HgsmiPorts.HOST);
  }

  private void complete(int buffer) {
    machine.vcpu().out(HgsmiPorts.HOST, buffer);
  }

  private int infoHeap(long offset, long size) {
    machine.vram().u32(16, (int) offset);
    machine.vram().u32(20, (int) size);
    return machine.submit(0, 8, Channel.VBVA, VbvaCommand.INFO_HEAP);
  }
}
