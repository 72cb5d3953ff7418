package org.hgbench.results.report;

import java.util.List;

/// How the ratio of two transports and its interval follow from their forks.
public interface RatioEstimator {
  /// The ratio of `over` to `under`, each one value per fork, in the order they ran.
  Estimate estimate(List<Double> over, List<Double> under);

  /// What the interval is, for captions: `bars show ...`.
  String interval();

  /// A ratio with an interval.
  ///
  /// @param ratio best estimate
  /// @param low lower end
  /// @param high upper end
  record Estimate(double ratio, double low, double high) {}
}
