package org.hgbench.harness.run;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Workload;
import org.hgbench.harness.plan.Cell;
import org.hgbench.results.model.OperationCounters;

/// What the protocols predict that one operation consists of (part 3 of the protocol reference), to
/// hold against what was counted.
///
/// Most counts are exact. Where interrupts may coalesce, or a ring fills sooner or later, the
/// prediction is a range.
///
/// @param traps port accesses, that of [Workload#EVENT]'s asking among them
/// @param interrupts interrupts taken
/// @param handovers requests that an EMT hands to another host thread
/// @param bytesCopied payload bytes copied by the transport
record Prediction(Range traps, Range interrupts, Range handovers, Range bytesCopied) {
  /// Least and most records that the ring holds: its 64 places, its 65,248 bytes, and the threshold
  /// that a record leaves free.
  private static final double RING_RECORDS = 63;

  private static final double RING_BYTES = 65_248;
  private static final double RING_THRESHOLD = 256;

  /// Iterations begin and end in the middle of a batch.
  private static final double EDGE = 0.02;

  /// From one count to another.
  record Range(double low, double high) {
    static final Range NONE = exactly(0);
    static final Range ANY = new Range(0, Double.POSITIVE_INFINITY);

    static Range exactly(double count) {
      return new Range(count, count);
    }

    Range plus(Range other) {
      return new Range(low + other.low, high + other.high);
    }

    /// Per operation, when this happens once in so many.
    Range onceIn(int operations) {
      return operations == 1
          ? this
          : new Range(low / operations * (1 - EDGE), high / operations * (1 + EDGE));
    }

    boolean contains(double count) {
      return low <= count && count <= high;
    }

    @Override
    public String toString() {
      return low == high ? Double.toString(low) : "%.3f to %.3f".formatted(low, high);
    }
  }

  /// The prediction for a cell.
  static Prediction of(Cell cell) {
    return switch (cell.transport()) {
      case "hgsmi" -> ofHgsmi(cell);
      case "hgcm" -> ofHgcm(cell);
      case "none" ->
          Workload.of(cell.workload()).kind() == Workload.Kind.PLUGGED
              ? unknown()
              : exactly(0, 0, 0, 0);
      default -> unknown();
    };
  }

  /// Nobody knows what a plug-in's protocol asks for.
  private static Prediction unknown() {
    return new Prediction(Range.ANY, Range.ANY, Range.ANY, Range.ANY);
  }

  private static Prediction ofHgsmi(Cell cell) {
    return switch (Workload.of(cell.workload()).kind()) {
      case NOTIFY, CALL, WRITE, READ, TOUCH -> exactly(1, 0, 0, 0);
      case EVENT -> hostCommand(cell);
      case STREAM -> ringRecord(cell);
      case DUPLEX -> hostCommand(cell).plus(ringRecord(cell));
      case PLUGGED -> unknown();
    };
  }

  /// Asking, reading the command's offset and giving it back; and, by interrupt, acknowledging it.
  private static Prediction hostCommand(Cell cell) {
    if (cell.waitStrategy().equals("irq")) {
      return exactly(4, 1, 0, 0);
    }
    Range traps =
        cell.variant().equals("port") ? new Range(3, Double.POSITIVE_INFINITY) : Range.exactly(3);
    return new Prediction(traps, Range.NONE, Range.NONE, Range.NONE);
  }

  /// A doorbell for as many records as the ring holds, or for a batch; a record that crosses the
  /// end of the ring is copied.
  private static Prediction ringRecord(Cell cell) {
    double bytes = cell.payloadBytes();
    double most = Math.min(RING_RECORDS, RING_BYTES / bytes);
    double least = Math.min(RING_RECORDS, Math.floor((RING_BYTES - RING_THRESHOLD) / bytes) - 1);
    Variant variant = new Variant(cell.variant());
    Range doorbells = new Range(1 / most * (1 - EDGE), 1 / least * (1 + EDGE));
    if (variant.isRefreshed()) {
      doorbells = Range.NONE;
    } else if (variant.isBatched() && variant.batch() < least) {
      doorbells = Range.exactly(1).onceIn(variant.batch());
    } else if (variant.isBatched()) {
      doorbells = doorbells.plus(new Range(0, 1.0 / variant.batch()));
    }
    return new Prediction(doorbells, Range.NONE, Range.NONE, new Range(0, bytes));
  }

  private static Prediction ofHgcm(Cell cell) {
    boolean irq = cell.waitStrategy().equals("irq");
    double bytes = cell.variant().equals("no-bounce") ? 0 : cell.payloadBytes();
    return switch (Workload.of(cell.workload()).kind()) {
      case NOTIFY, CALL -> call(irq, 0);
      case WRITE, READ -> call(irq, bytes);
      // Asking; the end of the parked call; the call that fetches; parking again.
      case EVENT -> irq ? exactly(5, 2, 2, 0) : exactly(3, 0, 2, 0);
      case STREAM -> batched(call(irq, bytes), new Variant(cell.variant()).batch(), bytes);
      // Two of the three completions may come with one interrupt.
      case DUPLEX ->
          irq
              ? new Prediction(
                  new Range(6, 7), new Range(2, 3), Range.exactly(3), Range.exactly(bytes))
              : exactly(4, 0, 3, bytes);
      case TOUCH -> exactly(1, 0, 0, 0);
      case PLUGGED -> unknown();
    };
  }

  private static Prediction call(boolean irq, double bytes) {
    return irq ? exactly(2, 1, 1, bytes) : exactly(1, 0, 1, bytes);
  }

  private static Prediction batched(Prediction one, int batch, double bytes) {
    return new Prediction(
        one.traps.onceIn(batch),
        one.interrupts.onceIn(batch),
        one.handovers.onceIn(batch),
        Range.exactly(bytes * batch).onceIn(batch));
  }

  private static Prediction exactly(
      double traps, double interrupts, double handovers, double bytesCopied) {
    return new Prediction(
        Range.exactly(traps),
        Range.exactly(interrupts),
        Range.exactly(handovers),
        Range.exactly(bytesCopied));
  }

  private Prediction plus(Prediction other) {
    return new Prediction(
        traps.plus(other.traps),
        interrupts.plus(other.interrupts),
        handovers.plus(other.handovers),
        bytesCopied.plus(other.bytesCopied));
  }

  /// A sentence per count that differs.
  List<String> contradictions(OperationCounters counted) {
    List<String> sentences = new ArrayList<>();
    compare(sentences, "traps", traps, counted.traps());
    compare(sentences, "interrupts", interrupts, counted.interrupts());
    compare(sentences, "hand-overs", handovers, counted.handovers());
    compare(sentences, "bytes copied", bytesCopied, counted.bytesCopied());
    return sentences;
  }

  private static void compare(
      List<String> sentences, String what, Range predicted, Double counted) {
    if (counted != null && !predicted.contains(counted)) {
      sentences.add(
          "suspect: %s per operation counted %s, predicted %s".formatted(what, counted, predicted));
    }
  }
}
