package org.hgbench.hgsmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Sunk;
import org.hgbench.hgsmi.wire.BufferHeader;
import org.hgbench.hgsmi.wire.BufferTail;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.hgsmi.wire.HostFlagsLocation;
import org.hgbench.hgsmi.wire.SequenceKind;
import org.hgbench.hgsmi.wire.ShgsmiHeader;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaCommand;
import org.hgbench.hgsmi.wire.VbvaEnable;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.hgsmi.wire.VdmaCommand;
import org.hgbench.machine.GuestThread;
import org.hgbench.machine.Racer;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a malicious guest tries. The host must survive each: the stated status or silence, nothing
/// else changed, and the next honest command works. (What concerns one class only is tried beside
/// that class.)
@ParameterizedClass
@MethodSource("org.hgbench.machine.BoundaryCases#all")
class HostileGuestTest {
  private static final int V = VgaMachine.VRAM_BYTES;
  private static final int ECHO_AT = 0x400;
  private static final int RING = 0x80000;
  private static final int RING_BYTES = 1024;
  private static final int RACES = Boolean.getBoolean("hgbench.long") ? 1_000_000 : 20_000;

  @RegisterExtension static final GuestThread GUEST = VgaMachine.guestThread();

  private final VgaMachine machine = new VgaMachine(GUEST);
  private final VgaHost host = machine.host();
  private final GuestMemory vram = machine.vram();

  HostileGuestTest(String boundary) {
    assertThat(machine.machine().boundary().name()).isEqualTo(boundary);
  }

  @AfterEach
  void theNextHonestCommandWorks() {
    vram.u64(HgsmiBuffer.dataAt(ECHO_AT), 3);
    vram.u64(HgsmiBuffer.dataAt(ECHO_AT) + 8, 4);
    assertThat(machine.submit(ECHO_AT, 16, Channel.BENCHMARK, BenchmarkCommand.ECHO)).isZero();
    assertThat(vram.u64(HgsmiBuffer.dataAt(ECHO_AT) + 8)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, V, V - 23, V - 1, 0x7FFFFFFF, 0x80000000})
  void offsetsOutsideVramAreRefused(int offset) {
    assertThat(machine.ring(offset)).isEqualTo(VboxStatus.INVALID_PARAMETER);
  }

  @Test
  void theLastOffsetsHoldOnlyWhatFits() {
    assertThat(machine.submit(V - 24, 0, Channel.BENCHMARK, BenchmarkCommand.SINK)).isZero();
    assertThat(machine.submit(V - 25, 0, Channel.BENCHMARK, BenchmarkCommand.SINK)).isZero();
    assertThat(machine.submit(V - 25, 1, Channel.BENCHMARK, BenchmarkCommand.SINK)).isZero();
    for (int offset : new int[] {V - 24, V - 25}) {
      BufferHeader.single(V - 23 - offset, Channel.BENCHMARK, BenchmarkCommand.SINK)
          .write(vram, offset);
      assertThat(machine.ring(offset)).isEqualTo(VboxStatus.TOO_MUCH_DATA);
    }
  }

  @Test
  void sizesUpToTheEndOfVramAreRightAndBeyondAreNot() {
    int offset = V - 4096;
    int fits = 4096 - 24;
    assertThat(machine.submit(offset, fits, Channel.BENCHMARK, BenchmarkCommand.SINK)).isZero();
    for (int size : new int[] {fits + 1, -1, 0xFFFFFFE8, 0x80000000, 0x7FFFFFFF}) {
      BufferHeader.single(size, Channel.BENCHMARK, BenchmarkCommand.SINK).write(vram, offset);
      assertThat(machine.ring(offset)).isEqualTo(VboxStatus.TOO_MUCH_DATA);
    }
  }

