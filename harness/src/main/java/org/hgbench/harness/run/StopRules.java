package org.hgbench.harness.run;

import java.time.Duration;

/// When a run ends before its plan does.
///
/// @param strict whether a fork that was badly disturbed stops it
/// @param precision how far the ends of a ratio's interval may lie from its middle for the pair to
///   be known well enough, such as 0.02; null to run every fork
/// @param budget how long forks may take in all; null for no limit
public record StopRules(boolean strict, Double precision, Duration budget) {
  /// Runs the whole plan.
  public static final StopRules NONE = new StopRules(false, null, null);
}
