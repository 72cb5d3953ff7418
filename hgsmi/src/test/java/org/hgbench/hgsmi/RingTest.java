package org.hgbench.hgsmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.guest.RingWriter;
import org.hgbench.hgsmi.guest.RingWriter.WhenFull;
import org.hgbench.hgsmi.guest.VramMap;
import org.hgbench.hgsmi.host.RefreshThread;
import org.hgbench.hgsmi.host.display.CountingDisplay;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.WatchedVcpu;
import org.hgbench.machine.counter.CounterValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records through the ring, from the guest's writer to the host's display driver.
class RingTest {
  private static final long RECTANGLE = 0x0004_0003_0002_0001L;

  private final VgaMachine machine = new VgaMachine();
  private final HgsmiGuest guest = machine.guest();
  private final VramMap map = VramMap.linux(VgaMachine.VRAM_BYTES, 1);
  private final CountingDisplay display = machine.device().display(CountingDisplay.class);

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void followsTheGoldenTrace() {
    int at = 0x1000;
    RingWriter writer =
        new RingWriter(guest, 0, at, VbvaRing.HEADER_SIZE + 1024, 256, WhenFull.FLUSH);
    VbvaRing ring = new VbvaRing(machine.vram(), at);
    assertThat(writer.enable()).isZero();
    assertThat(ring.hostEvents()).isEqualTo(0x81);
    long flushed = machine.device().commands();
    List<String> trace = new ArrayList<>();
    Runnable note = () -> trace.add(state(ring) + " " + (machine.device().commands() - flushed));

    assertThat(writer.begin()).isTrue();
    note.run();
    assertThat(writer.write(RECTANGLE)).isTrue();
    note.run();
    writer.end();
    note.run();
    assertThat(writer.begin() && writer.write(RECTANGLE)).isTrue();
    note.run();
    assertThat(writer.write(new byte[600], 0, 600)).isTrue();
    note.run();
    writer.end();
    note.run();
    assertThat(writer.begin() && writer.write(RECTANGLE)).isTrue();
    note.run();
    assertThat(writer.write(new byte[2000], 0, 2000)).isTrue();
    note.run();
    writer.end();
    note.run();
    writer.flush();
    note.run();

    assertThat(trace)
        .containsExactly(
            "0 0 0 1 80000000 0",
            "0 8 0 1 80000008 0",
            "0 8 0 1 8 0",
            "0 16 0 2 80000008 0",
            "0 616 0 2 80000260 0",
            "0 616 0 2 260 0",
            "0 624 0 3 80000008 0",
            "104 576 2 3 800007d8 3",
            "104 576 2 3 7d8 3",
            "576 576 3 3 7d8 4");
    assertThat(display.records()).isEqualTo(3);
    assertThat(display.bytes()).isEqualTo(8 + 608 + 2008);
    assertThat(machine.machine().counters().bytesCopied()).isEqualTo(2008);
  }

  /// The steps inside the long write of the golden trace, seen from the host: what the ring looks
  /// like when each flush has been served.
  @Test
  void takesALongRecordInPartsAsTheGoldenTraceSays() {
    int at = 0x1000;
    VbvaRing ring = new VbvaRing(machine.vram(), at);
    List<String> flushes = new ArrayList<>();
    HgsmiGuest watched =
        HgsmiGuest.withPool(
            new WatchedVcpu(machine.vcpu(), value -> flushes.add(state(ring))),
            machine.vram(),
            HgsmiGuest.LINUX_HEAP_BYTES);
    RingWriter writer =
        new RingWriter(watched, 0, at, VbvaRing.HEADER_SIZE + 1024, 256, WhenFull.FLUSH);
    writer.enable();
    for (int length : new int[] {8, 608}) {
      assertThat(writer.begin() && writer.write(new byte[length], 0, length)).isTrue();
      writer.end();
    }
    flushes.clear();
    assertThat(writer.begin() && writer.write(RECTANGLE)).isTrue();
    assertThat(writer.write(new byte[2000], 0, 2000)).isTrue();
    assertThat(flushes)
        .containsExactly("616 624 2 3 80000008", "360 360 2 3 80000300", "104 104 2 3 80000600");
  }

