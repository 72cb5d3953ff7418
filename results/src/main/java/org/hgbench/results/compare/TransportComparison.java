package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.statistics.MultipleTests;

/// Which transport of a run is faster, under each condition that both were measured in?
///
/// Forks of the two that ran side by side are paired, so that what the machine did meanwhile drops
/// out. Every variant of one is held against every variant of the other.
public final class TransportComparison {
  private static final String HGSMI = "hgsmi";
  private static final String HGCM = "hgcm";

  private TransportComparison() {}

  /// The ratios of a run at a family-wise error of 5 %.
  public static List<TransportRatio> of(Run run) {
    return of(run, 0.05);
  }

  /// The ratios of a run, in the order of its HGSMI measurements.
  ///
  /// @param alpha chance of one false verdict among all gating ratios
  public static List<TransportRatio> of(Run run, double alpha) {
    List<TransportMatch> matches = matches(run);
    List<TransportMatch> gating = matches.stream().filter(TransportMatch::gating).toList();
    List<TransportMatch> other = matches.stream().filter(match -> !match.gating()).toList();
    double[] holm = MultipleTests.holm(pValues(gating));
    double[] q = MultipleTests.benjaminiHochberg(pValues(other));
    List<TransportRatio> ratios = new ArrayList<>();
    int gatingSoFar = 0;
    int otherSoFar = 0;
    for (TransportMatch match : matches) {
      ratios.add(match.judge(match.gating() ? holm[gatingSoFar++] : q[otherSoFar++], alpha));
    }
    return List.copyOf(ratios);
  }

  private static List<TransportMatch> matches(Run run) {
    Map<Conditions, List<Measurement>> calls =
        measurements(run, HGCM).stream().collect(Collectors.groupingBy(Conditions::of));
    List<TransportMatch> matches = new ArrayList<>();
    for (Measurement hgsmi : measurements(run, HGSMI)) {
      for (Measurement hgcm : calls.getOrDefault(Conditions.of(hgsmi), List.of())) {
        TransportMatch.of(hgsmi, hgcm).ifPresent(matches::add);
      }
    }
    return matches;
  }

  private static List<Measurement> measurements(Run run, String transport) {
    return run.measurements().stream()
        .filter(measurement -> transport.equals(measurement.transport()))
        .toList();
  }

  private static double[] pValues(List<TransportMatch> matches) {
    return matches.stream().mapToDouble(match -> match.shift().pValue()).toArray();
  }
}
