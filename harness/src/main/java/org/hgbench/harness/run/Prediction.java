package org.hgbench.harness.run;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.plan.Cell;
import org.hgbench.results.model.OperationCounters;

/// What the protocols predict that one operation consists of (part 3 of the protocol reference), to
/// hold against what was counted.
///
/// @param traps port accesses
/// @param interrupts interrupts taken
/// @param handovers requests handed to another host thread
/// @param bytesCopied payload bytes copied by the transport
record Prediction(double traps, double interrupts, double handovers, double bytesCopied) {
  /// The prediction for a cell.
  static Prediction of(Cell cell) {
    return switch (cell.transport()) {
      case "hgsmi" -> new Prediction(1, 0, 0, 0);
      case "hgcm" -> {
        boolean bulk = cell.workload().equals("write") || cell.workload().equals("read");
        boolean irq = cell.waitStrategy().equals("irq");
        yield new Prediction(irq ? 2 : 1, irq ? 1 : 0, 1, bulk ? cell.payloadBytes() : 0);
      }
      case "none" -> new Prediction(0, 0, 0, 0);
      // Nobody knows what a plug-in's protocol asks for.
      default -> new Prediction(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    };
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
      List<String> sentences, String what, double predicted, Double counted) {
    if (counted != null && !Double.isNaN(predicted) && counted != predicted) {
      sentences.add(
          "suspect: %s per operation counted %s, predicted %s".formatted(what, counted, predicted));
    }
  }
}
