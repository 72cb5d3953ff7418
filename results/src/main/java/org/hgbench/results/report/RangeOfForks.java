package org.hgbench.results.report;

import java.util.List;
import java.util.stream.IntStream;

/// The ratio of the median forks, and the lowest and highest ratio of forks that ran as neighbours.
/// Where the forks do not pair up, the widest range that they allow.
public final class RangeOfForks implements RatioEstimator {
  @Override
  public Estimate estimate(List<Double> over, List<Double> under) {
    double ratio = median(over) / median(under);
    if (over.size() != under.size()) {
      return new Estimate(ratio, min(over) / max(under), max(over) / min(under));
    }
    List<Double> ratios =
        IntStream.range(0, over.size()).mapToObj(i -> over.get(i) / under.get(i)).toList();
    return new Estimate(ratio, min(ratios), max(ratios));
  }

  @Override
  public String interval() {
    return "lowest to highest ratio of paired forks";
  }

  private static double min(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  private static double max(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int count = sorted.size();
    return (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
  }
}