  @Test
  void everyFlippedByteOfHeaderAndTailIsNoticed() {
    int bytes = HgsmiBuffer.OVERHEAD;
    for (int i = 0; i < bytes; i++) {
      HgsmiBuffer.seal(vram, 0, 32, Channel.BENCHMARK, BenchmarkCommand.SINK);
      int at = i < BufferHeader.SIZE ? i : 32 + i;
      vram.u8(at, vram.u8(at) ^ 0x11);
      assertThat(machine.ring(0))
          .as("byte %d", i)
          .isEqualTo(i == 2 || i == 3 ? VboxStatus.TOO_MUCH_DATA : VboxStatus.INVALID_STATE);
    }
  }

  @Test
  void dataIsNotCoveredByTheChecksum() {
    HgsmiBuffer.seal(vram, 0, BufferHeader.single(64, Channel.BENCHMARK, BenchmarkCommand.SINK));
    for (int i = 0; i < 64; i++) {
      vram.u8(HgsmiBuffer.dataAt(0) + i, 0xFF);
      assertThat(machine.ring(0)).isZero();
    }
  }

  @Test
  void emptyVramHoldsAValidBufferForNobody() {
    vram.clear(0, V);
    assertThat(machine.ring(0)).isEqualTo(VboxStatus.INVALID_FUNCTION);
  }

