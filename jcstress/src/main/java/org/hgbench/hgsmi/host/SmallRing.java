package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.guest.RingWriter;
import org.hgbench.hgsmi.heap.FirstFitPool;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.memory.GuestMemory;

/// A ring with room for three records of eight bytes, with the guest's writer and the host's reader
/// at its ends and no device around: the test is the host.
final class SmallRing {
  private static final int DATA_SIZE = 24;
  private static final int THRESHOLD = 4;
  private static final int HEAP = 512;

  final RingWriter writer;
  final RingReader reader;

  SmallRing() {
    GuestMemory vram = Slots.take();
    HgsmiGuest guest =
        new HgsmiGuest(new DeafVcpu(), vram, new FirstFitPool(HEAP, Slots.BYTES - HEAP));
    writer =
        new RingWriter(
            guest, 0, 0, VbvaRing.HEADER_SIZE + DATA_SIZE, THRESHOLD, RingWriter.WhenFull.WAIT);
    writer.enable();
    VbvaRing ring = new VbvaRing(vram, 0);
    ring.hostEvents(VbvaRing.MODE_ENABLED);
    RecordBuffer buffer =
        new RecordBuffer(
            new RecordBuffer.Budget(), new Counters().writer(Counters.Kind.BYTES_COPIED));
    reader = new RingReader(ring, DATA_SIZE, THRESHOLD, buffer);
  }

  /// Host: takes the next record.
  ///
  /// @return its bytes, 0 if there is none, -1 if the guest seems to have broken the rules
  int take() {
    return switch (reader.fetch()) {
      case RECORD -> {
        int sum = (int) reader.record().sum();
        reader.release();
        yield sum;
      }
      case NOTHING -> 0;
      case VIOLATION -> -1;
    };
  }

  /// A vCPU whose doorbell nobody hears.
  private static final class DeafVcpu implements Vcpu {
    @Override
    public void out(int port, int width, int value) {
      // Nobody is there.
    }

    @Override
    public int in(int port, int width) {
      return -1;
    }

    @Override
    public void fill(long address, long words, int value, int port) {
      throw new UnsupportedOperationException("no bulk access here");
    }

    @Override
    public void copy(long from, long to, long words, int port) {
      throw new UnsupportedOperationException("no bulk access here");
    }

    @Override
    public void handle(int line, InterruptHandler handler) {
      throw new UnsupportedOperationException("no interrupts here");
    }

    @Override
    public void halt(long timeoutNanos) {
      throw new UnsupportedOperationException("no interrupts here");
    }

    @Override
    public void kick() {
      throw new UnsupportedOperationException("no interrupts here");
    }
  }
}
