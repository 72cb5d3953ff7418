package org.hgbench.results.compare;

import java.util.List;
import java.util.Optional;
import org.hgbench.results.model.Fork;
import org.hgbench.results.statistics.Interval;
import org.hgbench.results.statistics.SampleSize;
import org.hgbench.results.statistics.Shift;

/// The whole arithmetic of one verdict, so that a doubting reader can repeat it by hand.
final class Explanation {
  private final Comparison comparison;
  private final CellComparison cell;
  private final Evidence evidence;
  private final double alpha;
  private final StringBuilder text = new StringBuilder();

  private Explanation(Comparison comparison, CellComparison cell, Evidence evidence) {
    this.comparison = comparison;
    this.cell = cell;
    this.evidence = evidence;
    alpha = comparison.options().alpha();
  }

  /// Explains the cell with this name or label.
  static Outcome of(Comparison comparison, String name) {
    Optional<CellComparison> found =
        comparison.cells().stream()
            .filter(cell -> cell.name().equals(name) || cell.label().equals(name))
            .findFirst();
    if (found.isEmpty()) {
      return new Outcome(unknown(comparison, name), Outcome.USAGE);
    }
    CellComparison cell = found.get();
    Optional<Evidence> evidence =
        Counterparts.of(comparison.base(), comparison.next(), comparison.options().force())
            .evidence()
            .stream()
            .filter(one -> one.base().id().equals(cell.id()) && one.metric() == cell.metric())
            .findFirst();
    String text =
        evidence
            .filter(one -> one.shift().isPresent())
            .map(one -> new Explanation(comparison, cell, one).write())
            .orElseGet(() -> cell.label() + ": not comparable, " + cell.reason() + "\n");
    return new Outcome(text, comparison.exitCode());
  }

  private static String unknown(Comparison comparison, String name) {
    StringBuilder text = new StringBuilder("no cell is named '" + name + "'; there are:\n");
    comparison.cells().forEach(cell -> text.append("  ").append(cell.name()).append('\n'));
    return text.toString();
  }

  private String write() {
    Shift shift = evidence.shift().orElseThrow();
    text.append(cell.label()).append(": ").append(cell.verdict().label());
    text.append("\nbecause   ").append(cell.reason()).append("\n");
    values();
    effect(shift);
    test(shift);
    interval(shift);
    smallest();
    checks();
    family();
    rule();
    more(shift);
    return text.toString();
  }

  private void values() {
    Pairing pairing = evidence.pairing();
    if (!pairing.interleaved()) {
      line(
          "design",
          "%d base and %d new forks that did not take turns: unpaired",
          cell.baseForks(),
          cell.newForks());
      line("base", "%s", nanos(pairing.first()));
      line("new", "%s", nanos(pairing.second()));
      return;
    }
    line(
        "design",
        "%d blocks of one base and one new fork that took turns: paired",
        cell.baseForks());
    TextTable table =
        new TextTable().row("          block", "base ns", "new ns", "ln(new/base)", "");
    for (int i = 0; i < pairing.blocks(); i++) {
      double base = evidence.metric().of(pairing.first().get(i));
      double next = evidence.metric().of(pairing.second().get(i));
      table.row(
          "          " + (i + 1),
          Wording.format("%.2f", base),
          Wording.format("%.2f", next),
          Wording.format("%+.5f", Math.log(next / base)),
          "");
    }
    text.append(table.text());
  }

  private void effect(Shift shift) {
    line(
        "effect",
        "median of %.0f %s = %+.5f, that is %s (Hodges-Lehmann)",
        shift.largestStatistic(),
        cell.interleaved() ? "Walsh averages" : "differences ln(new) - ln(base)",
        shift.estimate(),
        Wording.change(shift.estimate()));
  }

  private void test(Shift shift) {
    line(
        "test",
        "%s = %.1f of %.0f, exact two-sided p %s; smallest possible %s",
        cell.interleaved() ? "Wilcoxon signed-rank W+" : "Mann-Whitney U",
        shift.statistic(),
        shift.largestStatistic(),
        Wording.p(shift.pValue()),
        Wording.p(shift.smallestP()));
    if (cell.gating()) {
      List<Double> p =
          comparison.gating().stream()
              .map(CellComparison::pValue)
              .filter(Double::isFinite)
              .sorted()
              .toList();
      int rank = p.indexOf(cell.pValue()) + 1;
      line(
          "Holm",
          "place %d of %d gating cells: factor %d, after step-down p %s",
          rank,
          p.size(),
          p.size() - rank + 1,
          Wording.p(cell.adjustedP()));
    } else {
      line(
          "q",
          "%s among the cells without a gate (Benjamini-Hochberg)",
          Wording.p(cell.adjustedP()));
    }
  }

