package org.hgbench.harness.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.environment.DisturbanceProbe;
import org.hgbench.harness.environment.DisturbanceSnapshot;
import org.hgbench.harness.environment.Grade;
import org.hgbench.harness.environment.PauseDetector;
import org.hgbench.harness.environment.Pauses;
import org.hgbench.harness.environment.ProcessorTimes;
import org.hgbench.harness.environment.SystemFiles;
import org.hgbench.results.model.Disturbance;

/// Watches a fork for disturbances from its first measured iteration to its last.
final class DisturbanceWatch {
  private DisturbanceProbe probe;
  private PauseDetector pauses;
  private DisturbanceSnapshot before;

  /// Begins to watch, if it does not yet.
  void begin() {
    if (before == null) {
      probe = new DisturbanceProbe(SystemFiles.ofThisMachine());
      pauses = PauseDetector.start();
      before = probe.snapshot();
    }
  }

  /// What was seen; null if nothing was measured.
  Disturbance end() {
    if (before == null) {
      return null;
    }
    DisturbanceSnapshot after = probe.snapshot();
    Pauses stood = pauses.take();
    pauses.close();
    return of(after.since(before), stood);
  }

  private static Disturbance of(org.hgbench.harness.environment.Disturbance seen, Pauses stood) {
    Grade grade = seen.grade().worse(stood.grade());
    List<String> reasons = new ArrayList<>(seen.warnings());
    reasons.addAll(stood.warnings());
    return new Disturbance(
        grade.text(),
        seen.nanos(),
        seen.stealTicks() == null ? null : seen.stealTicks() * ProcessorTimes.TICK_NANOS,
        seen.involuntarySwitches(),
        stood.count(),
        stood.totalNanos(),
        stood.longestNanos(),
        seen.throttledNanos(),
        seen.majorFaults(),
        reasons);
  }
}