  @Test
  void sixtyThreeShortRecordsCostOneTrap() {
    RingWriter writer = enabled(WhenFull.FLUSH);
    writeShort(writer, 63);
    CounterValues before = machine.machine().counters();
    writeShort(writer, 63 * 100);
    assertThat(machine.machine().counters().since(before))
        .isEqualTo(new CounterValues(100, 0, 0, 0));
    writer.flush();
    assertThat(display.records()).isEqualTo(63 * 101);
  }

  @Test
  void everyByteArrivesWhateverTheLengths() {
    RingWriter writer = enabled(WhenFull.FLUSH);
    Random random = new Random(99);
    long sum = 0;
    long bytes = 0;
    byte[] record = new byte[150_000];
    random.nextBytes(record);
    for (int i = 0; i < 2_000; i++) {
      int length = 8 + random.nextInt(random.nextInt(100) == 0 ? record.length - 8 : 2000);
      record[random.nextInt(length)]++;
      assertThat(writer.begin()).isTrue();
      int first = random.nextInt(length + 1);
      assertThat(writer.write(record, 0, first)).isTrue();
      assertThat(writer.write(record, first, length - first)).isTrue();
      writer.end();
      sum += sum(record, length);
      bytes += length;
    }
    writer.flush();
    assertThat(display.records()).isEqualTo(2_000);
    assertThat(display.bytes()).isEqualTo(bytes);
    assertThat(display.sum()).isEqualTo(sum);
    assertThat(machine.device().faults()).isZero();
  }

  @Test
  void wordsAreSplitAtTheEndOfTheRing() {
    RingWriter writer =
        new RingWriter(guest, 0, 0x1000, VbvaRing.HEADER_SIZE + 1004, 256, WhenFull.FLUSH);
    writer.enable();
    for (int i = 0; i < 1_000; i++) {
      assertThat(writer.begin() && writer.writeWords(RECTANGLE, 5)).isTrue();
      writer.end();
    }
    writer.flush();
    assertThat(display.records()).isEqualTo(1_000);
    assertThat(display.sum()).isEqualTo(5_000 * RECTANGLE);
  }

  @Test
  @Timeout(30)
  void aRefreshThreadDrainsWithoutATrap() {
    RingWriter writer = enabled(WhenFull.WAIT);
    CounterValues before = machine.machine().counters();
    try (RefreshThread _ = new RefreshThread(machine.device(), 0)) {
      writeShort(writer, 20_000);
    }
    assertThat(machine.machine().counters().since(before)).isEqualTo(new CounterValues(0, 0, 0, 0));
    assertThat(display.records()).isEqualTo(20_000);
    assertThat(display.sum()).isEqualTo(20_000 * RECTANGLE);
  }

  @Test
  @Timeout(30)
  void aRefreshThreadTakesRecordsLongerThanTheRing() {
    RingWriter writer = enabled(WhenFull.WAIT);
    byte[] record = new byte[200_000];
    new Random(3).nextBytes(record);
    try (RefreshThread _ = new RefreshThread(machine.device(), 10_000)) {
      for (int i = 0; i < 20; i++) {
        assertThat(writer.begin() && writer.write(record, 0, record.length)).isTrue();
        writer.end();
      }
    }
    assertThat(display.records()).isEqualTo(20);
    assertThat(display.sum()).isEqualTo(20 * sum(record, record.length));
  }

  @Test
  void theGuestNoticesThatTheHostHasSwitchedOff() {
    RingWriter writer = enabled(WhenFull.FLUSH);
    new VbvaRing(machine.vram(), map.ringOffset(0)).freeRecord(64);
    writer.flush();
    assertThat(machine.device().faults()).isEqualTo(1);
    assertThat(writer.isEnabled()).isFalse();
    assertThat(writer.begin()).isFalse();
    assertThat(writer.enable()).isZero();
    assertThat(writer.begin()).isTrue();
  }

