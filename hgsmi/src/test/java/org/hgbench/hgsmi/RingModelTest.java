package org.hgbench.hgsmi;

import org.hgbench.hgsmi.guest.RingWriter;
import org.hgbench.hgsmi.host.display.CountingDisplay;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.OperationSequences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The ring, with a guest that writes whole and unfinished records and a host that looks at any
/// time, beside a model: what was finished and not yet delivered.
class RingModelTest {
  private static final int OPERATIONS = 40_000;
  private static final int RING_AT = 0x1000;
  private static final int DATA_BYTES = 1024;
  private static final int THRESHOLD = 256;

  private final VgaMachine machine = new VgaMachine();

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void deliversEveryRecordOnceAndWhole() {
    OperationSequences.check(31, OPERATIONS, Ring::new);
  }

  private final class Ring implements OperationSequences.Subject {
    private final CountingDisplay display = machine.device().display(CountingDisplay.class);
    private final RingWriter writer;
    private final long recordsBefore;
    private final long sumBefore;
    private boolean writing;
    private long records;
    private long sum;
    private long sumOfTheUnfinished;
    private int bytesOfTheUnfinished;

    Ring() {
      machine.device().reset();
      machine.vram().clear(RING_AT, VbvaRing.HEADER_SIZE);
      writer =
          new RingWriter(
              machine.guest(),
              0,
              RING_AT,
              VbvaRing.HEADER_SIZE + DATA_BYTES,
              THRESHOLD,
              RingWriter.WhenFull.FLUSH);
      if (writer.enable() != 0) {
        throw new AssertionError("ring refused");
      }
      recordsBefore = display.records();
      sumBefore = display.sum();
    }

    @Override
    public void apply(int operation) {
      int size = operation >>> 4;
      switch (operation & 15) {
        case 0, 1, 2, 3 -> whole(1 + size % 30, size);
        case 4, 5 -> begin();
        case 6, 7, 8, 9 -> write(1 + size % 100, size);
        case 10, 11 -> end();
        case 12, 13 -> machine.device().refresh();
        case 14 -> writer.flush();
        default -> {
          machine.device().refresh();
          compare(records, sum);
        }
      }
      if (!writer.isEnabled()) {
        throw new AssertionError("the host switched the ring off");
      }
      if (display.records() - recordsBefore > records) {
        throw new AssertionError("more records than were finished");
      }
    }

    private void whole(int words, long word) {
      if (writing) {
        return;
      }
      if (!writer.append(word, words)) {
        throw new AssertionError("no room for %d words".formatted(words));
      }
      records++;
      sum += word * words;
    }

    private void begin() {
      if (!writing && writer.begin()) {
        writing = true;
        sumOfTheUnfinished = 0;
        bytesOfTheUnfinished = 0;
      }
    }

    private void write(int words, long word) {
      if (writing) {
        if (!writer.writeWords(word, words)) {
          throw new AssertionError("no room for %d words more".formatted(words));
        }
        sumOfTheUnfinished += word * words;
        bytesOfTheUnfinished += words * Long.BYTES;
      }
    }

    /// A record that is shorter than its rectangle would break the rules.
    private void end() {
      if (writing) {
        if (bytesOfTheUnfinished == 0) {
          write(1, 1);
        }
        writer.end();
        writing = false;
        records++;
        sum += sumOfTheUnfinished;
      }
    }

    private void compare(long expectedRecords, long expectedSum) {
      long delivered = display.records() - recordsBefore;
      if (delivered != expectedRecords || display.sum() - sumBefore != expectedSum) {
        throw new AssertionError(
            "records=%d of %d, sum=0x%x of 0x%x"
                .formatted(delivered, expectedRecords, display.sum() - sumBefore, expectedSum));
      }
    }

    @Override
    public String describe(int operation) {
      String[] names = {
        "whole", "whole", "whole", "whole", "begin", "begin", "write", "write", "write", "write",
        "end", "end", "refresh", "refresh", "flush", "compare"
      };
      return names[operation & 15] + " " + (operation >>> 4);
    }
  }
}
