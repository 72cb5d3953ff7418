package org.hgbench.harness.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.hgbench.harness.plan.Cell;
import org.hgbench.results.compare.CellComparison;
import org.hgbench.results.compare.CompareOptions;
import org.hgbench.results.compare.Comparison;
import org.hgbench.results.compare.Outcome;
import org.hgbench.results.compare.Verdict;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.io.RunWriter;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a duet says of pairs whose difference is known.
class DuetSessionTest {
  private static final List<Cell> CELLS = DuetCells.of("").subList(0, 4);
  private static final List<Integer> LOOKS = List.of(12, 18, 24);
  private static final Environment MACHINE =
      new Environment(
          "a processor",
          2,
          1L << 30,
          "an OS",
          "6.1",
          null,
          "a JDK",
          List.of(),
          null,
          "tsc",
          25.0,
          10.0,
          0.0,
          "good",
          List.of());

  @TempDir Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private int played;
  private List<Run> history = List.of();

  @Test
  void findsAKnownSlowdownAtTheFirstLookThatCan() {
    DuetSession.Result result = session(pairs(0.05, 0.01), null, CompareOptions.DEFAULTS).run();

    assertThat(result.comparison().count(Verdict.WORSE)).isEqualTo(4);
    assertThat(result.comparison().exitCode()).isEqualTo(Outcome.WORSE);
    assertThat(result.comparison().gating())
        .allMatch(CellComparison::interleaved)
        .allMatch(cell -> Math.abs(cell.effect() - Math.log(1.05)) < 0.01);
    assertThat(played).isEqualTo(12 * 4);
  }

  @Test
  void findsAKnownGainAndExitsWithNothingWorse() {
    Comparison comparison =
        session(pairs(-0.05, 0.01), null, CompareOptions.DEFAULTS).run().comparison();

    assertThat(comparison.count(Verdict.BETTER)).isEqualTo(4);
    assertThat(comparison.exitCode()).isEqualTo(Outcome.NOTHING_WORSE);
  }

  @Test
  void provesThatQuietPairsOfOneBuildAreTheSame() {
    Comparison comparison =
        session(pairs(0, 0.005), null, CompareOptions.DEFAULTS.strictly()).run().comparison();

    assertThat(comparison.count(Verdict.SAME)).isEqualTo(4);
    assertThat(comparison.exitCode()).isEqualTo(Outcome.NOTHING_WORSE);
  }

  @Test
  void staysUnclearWhereTheNoiseIsLargerThanTheChange() {
    Comparison comparison =
        session(pairs(0.05, 0.4), null, CompareOptions.DEFAULTS.strictly()).run().comparison();

    assertThat(comparison.count(Verdict.UNCLEAR)).isPositive();
    assertThat(comparison.count(Verdict.SAME)).isZero();
    assertThat(comparison.exitCode()).isEqualTo(Outcome.UNCLEAR);
    assertThat(played).isEqualTo(24 * 4);
  }

  /// Alpha bounds the chance of a false alarm over all looks of a run: six looks at 0.05 each would
  /// raise one in about 13 of 100 runs.
  @Test
  void raisesNoMoreFalseAlarmsThanAlphaAllows() {
    int runs = 300;
    int alarmed = 0;
    CompareOptions sharp = CompareOptions.DEFAULTS.withThreshold(1e-6);
    DuetPlan plan =
        DuetPlan.of(
            CELLS.subList(0, 1),
            List.of(9, 12, 15, 18, 21, 24),
            DuetShape.DEFAULT.withTurns(4, 20),
            0.05,
            1,
            null);
    for (int seed = 0; seed < runs; seed++) {
      Duettist honest = pairs(0, 0.02, seed);
      Comparison comparison =
          session(plan, honest, null, sharp, runs(List.of())).run().comparison();
      if (comparison.count(Verdict.WORSE) + comparison.count(Verdict.BETTER) > 0) {
        alarmed++;
      }
    }
    // More than 24 of 300 come once in a hundred times when the chance is 0.05.
    assertThat(alarmed).isBetween(1, 24);
  }

  @Test
  void stopsAtALookWhenTheNextIsPastTheBudget() {
    session(pairs(0.05, 0.4), Duration.ZERO, CompareOptions.DEFAULTS).run();

    assertThat(played).isEqualTo(12 * 4);
    assertThat(printed.toString()).contains("the budget does not reach the look at 18 blocks");
  }

  @Test
  void tellsWhereItIs() {
    session(pairs(0, 0.005), null, CompareOptions.DEFAULTS).run();

    assertThat(printed.toString())
        .contains("block 1 of 12 to the next look, cell 4 of 4")
        .contains("look at 12 blocks:");
  }

  @Test
  void writesRunsThatCompareToTheSameVerdicts() throws Exception {
    DuetSession.Result result = session(pairs(0.05, 0.01), null, CompareOptions.DEFAULTS).run();
    RunDirectory base = new RunDirectory(directory.resolve("base"));
    RunDirectory next = new RunDirectory(directory.resolve("new"));

    RunWriter.write(base, result.runs().base());
    RunWriter.write(next, result.runs().next());

    Comparison again =
        Comparison.of(RunReader.read(base), RunReader.read(next), result.comparison().options());
    assertThat(again.cells()).isEqualTo(result.comparison().cells());
  }

  @Test
  void doesNotCompareBuildsThatNeedDifferentFlags() {
    DuetRuns runs = runs(List.of("-Xint"));

    Comparison comparison =
        session(plan(), pairs(0, 0.005), null, CompareOptions.DEFAULTS, runs).run().comparison();

    assertThat(comparison.exitCode()).isEqualTo(Outcome.NOT_COMPARABLE);
    assertThat(comparison.outcome().text()).contains("not comparable: jvmFlags");
  }

