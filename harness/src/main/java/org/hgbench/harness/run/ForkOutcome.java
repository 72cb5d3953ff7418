package org.hgbench.harness.run;

import java.nio.file.Path;
import java.util.List;
import org.hgbench.harness.benchmark.ForkReport;
import org.hgbench.harness.plan.OpenCell;
import org.hgbench.harness.plan.PlannedFork;
import tools.jackson.databind.node.ObjectNode;

/// What one fork measured.
///
/// @param fork what it was to do
/// @param startedAt when it began, ISO 8601 with zone
/// @param jmh JMH's own result for it
/// @param iterations nanoseconds per operation of each measured iteration
/// @param report what it found besides; null for a yardstick without a link
/// @param histogramLog its histogram log; null if it recorded none
record ForkOutcome(
    PlannedFork fork,
    String startedAt,
    ObjectNode jmh,
    List<Double> iterations,
    ForkReport report,
    Path histogramLog) {
  /// Nanoseconds per operation of all measured iterations together. They are equally long, so the
  /// operations weigh as the harmonic mean. Of an open load, the mean response time.
  double nanosPerOperation() {
    if (fork.subject() instanceof OpenCell) {
      // What JMH timed there is the whole load.
      return report.noted("load.responseMean");
    }
    double operationsPerNano = 0;
    for (double nanos : iterations) {
      operationsPerNano += 1 / nanos;
    }
    return iterations.size() / operationsPerNano;
  }
}
