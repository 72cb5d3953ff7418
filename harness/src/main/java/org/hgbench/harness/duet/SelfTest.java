package org.hgbench.harness.duet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hgbench.harness.plan.Cell;
import org.hgbench.results.compare.CellComparison;
import org.hgbench.results.compare.CompareOptions;

/// Does `ab` keep what it promises on this machine? Pairs a build with itself, honestly and with a
/// slowdown of known size, and counts what was said.
///
/// Beside each honest pair in slices it plays one of whole forks, one after the other, so that the
/// noise of both designs is known from the same minutes.
public final class SelfTest {
  private final DuetPlan plan;
  private final DuetRuns runs;
  private final CompareOptions options;
  private final List<Double> slowdowns;
  private final DuetProgress progress;
  private final Path scratch;
  private final Map<Cell, Noise> noise = new LinkedHashMap<>();

  /// What one run of `ab` said.
  ///
  /// @param slowdown of the new forks, 0 for an honest run
  /// @param cells what was said of each
  record Said(double slowdown, List<CellComparison> cells) {
    Said {
      cells = List.copyOf(cells);
    }
  }

  /// Differences of fork pairs of one build, ln(new / base).
  ///
  /// @param duet in slices
  /// @param whole one fork after the other
  record Noise(List<Double> duet, List<Double> whole) {
    Noise() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /// @param plan of every run
  /// @param runs both builds are the same
  /// @param options how to judge
  /// @param slowdowns shares, such as 0.05
  public SelfTest(
      DuetPlan plan,
      DuetRuns runs,
      CompareOptions options,
      List<Double> slowdowns,
      DuetProgress progress,
      Path scratch) {
    this.plan = plan;
    this.runs = runs;
    this.options = options;
    this.slowdowns = List.copyOf(slowdowns);
    this.progress = progress;
    this.scratch = scratch;
  }

  /// Carries out so many runs, honest and slowed in turn, and returns the table.
  ///
  /// @param count how many
  /// @param budget null for as long as they need; no run begins that would end past it, but one of
  ///   them always runs
  public String run(int count, Duration budget) {
    long start = System.nanoTime();
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Duration passed = Duration.ofNanos(System.nanoTime() - start);
      if (i > 0 && budget != null && passed.plus(passed.dividedBy(i)).compareTo(budget) > 0) {
        break;
      }
      int kind = i % (slowdowns.size() + 1);
      double slowdown = kind == 0 ? 0 : slowdowns.get(kind - 1);
      progress.say(
          "self-test %d of %d: %s"
              .formatted(i + 1, count, slowdown == 0 ? "A/A" : SelfTestText.share(slowdown)));
      said.add(new Said(slowdown, one(i, slowdown)));
    }
    return SelfTestText.of(
        said, noise, plan, count, Duration.ofNanos(System.nanoTime() - start), options.alpha());
  }

  private List<CellComparison> one(int number, double slowdown) {
    DuetPlan own = new DuetPlan(plan.cells(), plan.looks(), plan.shape(), plan.seed() + number);
    List<String> properties =
        slowdown == 0 ? List.of() : List.of("-D" + Slowdown.PROPERTY + "=" + slowdown);
    ForkPair forks =
        new ForkPair(runs.base(), runs.next(), properties, scratch, ForkPair.Patience.DEFAULT);
    Duettist duettist = slowdown == 0 ? besideWholeForks(forks) : forks;
    return new DuetSession(own, duettist, runs, options, progress, List.of(), null)
        .run()
        .comparison()
        .gating();
  }

  private Duettist besideWholeForks(ForkPair forks) {
    return (Cell cell, int block, DuetShape shape, SplittableRandom random) -> {
      Noise known = noise.computeIfAbsent(cell, any -> new Noise());
      PairOutcome whole =
          forks.play(cell, block, shape.as(DuetShape.Design.WHOLE_FORKS), random.split());
      PairOutcome duet = forks.play(cell, block, shape, random);
      known.whole().add(whole.difference());
      known.duet().add(duet.difference());
      return duet;
    };
  }
}