  @Test
  void callsLostBytesInvalid() {
    Duettist lossy =
        (cell, block, shape, random) -> {
          PairOutcome pair = pairs(0, 0.005).play(cell, block, shape, random);
          return new PairOutcome(
              pair.baseStartedAt(), pair.nextStartedAt(), pair.slices(), 1, 1, false, true);
        };

    Comparison comparison = session(lossy, null, CompareOptions.DEFAULTS).run().comparison();

    assertThat(comparison.exitCode()).isEqualTo(Outcome.NOT_COMPARABLE);
  }

  @Test
  void leavesOutOnlyTheCellThatABuildRefuses() {
    Duettist honest = pairs(0.05, 0.01);
    Cell odd = CELLS.get(1);
    List<Cell> tried = new ArrayList<>();
    Duettist choosy =
        (cell, block, shape, random) -> {
          if (cell.equals(odd)) {
            tried.add(cell);
            throw new RefusedException("the base fork refuses: no workload 'dance'");
          }
          return honest.play(cell, block, shape, random);
        };

    Comparison comparison = session(choosy, null, CompareOptions.DEFAULTS).run().comparison();

    assertThat(comparison.count(Verdict.WORSE)).isEqualTo(3);
    assertThat(comparison.count(Verdict.NOT_COMPARABLE)).isEqualTo(1);
    assertThat(comparison.gating().getLast().id()).isEqualTo(odd.id());
    assertThat(comparison.outcome().text()).contains("no workload 'dance'");
    assertThat(tried).as("it is asked once").hasSize(1);
    assertThat(printed.toString()).contains("no workload 'dance'; the cell is left out");
  }

  @Test
  void fourOfFourCellsRefusedAreNoComparison() {
    Duettist refuses =
        (cell, block, shape, random) -> {
          throw new RefusedException("the new fork refuses: too old");
        };

    assertThatThrownBy(() -> session(refuses, null, CompareOptions.DEFAULTS).run())
        .isInstanceOf(NotComparableException.class)
        .hasMessage("the new fork refuses: too old");
  }

  /// Three duets of one build that lay 8 % apart: a change of 5 % is then nothing to speak of.
  @Test
  void raisesTheSmallestEffectToTheNoiseOfEarlierDuets() {
    DuetRuns honest =
        new DuetRuns(
            new AgentBuild("base", "a".repeat(40), "a.jar", "Main", List.of()),
            new AgentBuild("new", "a".repeat(40), "a.jar", "Main", List.of()),
            List.of("hgbench", "ab"),
            "quick",
            () -> MACHINE,
            OffsetDateTime.now());
    List<Run> earlier = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      DuetRuns.Pair pair =
          session(plan(), pairs(0.08, 0.001, seed), null, CompareOptions.DEFAULTS, honest)
              .run()
              .runs();
      earlier.addAll(List.of(pair.base(), pair.next()));
    }
    history = earlier;

    Comparison comparison =
        session(pairs(0.05, 0.01), null, CompareOptions.DEFAULTS).run().comparison();

    assertThat(comparison.gating())
        .allMatch(cell -> Math.abs(cell.smallest().effect() - Math.log(1.08)) < 0.005)
        .noneMatch(cell -> cell.verdict() == Verdict.WORSE);
  }

  private DuetSession session(Duettist pairs, Duration budget, CompareOptions options) {
    return session(plan(), pairs, budget, options, runs(List.of()));
  }

  private DuetSession session(
      DuetPlan plan, Duettist pairs, Duration budget, CompareOptions options, DuetRuns runs) {
    return new DuetSession(
        plan,
        pairs,
        runs,
        options,
        new DuetProgress(new PrintStream(printed), false),
        history,
        budget);
  }

  private static DuetPlan plan() {
    return DuetPlan.of(CELLS, LOOKS, DuetShape.DEFAULT, 0.05, 1, null);
  }

  private static DuetRuns runs(List<String> newFlags) {
    return new DuetRuns(
        new AgentBuild("base", "a".repeat(40), "a.jar", "Main", List.of()),
        new AgentBuild("new", "b".repeat(40), "b.jar", "Main", newFlags),
        List.of("hgbench", "ab"),
        "quick",
        () -> MACHINE,
        OffsetDateTime.now());
  }

  private Duettist pairs(double change, double spread) {
    return pairs(change, spread, 1);
  }

  /// Fork pairs that differ by `change`, with a normal error of `spread` between pairs and half as
  /// much between slices.
  private Duettist pairs(double change, double spread, long seed) {
    Random noise = new Random(seed);
    OffsetDateTime start = OffsetDateTime.parse("2026-11-24T12:00:00Z");
    return (Cell cell, int block, DuetShape shape, SplittableRandom random) -> {
      OffsetDateTime at = start.plusSeconds(played++);
      double ratio = (1 + change) * Math.exp(spread * noise.nextGaussian());
      List<SlicePair> slices = new ArrayList<>();
      for (int i = 0; i < shape.slicePairs(); i++) {
        double machine = 100 * Math.exp(0.3 * noise.nextGaussian());
        slices.add(
            new SlicePair(machine, machine * ratio * Math.exp(spread / 2 * noise.nextGaussian())));
      }
      return new PairOutcome(at, at.plusNanos(1_000_000), slices, 1000, 1000, true, true);
    };
  }
}