  @Test
  void theGuestDoesNotTrustTheHostsOffsets() {
    RingWriter writer = enabled(WhenFull.FLUSH);
    VbvaRing ring = new VbvaRing(machine.vram(), map.ringOffset(0));
    assertThat(writer.begin()).isTrue();
    for (int offset : new int[] {65248, -1, 0x7FFFFFFF}) {
      ring.dataOffset(offset);
      assertThat(writer.write(new byte[65248], 0, 65248)).isFalse();
    }
  }

  @Test
  void aResetTakesWhatIsThereAndSwitchesOff() {
    RingWriter writer = enabled(WhenFull.FLUSH);
    writeShort(writer, 5);
    machine.device().reset();
    assertThat(display.records()).isEqualTo(5);
    assertThat(display.enabledScreens()).isZero();
    assertThat(writer.isEnabled()).isFalse();
  }

  @Test
  @Tag("allocation")
  void aWarmRecordAllocatesNoObjects() {
    RingWriter writer = enabled(WhenFull.FLUSH);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < 20 && allocated > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 50_000; i++) {
        if (!writer.append(RECTANGLE, 8)) {
          throw new AssertionError("no room for record " + i);
        }
      }
      writeShort(writer, 50_000);
      allocated = (threads.getCurrentThreadAllocatedBytes() - before) / 100_000;
    }
    assertThat(allocated).isZero();
  }

  @Test
  void aRecordThatLeavesTooLittleRoomOverflows() {
    RingWriter writer = enabled(WhenFull.FLUSH);
    VbvaRing ring = new VbvaRing(machine.vram(), map.ringOffset(0));
    assertThat(writer.begin()).isTrue();
    assertThat(writer.write(new byte[60000], 0, 60000)).isTrue();
    machine.device().reset();
    assertThat(ring.hostEvents()).isZero();
    assertThat(writer.write(new byte[10000], 0, 10000)).isFalse();
  }

  /// What one word publishes is what three steps leave behind.
  @Test
  void aRecordWrittenAtOnceLooksLikeOneWrittenInSteps() {
    VbvaRing ring = new VbvaRing(machine.vram(), 0x1000);
    RingWriter writer = small();
    byte[] record = new byte[700];
    new Random(5).nextBytes(record);
    assertThat(writer.append(record, 100, 600)).isTrue();
    assertThat(state(ring)).isEqualTo("0 600 0 1 258");
    // It does not fit in front of the end of the ring: in steps, and split.
    assertThat(writer.append(record, 100, 600)).isTrue();
    assertThat(state(ring)).isEqualTo("600 176 1 2 258");
    writer.flush();
    assertThat(display.records()).isEqualTo(2);
    byte[] appended = Arrays.copyOfRange(record, 100, 700);
    assertThat(display.sum()).isEqualTo(2 * sum(appended, 600));
  }

  @Test
  void everyByteOfARecordWrittenAtOnceArrives() {
    RingWriter writer = small();
    Random random = new Random(77);
    byte[] record = new byte[3000];
    random.nextBytes(record);
    long sum = 0;
    long bytes = 0;
    for (int i = 0; i < 5_000; i++) {
      int length = 8 + random.nextInt(random.nextInt(20) == 0 ? 2992 : 100);
      assertThat(writer.append(record, 0, length)).isTrue();
      sum += sum(record, length);
      bytes += length;
    }
    writer.flush();
    assertThat(display.records()).isEqualTo(5_000);
    assertThat(display.bytes()).isEqualTo(bytes);
    assertThat(display.sum()).isEqualTo(sum);
    assertThat(machine.device().faults()).isZero();
  }

  @Test
  void nothingIsWrittenWhenTheHostTakesNoRecords() {
    RingWriter writer = enabled(WhenFull.FLUSH);
    VbvaRing ring = new VbvaRing(machine.vram(), map.ringOffset(0));
    machine.device().reset();
    String before = state(ring);
    assertThat(writer.append(RECTANGLE, 8)).isFalse();
    assertThat(writer.append(new byte[64], 0, 64)).isFalse();
    assertThat(writer.append(new byte[70_000], 0, 70_000)).isFalse();
    assertThat(writer.begin()).isFalse();
    assertThat(state(ring)).isEqualTo(before);
  }

  @Test
  void theGuestKnowsWhetherTheHostHasTakenEverything() {
    RingWriter writer = enabled(WhenFull.FLUSH);
    assertThat(writer.isDrained()).isTrue();
    writeShort(writer, 2);
    CounterValues before = machine.machine().counters();
    assertThat(writer.isDrained()).isFalse();
    assertThat(machine.device().refresh()).isEqualTo(2);
    assertThat(writer.isDrained()).isTrue();
    assertThat(machine.machine().counters().since(before)).isEqualTo(new CounterValues(0, 0, 0, 0));
  }

  /// The doorbell needs a buffer. Without one the ring stays full, and the record is dropped.
  @Test
  void aFullRingWithoutADoorbellDropsTheRecord() {
    RingWriter writer = enabled(WhenFull.FLUSH);
    writeShort(writer, 63);
    int hog = exhaust();
    assertThat(writer.begin()).isFalse();
    assertThat(writer.append(RECTANGLE, 1)).isFalse();
    assertThat(writer.append(new byte[8], 0, 8)).isFalse();
    guest.free(hog);
    assertThat(writer.append(RECTANGLE, 1)).isTrue();
    writer.flush();
    assertThat(display.records()).isEqualTo(64);
    assertThat(display.sum()).isEqualTo(64 * RECTANGLE);
  }

  /// A record that has begun and finds no room for its data stays unfinished, and the host waits
  /// for its end. Switching the ring off and on begins anew.
  @Test
  void aRecordThatFindsNoRoomForItsDataIsNeverSeen() {
    VbvaRing ring = new VbvaRing(machine.vram(), 0x1000);
    RingWriter writer = small();
    int hog = exhaust();
    assertThat(writer.append(RECTANGLE, 200)).isFalse();
    assertThat(VbvaRing.isPartial(ring.record(0))).isTrue();
    assertThat(writer.append(new byte[2000], 0, 2000)).isFalse();
    assertThat(VbvaRing.isPartial(ring.record(1))).isTrue();
    guest.free(hog);
    writer.flush();
    assertThat(display.records()).isZero();
    assertThat(writer.disable()).isZero();
    assertThat(writer.enable()).isZero();
    assertThat(writer.append(RECTANGLE, 200)).isTrue();
    writer.flush();
    assertThat(display.records()).isEqualTo(1);
    assertThat(display.sum()).isEqualTo(200 * RECTANGLE);
    assertThat(machine.device().faults()).isZero();
  }

  /// An index outside the ring leaves no room, however often the guest tries.
  @ParameterizedTest
  @ValueSource(ints = {64, -1, 0x80000000})
  void theGuestDoesNotTrustTheHostsIndex(int index) {
    VbvaRing ring = new VbvaRing(machine.vram(), 0x1000);
    boolean[] lies = {false};
    HgsmiGuest watched =
        HgsmiGuest.withPool(
            new WatchedVcpu(
                machine.vcpu(),
                value -> {
                  if (lies[0]) {
                    ring.firstRecord(index);
                  }
                }),
            machine.vram(),
            HgsmiGuest.LINUX_HEAP_BYTES);
    RingWriter writer =
        new RingWriter(watched, 0, 0x1000, VbvaRing.HEADER_SIZE + 1024, 256, WhenFull.FLUSH);
    assertThat(writer.enable()).isZero();
    writeShort(writer, 63);
    lies[0] = true;
    for (int i = 0; i < 3; i++) {
      assertThat(writer.begin()).isFalse();
      assertThat(writer.append(RECTANGLE, 1)).isFalse();
      assertThat(writer.append(new byte[8], 0, 8)).isFalse();
    }
    assertThat(ring.freeRecord()).isEqualTo(63);
    lies[0] = false;
    ring.firstRecord(63);
    assertThat(writer.append(RECTANGLE, 1)).isTrue();
    writer.flush();
    assertThat(display.records()).isEqualTo(64);
  }

  /// Nobody takes anything: the writer gives up after a second, without a trap, and goes on when
  /// somebody has.
  @Test
  @Timeout(30)
  void aWriterThatWaitsInVainGivesUp() {
    RingWriter writer = enabled(WhenFull.WAIT);
    writeShort(writer, 63);
    CounterValues before = machine.machine().counters();
    assertThat(writer.begin()).isFalse();
    assertThat(machine.machine().counters().since(before)).isEqualTo(new CounterValues(0, 0, 0, 0));
    assertThat(writer.isEnabled()).isTrue();
    assertThat(machine.device().refresh()).isEqualTo(63);
    writeShort(writer, 1);
    assertThat(machine.device().refresh()).isEqualTo(1);
  }

  /// It writes what there is room for above the threshold, and does not wait for the rest.
  @Test
  @Timeout(30)
  void aWriterDoesNotWaitForAHostThatHasSwitchedOff() {
    RingWriter writer =
        new RingWriter(guest, 0, 0x1000, VbvaRing.HEADER_SIZE + 1024, 256, WhenFull.WAIT);
    VbvaRing ring = new VbvaRing(machine.vram(), 0x1000);
    assertThat(writer.enable()).isZero();
    assertThat(writer.begin() && writer.write(new byte[500], 0, 500)).isTrue();
    ring.hostEvents(0);
    assertThat(writer.write(new byte[600], 0, 600)).isFalse();
    assertThat(ring.freeOffset()).isEqualTo(1024 - 256);
    assertThat(writer.begin()).isFalse();
  }

  /// A ring of 1024 bytes at 0x1000.
  private RingWriter small() {
    RingWriter writer =
        new RingWriter(guest, 0, 0x1000, VbvaRing.HEADER_SIZE + 1024, 256, WhenFull.FLUSH);
    assertThat(writer.enable()).isZero();
    return writer;
  }

  /// Takes all of the guest's heap in one buffer, and returns it.
  private int exhaust() {
    int bytes = HgsmiGuest.LINUX_HEAP_BYTES - HgsmiGuest.HOST_FLAGS_BYTES - HgsmiBuffer.OVERHEAD;
    int hog = guest.allocate(bytes, Channel.BENCHMARK, BenchmarkCommand.SINK);
    assertThat(hog).isNotEqualTo(HgsmiPorts.VOID);
    return hog;
  }

  private RingWriter enabled(WhenFull whenFull) {
    RingWriter writer = RingWriter.linux(guest, map, 0, whenFull);
    assertThat(writer.enable()).isZero();
    return writer;
  }

  private static void writeShort(RingWriter writer, int records) {
    for (int i = 0; i < records; i++) {
      if (!writer.begin() || !writer.write(RECTANGLE)) {
        throw new AssertionError("no room for record " + i);
      }
      writer.end();
    }
  }

  private static long sum(byte[] bytes, int length) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (bytes[i] & 0xFFL) << 8 * (i % 8);
    }
    return sum;
  }

  /// Data offset, free offset, first record, free record, newest record word.
  private static String state(VbvaRing ring) {
    int newest = ring.freeRecord() - 1 & VbvaRing.RECORDS - 1;
    return "%d %d %d %d %x"
        .formatted(
            ring.dataOffset(),
            ring.freeOffset(),
            ring.firstRecord(),
            ring.freeRecord(),
            ring.record(newest));
  }
}
