package org.hgbench.harness.duet;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hgbench.harness.plan.Cell;
import org.hgbench.results.compare.CellComparison;
import org.hgbench.results.compare.Verdict;
import org.hgbench.results.statistics.ClopperPearson;
import org.hgbench.results.statistics.Interval;
import org.hgbench.results.statistics.Sample;
import org.hgbench.results.statistics.SampleSize;

/// The table of a self-test.
final class SelfTestText {
  private static final double CONFIDENCE = 0.95;
  private static final double PERCENTILE = 0.95;

  private SelfTestText() {}

  static String of(
      List<SelfTest.Said> said,
      Map<Cell, SelfTest.Noise> noise,
      DuetPlan plan,
      int planned,
      Duration took,
      double alpha) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%d of %d planned runs in %s, %d cells, %d slice pairs of %d ms per fork pair, looks at %s"
            + " blocks, alpha %s, seed %d",
        said.size(),
        planned,
        DuetProgress.clock(took),
        plan.cells().size(),
        plan.shape().slicePairs(),
        plan.shape().turnMillis(),
        plan.looks().blocks(),
        alpha,
        plan.seed());
    text.append('\n');
    verdicts(text, said);
    wronglyTheSame(text, said);
    falseAlarms(text, said);
    noise(text, noise, alpha, plan.cells().size());
    return text.toString();
  }

  private static void verdicts(StringBuilder text, List<SelfTest.Said> said) {
    line(
        text,
        "%-10s %5s %6s %6s %7s %5s %8s %15s   %s",
        "slowdown",
        "runs",
        "cells",
        "worse",
        "better",
        "same",
        "unclear",
        "not comparable",
        "worse, 95 % limits");
    for (double slowdown :
        said.stream().map(SelfTest.Said::slowdown).distinct().sorted().toList()) {
      List<SelfTest.Said> runs = said.stream().filter(one -> one.slowdown() == slowdown).toList();
      List<CellComparison> cells = runs.stream().flatMap(one -> one.cells().stream()).toList();
      line(
          text,
          "%-10s %5d %6d %6d %7d %5d %8d %15d   %s",
          slowdown == 0 ? "A/A" : share(slowdown),
          runs.size(),
          cells.size(),
          count(cells, Verdict.WORSE),
          count(cells, Verdict.BETTER),
          count(cells, Verdict.SAME),
          count(cells, Verdict.UNCLEAR),
          count(cells, Verdict.NOT_COMPARABLE),
          limits(count(cells, Verdict.WORSE), cells.size()));
      for (CellComparison cell : cells(said)) {
        List<CellComparison> same =
            cells.stream().filter(one -> one.id().equals(cell.id())).toList();
        line(
            text,
            "  %s: worse in %d of %d, %s: %s",
            cell.id(),
            count(same, Verdict.WORSE),
            same.size(),
            limits(count(same, Verdict.WORSE), same.size()),
            same.stream().map(SelfTestText::outcome).collect(Collectors.joining(", ")));
      }
    }
  }

  private static List<CellComparison> cells(List<SelfTest.Said> said) {
    return said.isEmpty() ? List.of() : said.getFirst().cells();
  }

  private static String outcome(CellComparison cell) {
    return percent(Math.expm1(cell.effect())) + " " + cell.verdict().label();
  }

  /// A slowdown that is larger than the smallest effect may stay unclear, but it is not the same.
  private static void wronglyTheSame(StringBuilder text, List<SelfTest.Said> said) {
    int slowed = 0;
    int same = 0;
    for (SelfTest.Said one : said) {
      for (CellComparison cell : one.cells()) {
        if (Math.log1p(one.slowdown()) > cell.smallest().effect()) {
          slowed++;
          same += cell.verdict() == Verdict.SAME ? 1 : 0;
        }
      }
    }
    if (slowed > 0) {
      line(
          text,
          "called the same: %d of %d cells that were slowed by more than the smallest effect: %s",
          same,
          slowed,
          limits(same, slowed));
    }
  }

  /// Alpha is the chance of one false alarm in a whole run, so runs are what is counted.
  private static void falseAlarms(StringBuilder text, List<SelfTest.Said> said) {
    List<SelfTest.Said> honest = said.stream().filter(one -> one.slowdown() == 0).toList();
    if (honest.isEmpty()) {
      return;
    }
    int alarmed =
        (int)
            honest.stream()
                .filter(one ->
                    count(one.cells(), Verdict.WORSE) + count(one.cells(), Verdict.BETTER) > 0)
                .count();
    line(
        text,
        "false alarms: %d of %d A/A runs called any cell worse or better: %s",
        alarmed,
        honest.size(),
        limits(alarmed, honest.size()));
    text.append('\n');
  }

  private static void noise(
      StringBuilder text, Map<Cell, SelfTest.Noise> noise, double alpha, int cells) {
    if (noise.isEmpty()) {
      return;
    }
    line(
        text,
        "noise floor: how far fork pairs of one build lie apart, 19 of 20 of them at most; and the"
            + " blocks that find 5 %% four times in five");
    line(
        text,
        "%-46s %5s %8s %12s %6s %8s %12s",
        "cell",
        "pairs",
        "duet",
        "whole forks",
        "ratio",
        "duet",
        "whole forks");
    noise.forEach((cell, known) -> {
      double duet = floor(known.duet());
      double whole = floor(known.whole());
      line(
          text,
          "%-46s %5d %8s %12s %6.2f %8d %12d",
          cell.id(),
          known.duet().size(),
          unsigned(duet),
          unsigned(whole),
          duet / whole,
          blocks(known.duet(), alpha / cells),
          blocks(known.whole(), alpha / cells));
    });
  }

  private static double floor(List<Double> differences) {
    return Sample.quantile(
        PERCENTILE, differences.stream().mapToDouble(difference -> Math.abs(difference)).toArray());
  }

  private static long blocks(List<Double> differences, double alpha) {
    double spread = Sample.spread(differences.stream().mapToDouble(Double::doubleValue).toArray());
    return SampleSize.toFind(Math.log1p(0.05), spread, alpha);
  }

  private static int count(List<CellComparison> cells, Verdict verdict) {
    return (int) cells.stream().filter(cell -> cell.verdict() == verdict).count();
  }

  private static String limits(int found, int of) {
    Interval interval = ClopperPearson.of(found, of, CONFIDENCE);
    return format("%.0f %% to %.0f %%", 100 * interval.low(), 100 * interval.high());
  }

  /// `+5%`.
  static String share(double share) {
    return format("%+.3g%%", 100 * share).replaceAll("\\.?0+%$", "%");
  }

  private static String percent(double share) {
    return format("%+.1f%%", 100 * share);
  }

  private static String unsigned(double shift) {
    return format("%.1f%%", 100 * Math.expm1(shift));
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(format(format, arguments)).append('\n');
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
