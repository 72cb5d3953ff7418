package org.hgbench.harness.targets;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hgbench.results.statistics.Interval;
import org.hgbench.results.statistics.Sample;
import org.hgbench.results.statistics.SignedRank;

/// What the slices of all forks say about a target.
public final class TargetResult {
  private static final double ALPHA = 0.05;

  private final Target target;
  private final List<String> names;
  private final List<List<double[]>> forks;

  /// Judges nanoseconds per operation: forks, rounds, contenders.
  TargetResult(Target target, List<String> names, List<List<double[]>> forks) {
    this.target = target;
    this.names = names;
    this.forks = forks;
  }

  /// Whether the interval reaches the bound.
  public boolean isMet() {
    return target.bound().isReachedBy(interval(1));
  }

  /// The subject's ratio to a contender, in the measure of the bound.
  double ratio(int contender) {
    return target.bound().ratio(shift(contender).estimate());
  }

  /// Its 95 % interval.
  Interval interval(int contender) {
    return target.bound().ratio(shift(contender).interval(ALPHA));
  }

  /// A verdict, and a line for each contender.
  public String text() {
    StringBuilder text = new StringBuilder();
    Interval interval = interval(1);
    line(text, "%s: %s", target.name(), target.bound().verdict(interval));
    line(text, "  %s", target.statement());
    line(
        text,
        "  %s; measured %.3f, 95 %% interval %.3f to %.3f; forks %s",
        target.bound(),
        ratio(1),
        interval.low(),
        interval.high(),
        perFork());
    for (int i = 0; i < names.size(); i++) {
      line(text, "  %-44s %10.1f ns%s", names.get(i), nanos(i), beside(i));
    }
    return text.toString();
  }

  private String beside(int contender) {
    return contender < 2
        ? ""
        : String.format(
            Locale.ROOT,
            "   (beside: %.3f, %.3f to %.3f)",
            ratio(contender),
            interval(contender).low(),
            interval(contender).high());
  }

  private String perFork() {
    return forks.stream()
        .map(rounds -> target.bound().ratio(Sample.median(logs(rounds, 1))))
        .map(ratio -> String.format(Locale.ROOT, "%.3f", ratio))
        .collect(Collectors.joining(" "));
  }

  private double nanos(int contender) {
    return Sample.median(
        forks.stream().flatMap(List::stream).mapToDouble(round -> round[contender]).toArray());
  }

  private SignedRank shift(int contender) {
    return SignedRank.of(logs(forks.stream().flatMap(List::stream).toList(), contender));
  }

  private static double[] logs(List<double[]> rounds, int contender) {
    return rounds.stream().mapToDouble(round -> Math.log(round[0] / round[contender])).toArray();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
