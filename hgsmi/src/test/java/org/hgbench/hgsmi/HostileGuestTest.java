package org.hgbench.hgsmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hgbench.hgsmi.host.display.CountingDisplay;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BufferHeader;
import org.hgbench.hgsmi.wire.BufferTail;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlagsLocation;
import org.hgbench.hgsmi.wire.SequenceKind;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaCommand;
import org.hgbench.hgsmi.wire.VbvaEnable;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a malicious guest tries. The host must survive each: the stated status or silence, nothing
/// else changed, and the next honest command works. (What concerns one class only is tried beside
/// that class.)
class HostileGuestTest {
  private static final int V = VgaMachine.VRAM_BYTES;
  private static final int ECHO_AT = 0x400;
  private static final int RING = 0x80000;
  private static final int RING_BYTES = 1024;

  private final VgaMachine machine =
      new VgaMachine(Map.of("Devices/vga/0/Config/MonitorCount", "2"));
  private final GuestMemory vram = machine.vram();
  private final CountingDisplay display = machine.device().display(CountingDisplay.class);

  @AfterEach
  void theNextHonestCommandWorks() {
    vram.u64(HgsmiBuffer.dataAt(ECHO_AT), 3);
    vram.u64(HgsmiBuffer.dataAt(ECHO_AT) + 8, 4);
    assertThat(machine.submit(ECHO_AT, 16, Channel.BENCHMARK, BenchmarkCommand.ECHO)).isZero();
    assertThat(vram.u64(HgsmiBuffer.dataAt(ECHO_AT) + 8)).isEqualTo(7);
    machine.close();
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
    vram.u32(HgsmiBuffer.dataAt(0), 0x40000);
    vram.u32(HgsmiBuffer.dataAt(0) + 4, 4096);
    machine.submit(0, 8, Channel.VBVA, VbvaCommand.INFO_HEAP);
    int buffer = machine.device().hostCommands().allocate(16, Channel.BENCHMARK, 1);
    assertThat(machine.device().hostCommands().post(buffer, true)).isZero();
    assertThat(vram.u32(V - 16)).isEqualTo(3);
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
      assertThat(display.records()).isEqualTo(1);
      assertThat(display.bytes()).isEqualTo((long) Integer.decode(length));
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
    assertThat(display.records()).isZero();
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
    assertThat(display.bytes()).isEqualTo(1000);
  }

  @Test
  void aRecordInPartsThatGrowsWithoutEndIsCutOff() {
    enable(0, RING);
    VbvaRing ring = new VbvaRing(vram, RING);
    ring.freeRecord(1);
    int length = 0;
    int status = 0;
    while (status == 0) {
      length += 1000;
      ring.record(0, length | VbvaRing.PARTIAL);
      status = flush();
      assertThat(length).isLessThan(VbvaRing.LONGEST_RECORD + 2000);
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
    assertThat(display.records()).isEqualTo(4);
    assertThat(ring.dataOffset()).isEqualTo(32);
    assertThat(ring.firstRecord()).isEqualTo(4);
  }

  private int locate(int location, int size) {
    new HostFlagsLocation(location, size).write(vram, HgsmiBuffer.dataAt(0));
    return machine.submit(0, 8, Channel.SETUP, HostFlagsLocation.COMMAND);
  }

  private void enable(int screen, int at) {
    new VbvaRing(vram, at).initialize(RING_BYTES, 256);
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
    assertThat(display.enabledScreens()).isZero();
    assertThat(display.records()).isZero();
    enable(0, RING);
  }
}