  private void interval(Shift shift) {
    level("interval", shift, alpha, cell.interval());
    level("sameness", shift, 2 * alpha, cell.equivalence());
  }

  private void level(String name, Shift shift, double level, Interval interval) {
    int rank = shift.intervalRank(level);
    String how =
        rank == 0
            ? "too few forks to bound anything"
            : Wording.format("values number %d from either end, without ties", rank);
    line(name, "%.0f%%: %s (%s)", 100 * (1 - level), Wording.changes(interval), how);
  }

  private void smallest() {
    SmallestEffect smallest = cell.smallest();
    line(
        "smallest",
        "asked %s, noise of this machine %s: %s matters, %s is called a change",
        Wording.size(smallest.asked()),
        smallest.noiseKnown()
            ? Wording.size(smallest.noise()) + " in " + smallest.noisePairs() + " A/A pairs"
            : "not known",
        Wording.size(smallest.effect()),
        Wording.size(smallest.change()));
  }

  private void checks() {
    Stability stability = Stability.of(evidence);
    drift("base", stability.baseDrift());
    drift("new", stability.newDrift());
    bands("base", stability.baseBands());
    bands("new", stability.newBands());
    stability
        .floors()
        .ifPresentOrElse(
            floors ->
                line(
                    "floors",
                    "moved by %s (p %s)",
                    Wording.change(floors.estimate()),
                    Wording.p(floors.pValue())),
            () -> line("floors", "not measured"));
    stability
        .relative()
        .ifPresent(relative ->
            line(
                "relative",
                "held against its floor the cell moved by %s (p %s)",
                Wording.change(relative.estimate()),
                Wording.p(relative.pValue())));
  }

  private void drift(String side, Drift drift) {
    line(
        "warm-up",
        "%s: %s along the median slope, halves differ by %s (p %s, %d forks)%s",
        side,
        Wording.change(drift.change()),
        Wording.change(drift.halves()),
        Wording.p(drift.pValue()),
        drift.forks(),
        drift.matters(cell.smallest().effect(), alpha) ? ": drifts" : "");
  }

  private void bands(String side, Bands bands) {
    line(
        "bands",
        "%s: largest gap %s of a range of %s, spread inside forks %s%s",
        side,
        Wording.size(bands.gap()),
        Wording.size(bands.range()),
        Wording.size(bands.within()),
        bands.present(cell.smallest().effect()) ? ": two bands" : "");
  }

  private void family() {
    line(
        "family",
        "mean of %s %s, half of the smallest effect is %s",
        Wording.plural(cell.familySize(), "size"),
        Wording.change(cell.familyEffect()),
        Wording.size(cell.smallest().effect() / 2));
  }

  private void rule() {
    Interval interval = cell.interval();
    check(
        "adjusted p %s at most %s", cell.adjustedP() <= alpha, Wording.p(cell.adjustedP()), alpha);
    check("interval off zero", interval.low() > 0 || interval.high() < 0);
    check(
        "effect %s at least %s",
        Math.abs(cell.effect()) >= cell.smallest().change(),
        Wording.size(cell.effect()),
        Wording.size(cell.smallest().change()));
    check(
        "sameness inside ±%s",
        cell.equivalence().within(cell.smallest().effect()),
        Wording.size(cell.smallest().effect()));
  }

  private void check(String what, boolean holds, Object... arguments) {
    line("rule", "%-3s  %s", holds ? "yes" : "no", Wording.format(what, arguments));
  }

  private void more(Shift shift) {
    double spread = SampleSize.spread(shift, evidence.pairing().blocks(), alpha);
    double effect = cell.smallest().effect();
    line(
        "power",
        "spread of one difference %.5f (from MAD %.5f): %d blocks find %s four times in five; more:"
            + " %s",
        spread,
        shift.spread(),
        SampleSize.toFind(effect, spread, alpha),
        Wording.size(effect),
        cell.moreBlocks() == 0 ? "none" : Long.toString(cell.moreBlocks()));
  }

  private String nanos(List<Fork> forks) {
    return String.join(
        "  ",
        forks.stream().map(fork -> Wording.format("%.2f", evidence.metric().of(fork))).toList());
  }

  private void line(String name, String format, Object... arguments) {
    text.append(Wording.format("%-8s  ", name))
        .append(Wording.format(format, arguments))
        .append('\n');
  }
}
