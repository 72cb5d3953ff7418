package org.hgbench.harness.link;

import java.util.Map;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Echo;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Sunk;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.settings.Settings;

/// HGSMI, as Linux's driver uses it: every operation takes a buffer from the guest heap, fills it,
/// rings the doorbell, looks at the answer in place, and gives the buffer back.
final class HgsmiLink implements Link {
  private static final long LEAST_VRAM = 16 << 20;

  private final Machine machine;
  private final Vcpu vcpu;
  private final GuestMemory vram;
  private final HgsmiGuest guest;
  private final int payloadBytes;

  private long sent;
  private long sentSum;
  private long wrongAnswers;

  HgsmiLink(LinkSpec spec) {
    if (!spec.variant().equals("default")) {
      throw new IllegalArgumentException("hgsmi has no variant '" + spec.variant() + "'");
    }
    payloadBytes = spec.payloadBytes();
    long heapBytes =
        Math.max(
            HgsmiGuest.LINUX_HEAP_BYTES,
            (long) payloadBytes + HgsmiBuffer.OVERHEAD + HgsmiGuest.LINUX_HEAP_BYTES);
    long vramBytes = Math.max(LEAST_VRAM, Long.highestOneBit(heapBytes) * 4);
    machine =
        Machine.open(
            Settings.of(Map.of("Devices/vga/0/Config/VRamSize", Long.toString(vramBytes)))
                .with(spec.boundary()));
    vcpu = machine.vcpu(0);
    vram = machine.memory().window("vga/0/vram");
    guest = HgsmiGuest.withPool(vcpu, vram, heapBytes);
  }

  @Override
  public long notify(long sequence) {
    long word = Words.of(sequence);
    int buffer = take(BenchmarkCommand.ECHO_SIZE, BenchmarkCommand.SINK);
    new Echo(sequence, word).write(vram, HgsmiBuffer.dataAt(buffer));
    guest.submit(buffer);
    guest.free(buffer);
    sent++;
    sentSum += sequence + word;
    return buffer;
  }

  @Override
  public long call(long sequence) {
    long word = Words.of(sequence);
    int buffer = take(BenchmarkCommand.ECHO_SIZE, BenchmarkCommand.ECHO);
    long at = HgsmiBuffer.dataAt(buffer);
    new Echo(sequence, word).write(vram, at);
    guest.submit(buffer);
    long first = Echo.a(vram, at);
    long second = Echo.b(vram, at);
    guest.free(buffer);
    if (first != word || second != sequence + word) {
      wrongAnswers++;
    }
    return second;
  }

  @Override
  public long write(long sequence) {
    int buffer = take(payloadBytes, BenchmarkCommand.SINK);
    sentSum += vram.fillWords(HgsmiBuffer.dataAt(buffer), payloadBytes, Words.of(sequence));
    guest.submit(buffer);
    guest.free(buffer);
    sent++;
    return buffer;
  }

  @Override
  public long read(long sequence) {
    long word = Words.of(sequence);
    int buffer = take(payloadBytes, BenchmarkCommand.FILL);
    long at = HgsmiBuffer.dataAt(buffer);
    BenchmarkCommand.fillWord(vram, at, word);
    guest.submit(buffer);
    long sum = vram.sum(at, payloadBytes);
    guest.free(buffer);
    if (sum != Words.sum(word, payloadBytes)) {
      wrongAnswers++;
    }
    return sum;
  }

  @Override
  public void bareTrap() {
    vcpu.out(UNCLAIMED_PORT, 0);
  }

  @Override
  public Verification verify() {
    int buffer = take(BenchmarkCommand.QUERY_SIZE, BenchmarkCommand.QUERY);
    guest.submit(buffer);
    Sunk sunk = Sunk.read(vram, HgsmiBuffer.dataAt(buffer));
    guest.free(buffer);
    Verification verification =
        Verification.of(sent, sentSum, sunk.count(), sunk.sum(), wrongAnswers);
    sent = 0;
    sentSum = 0;
    wrongAnswers = 0;
    return verification;
  }

  @Override
  public CounterValues counters() {
    return machine.counters();
  }

  @Override
  public void close() {
    machine.close();
  }

  private int take(int dataBytes, int command) {
    int buffer = guest.allocate(dataBytes, Channel.BENCHMARK, command);
    if (buffer == HgsmiPorts.VOID) {
      throw new IllegalStateException("guest heap is full: dataBytes=" + dataBytes);
    }
    return buffer;
  }
}