  @Test
  void channelsThatNobodyRegisteredAreRefused() {
    for (int channel = 0; channel < Channel.COUNT; channel++) {
      int status = machine.submit(0, 16, channel, 0xFFFF);
      boolean registered =
          channel == Channel.SETUP || channel == Channel.VBVA || channel == Channel.BENCHMARK;
      if (!registered) {
        assertThat(status).as("channel %d", channel).isEqualTo(VboxStatus.INVALID_FUNCTION);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SequenceKind.class)
  void partsOfSequencesAreTreatedAsWhole(SequenceKind kind) {
    vram.u64(HgsmiBuffer.dataAt(0), 5);
    vram.u64(HgsmiBuffer.dataAt(0) + 8, 6);
    BufferHeader part =
        BufferHeader.part(
            kind, 16, Channel.BENCHMARK, BenchmarkCommand.ECHO, 0x7FFFFFFF, 0xFFFFFFFF);
    HgsmiBuffer.seal(vram, 0, part);
    assertThat(machine.ring(0)).isZero();
    assertThat(vram.u64(HgsmiBuffer.dataAt(0) + 8)).isEqualTo(11);
  }

  @Test
  void undefinedFlagsAreIgnored() {
    HgsmiBuffer.seal(
        vram,
        0,
        new BufferHeader(16, 0xFC, Channel.BENCHMARK, BenchmarkCommand.ECHO, 0x1122334455667788L));
    assertThat(machine.ring(0)).isZero();
  }

  @Test
  void theReservedWordMayBeAnything() {
    HgsmiBuffer.seal(vram, 0, BufferHeader.single(16, Channel.BENCHMARK, BenchmarkCommand.ECHO));
    BufferTail tail = BufferTail.read(vram, 32);
    new BufferTail(0xDEADBEEF, tail.checksum()).write(vram, 32);
    assertThat(machine.ring(0)).isEqualTo(VboxStatus.INVALID_STATE);
  }

  @ParameterizedTest
  @CsvSource({"15, 16", "17, 16", "16, 15", "16, 17", "8, 16", "0, 16", "16, 0", "16, -1"})
  void theFlagsStayWhereTheyWereWhenTheGuestNamesAnotherPlace(int fromEnd, int size) {
    assertThat(locate(V - 16, 16)).isZero();
    assertThat(locate(V - fromEnd, size)).isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(locate(0xFFFFFFF8, 16)).isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(placeHeap()).isZero();
    assertThat(post()).isTrue();
    assertThat(vram.u32(V - 16)).isEqualTo(HostFlags.COMMANDS_PENDING | HostFlags.IRQ);
  }

  @Test
  void shortAndUnknownSetUpCommandsChangeNothing() {
    for (int size = 0; size < HostFlagsLocation.SIZE; size++) {
      assertThat(machine.submit(0, size, Channel.SETUP, HostFlagsLocation.COMMAND))
          .isEqualTo(VboxStatus.INVALID_PARAMETER);
    }
    assertThat(machine.submit(0, 8, Channel.SETUP, 1)).isZero();
    assertThat(machine.vcpu().in(HgsmiPorts.HOST)).isEqualTo(HgsmiPorts.VOID);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 65, -1, 0x80000000, 0x7FFFFFFF})
  void anIndexOutsideTheRingSwitchesAllRingsOff(int index) {
    enable(0, RING);
    enable(1, RING + 0x10000);
    VbvaRing ring = new VbvaRing(vram, RING);
    for (int record = 0; record < VbvaRing.RECORDS; record++) {
      ring.record(record, 8);
    }
    ring.freeRecord(index);
    expectAllOff();
  }

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "7, false",
    "8, true",
    "9, true",
    "1023, true",
    "1024, false",
    "0x8000000, false",
    "0x8000001, false",
    "0x7fffffff, false"
  })
  void aCompleteRecordHasARectangleAndFitsTheRing(String length, boolean delivered) {
    enable(0, RING);
    enable(1, RING + 0x10000);
    VbvaRing ring = new VbvaRing(vram, RING);
    ring.record(0, Integer.decode(length));
    ring.freeRecord(1);
    if (delivered) {
      assertThat(flush()).isZero();
      assertThat(host.records()).isEqualTo(1);
      assertThat(host.bytes()).isEqualTo(Integer.decode(length));
      assertThat(ring.firstRecord()).isEqualTo(1);
    } else {
      expectAllOff();
    }
  }

  @ParameterizedTest
  @CsvSource({"1024, false", "1023, true", "768, true", "767, true", "0x8000001, false"})
  void aRecordInPartsNeverOutgrowsWhatTheRingCanHold(String length, boolean accepted) {
    enable(0, RING);
    VbvaRing ring = new VbvaRing(vram, RING);
    ring.record(0, Integer.decode(length) | VbvaRing.PARTIAL);
    ring.freeRecord(1);
    assertThat(flush()).isEqualTo(accepted ? 0 : VboxStatus.NOT_SUPPORTED);
    assertThat(host.records()).isZero();
  }

  @Test
  void aRecordInPartsThatShrinksIsDeliveredAsItWasTaken() {
    enable(0, RING);
    VbvaRing ring = new VbvaRing(vram, RING);
    ring.record(0, 1000 | VbvaRing.PARTIAL);
    ring.freeRecord(1);
    assertThat(flush()).isZero();
    ring.record(0, 10 | VbvaRing.PARTIAL);
    assertThat(flush()).isZero();
    ring.record(0, 10);
    assertThat(flush()).isZero();
    assertThat(host.bytes()).isEqualTo(1000);
  }

  @Test
  void aRecordInPartsThatGrowsWithoutEndIsCutOff() {
    int step = 0x60000;
    enable(0, RING, step + 1);
    VbvaRing ring = new VbvaRing(vram, RING);
    ring.freeRecord(1);
    int length = 0;
    int status = 0;
    while (status == 0) {
      length += step;
      ring.record(0, length | VbvaRing.PARTIAL);
      status = flush();
      assertThat(length).isLessThan(VbvaRing.LONGEST_RECORD + 2 * step);
    }
    assertThat(status).isEqualTo(VboxStatus.NOT_SUPPORTED);
    assertThat(length).isGreaterThan(VbvaRing.LONGEST_RECORD);
  }

  @Test
  void fieldsThatTheHostKeepsToItselfMayBeAnything() {
    enable(0, RING);
    VbvaRing ring = new VbvaRing(vram, RING);
    for (int garbage : new int[] {-1, 0x7FFFFFFF, 0, 64}) {
      ring.dataOffset(garbage);
      ring.freeOffset(garbage);
      ring.firstRecord(garbage);
      vram.u32(RING + 280, garbage);
      vram.u32(RING + 284, garbage);
      int index = ring.freeRecord();
      ring.record(index, 8);
      ring.freeRecord(VbvaRing.next(index));
      assertThat(flush()).isZero();
    }
    assertThat(host.records()).isEqualTo(4);
    assertThat(ring.dataOffset()).isEqualTo(32);
    assertThat(ring.firstRecord()).isEqualTo(4);
  }

  @Test
  void portAccessesOfOtherKindsMeanNothing() {
    HgsmiBuffer.seal(vram, 0, BufferHeader.single(16, Channel.BENCHMARK, BenchmarkCommand.ECHO));
    int before = host.commands();
    for (int port : new int[] {HgsmiPorts.GUEST, HgsmiPorts.HOST}) {
      for (int width : new int[] {1, 2}) {
        machine.vcpu().out(port, width, 0);
        assertThat(machine.vcpu().in(port, width)).isEqualTo((1 << 8 * width) - 1);
      }
      for (int beside = port + 1; beside < port + HgsmiPorts.COUNT; beside++) {
        machine.vcpu().out(beside, 0);
        assertThat(machine.vcpu().in(beside)).isEqualTo(-1);
      }
    }
    assertThat(host.commands()).isEqualTo(before);
  }

  @Test
  void aGuestThatScribblesOverItsFlagsHarmsOnlyItself() {
    assertThat(locate(V - 16, 16)).isZero();
    assertThat(placeHeap()).isZero();
    Random random = new Random(20);
    for (int i = 0; i < 300; i++) {
      switch (random.nextInt(4)) {
        case 0 -> vram.u32(V - 16, random.nextInt());
        case 1 -> post();
        case 2 -> machine.vcpu().out(HgsmiPorts.HOST, HgsmiPorts.VOID);
        default -> machine.vcpu().out(HgsmiPorts.HOST, machine.vcpu().in(HgsmiPorts.HOST));
      }
    }
    int read = machine.vcpu().in(HgsmiPorts.HOST);
    while (read != HgsmiPorts.VOID) {
      machine.vcpu().out(HgsmiPorts.HOST, read);
      read = machine.vcpu().in(HgsmiPorts.HOST);
    }
    vram.u32(V - 16, 0);
    machine.vcpu().out(HgsmiPorts.HOST, HgsmiPorts.VOID);
    machine.vcpu().out(HgsmiPorts.HOST, HgsmiPorts.VOID);
    assertThat(vram.u32(V - 16)).isZero();
    assertThat(host.outstanding()).isZero();
    assertThat(post()).isTrue();
    assertThat(vram.u32(V - 16)).isEqualTo(HostFlags.COMMANDS_PENDING | HostFlags.IRQ);
  }

  @Test
  void aCopyFromAndToAnywhereIsRefused() {
    int size = ShgsmiHeader.SIZE + VdmaCommand.SIZE;
    vram.fill(0, V, (byte) 0xFF);
    vram.clear(HgsmiBuffer.dataAt(0), ShgsmiHeader.SIZE);
    assertThat(machine.submit(0, size, Channel.VBVA, VbvaCommand.VDMA_CMD)).isZero();
    assertThat(VdmaCommand.result(vram, HgsmiBuffer.dataAt(0) + ShgsmiHeader.SIZE))
        .isEqualTo(VboxStatus.NOT_IMPLEMENTED);
    assertThat(vram.sum(4096, V - 4096L)).isEqualTo(-(V - 4096L) / 8);
  }

  /// A second vCPU swaps the head of the buffer, with one store, between that of a short buffer, a
  /// long one and one for nobody, all three sealed. Whatever the host sees first, it must act on.
  /// The sums of what they hold differ in bits of their own, so the host's account tells how often
  /// it took which size.
  @Test
  void whatASecondVcpuRewritesMeanwhileIsNotReadAgain() {
    int shortBytes = 16;
    int nobodysBytes = 64;
    int longBytes = 4096;
    long isLong = 1L << 21;
    long isNobodys = 1L << 42;
    long[] heads = {
      head(longBytes, Channel.BENCHMARK),
      head(nobodysBytes, Channel.SEAMLESS),
      head(shortBytes, Channel.BENCHMARK)
    };
    long nobodysTail = vram.u64(HgsmiBuffer.dataAt(0) + nobodysBytes);
    long shortTail = vram.u64(HgsmiBuffer.dataAt(0) + shortBytes);
    vram.u64(HgsmiBuffer.dataAt(0), 1);
    vram.u64(HgsmiBuffer.dataAt(0) + shortBytes + 8, isNobodys - shortTail);
    vram.u64(HgsmiBuffer.dataAt(0) + nobodysBytes + 8, isLong - nobodysTail - isNobodys);
    account();
    int faults = host.faults();
    try (Racer _ = new Racer(random -> vram.u64(0, heads[random.nextInt(heads.length)]))) {
      for (int i = 0; i < RACES; i++) {
        machine.vcpu().out(HgsmiPorts.GUEST, 0);
      }
    }
    int refused = host.faults() - faults;
    assertThat(host.fault()).isIn(0, VboxStatus.INVALID_FUNCTION);
    Sunk sunk = account();
    assertThat(sunk.count()).isEqualTo(RACES - refused);
    assertThat(sunk.sum() & isLong - 1).as("all of them").isEqualTo(sunk.count());
    assertThat(sunk.sum() >>> 42).as("with nobody's size and its own channel").isZero();
  }

  /// Seals a buffer and returns the first word of its head.
  private long head(int dataSize, int channel) {
    HgsmiBuffer.seal(vram, 0, dataSize, channel, BenchmarkCommand.SINK);
    return vram.u64(0);
  }

  /// What the host has received since it was asked last.
  private Sunk account() {
    int at = 0x8000;
    assertThat(machine.submit(at, 16, Channel.BENCHMARK, BenchmarkCommand.QUERY)).isZero();
    return Sunk.read(vram, HgsmiBuffer.dataAt(at));
  }

  private int placeHeap() {
    vram.u32(HgsmiBuffer.dataAt(0), 0x40000);
    vram.u32(HgsmiBuffer.dataAt(0) + 4, 4096);
    return machine.submit(0, 8, Channel.VBVA, VbvaCommand.INFO_HEAP);
  }

  /// Whether the host could send the guest a command.
  private boolean post() {
    int buffer = host.allocate(16, Channel.BENCHMARK, 1);
    return buffer != HgsmiPorts.VOID && host.post(buffer, true) == 0;
  }

  private int locate(int location, int size) {
    new HostFlagsLocation(location, size).write(vram, HgsmiBuffer.dataAt(0));
    return machine.submit(0, 8, Channel.SETUP, HostFlagsLocation.COMMAND);
  }

  private void enable(int screen, int at) {
    enable(screen, at, RING_BYTES);
  }

  private void enable(int screen, int at, int ringBytes) {
    new VbvaRing(vram, at).initialize(ringBytes, 256);
    new VbvaEnable(VbvaEnable.ENABLE | VbvaEnable.EXTENDED | VbvaEnable.ABSOLUTE_OFFSET, at, -1)
        .write(vram, HgsmiBuffer.dataAt(0), screen);
    assertThat(machine.submit(0, 16, Channel.VBVA, VbvaCommand.ENABLE)).isZero();
  }

  private int flush() {
    return machine.submit(0, 4, Channel.VBVA, VbvaCommand.FLUSH);
  }

  private void expectAllOff() {
    assertThat(flush()).isEqualTo(VboxStatus.NOT_SUPPORTED);
    assertThat(new VbvaRing(vram, RING).hostEvents()).isZero();
    assertThat(new VbvaRing(vram, RING + 0x10000).hostEvents()).isZero();
    assertThat(host.enabledScreens()).isZero();
    assertThat(host.records()).isZero();
    enable(0, RING);
  }
}
