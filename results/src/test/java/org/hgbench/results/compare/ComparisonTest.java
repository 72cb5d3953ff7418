package org.hgbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final int BASE = 0;
  private static final int NEW = 1;

  private final Random random = new Random(51);

  @Test
  void saysWorseOfACertainAndLargeIncrease() {
    CellComparison cell = only(compare(turns(BASE, 1000), turns(NEW, 1100)));

    assertThat(cell.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(Math.expm1(cell.effect())).isCloseTo(0.1, within(0.01));
    assertThat(cell.interval().contains(Math.log(1.1))).isTrue();
    assertThat(compare(turns(BASE, 1000), turns(NEW, 1100)).exitCode()).isEqualTo(Outcome.WORSE);
  }

  @Test
  void saysBetterOfACertainAndLargeDecrease() {
    Comparison comparison = compare(turns(BASE, 1000), turns(NEW, 900));

    assertThat(only(comparison).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(comparison.exitCode()).isEqualTo(Outcome.NOTHING_WORSE);
  }

  @Test
  void saysSameOnlyWithProof() {
    Comparison quiet = compare(turns(BASE, 1000), turns(NEW, 1001));
    Comparison noisy = compare(noisy(BASE, 1000), noisy(NEW, 1001));

    assertThat(only(quiet).verdict()).isEqualTo(Verdict.SAME);
    assertThat(only(noisy).verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(only(noisy).moreBlocks()).isGreaterThan(10);
    assertThat(only(noisy).reason()).contains("more blocks would settle it");
    assertThat(noisy.exitCode()).isEqualTo(Outcome.NOTHING_WORSE);
  }

  @Test
  void countsUnclearOnlyWhenStrict() {
    Comparison comparison =
        Comparison.of(
            Runs.run(call(noisy(BASE, 1000))),
            Runs.run(call(noisy(NEW, 1001))),
            CompareOptions.DEFAULTS.strictly());

    assertThat(comparison.exitCode()).isEqualTo(Outcome.UNCLEAR);
  }

  @Test
  void saysUnclearOfASmallChangeBetweenRunsThatDidNotTakeTurns() {
    List<Fork> base = Runs.forks(random, 12, 0, 1, 1000, 0.003);
    Comparison small = compare(base, Runs.forks(random, 12, 100, 1, 1045, 0.003));
    Comparison large = compare(base, Runs.forks(random, 12, 100, 1, 1100, 0.003));

    assertThat(only(small).verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(only(small).reason()).contains("did not take turns");
    assertThat(small.notes()).anyMatch(note -> note.startsWith("not interleaved"));
    assertThat(only(large).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void saysUnclearWhileForksWarmUp() {
    List<Fork> warming =
        IntStream.range(0, 10)
            .mapToObj(i -> Runs.fork(2 * i + 1, 1200 + i, 1000.0, 1300, 1250, 1200, 1150, 1100 + i))
            .toList();

    CellComparison cell = only(compare(turns(BASE, 1000), warming));

    assertThat(cell.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(cell.reason()).startsWith("the new forks were not warm: -15.");
  }

  @Test
  void saysNotComparableWhenTheFloorMoved() {
    List<Fork> slower =
        turns(NEW, 1200).stream().map(fork -> withFloor(fork, 1.2 * fork.floorNanos())).toList();

    CellComparison cell = only(compare(turns(BASE, 1000), slower));

    assertThat(cell.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(cell.reason()).startsWith("the machine changed: bare trap moved by +2");
  }

  @Test
  void judgesBandsAgainstTheirFloors() {
    // Half of the new forks met a machine in its slow mood; their floors tell.
    List<Fork> banded = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double mood = i % 5 == 0 ? 1 : 1.3;
      double value = 1000 * mood * (1 + 0.0001 * i);
      banded.add(Runs.fork(2 * i + 1, value, 1000 * mood, value, value * 1.001, value));
    }

    CellComparison cell =
        only(
            Comparison.of(
                Runs.run(call(Runs.forks(random, 20, 0, 2, 1000, 0.002))),
                Runs.run(call(banded)),
                CompareOptions.DEFAULTS.forced()));

    assertThat(cell.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(cell.reason()).contains("held against its own floor");
    assertThat(cell.notes())
        .anyMatch(note -> note.matches("two bands in the new run: 4 forks .* 16 forks .*floor.*"));
  }

  @Test
  void doubtsACellThatMovesAlone() {
    Measurement[] base = sizes(BASE, 1, 1, 1, 1);
    Measurement[] next = sizes(NEW, 1, 1.05, 1, 1);

    Comparison comparison = Comparison.of(Runs.run(base), Runs.run(next), CompareOptions.DEFAULTS);

    assertThat(comparison.cells().get(1).verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(comparison.cells().get(1).reason()).startsWith("it moved alone: over its 4 sizes");
    assertThat(comparison.cells().get(1).familySize()).isEqualTo(4);
  }

  @Test
  void believesAFamilyThatMovesTogether() {
    Comparison comparison =
        Comparison.of(
            Runs.run(sizes(BASE, 1, 1, 1, 1)),
            Runs.run(sizes(NEW, 1.06, 1.05, 1.05, 1.04)),
            CompareOptions.DEFAULTS);

    assertThat(comparison.count(Verdict.WORSE)).isEqualTo(4);
    assertThat(comparison.gating().getFirst().adjustedP())
        .isCloseTo(8.0 / (1 << 12), within(1e-12));
  }

  @Test
  void refusesRunsOfDifferentMachinesUnlessForced() {
    Environment other = withCpu(Runs.MACHINE, "Other CPU");
    Run base = Runs.run(call(turns(BASE, 1000)));
    Run next = Runs.run("0123abc", other, call(turns(NEW, 1100)));

    Comparison refused = Comparison.of(base, next, CompareOptions.DEFAULTS);
    Comparison forced = Comparison.of(base, next, CompareOptions.DEFAULTS.forced());

    assertThat(refused.exitCode()).isEqualTo(Outcome.NOT_COMPARABLE);
    assertThat(only(refused).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(refused.outcome().text())
        .startsWith("not comparable: cpu: Test CPU 3000 -> Other CPU\n");
    assertThat(forced.exitCode()).isEqualTo(Outcome.WORSE);
    assertThat(forced.notes())
        .contains("forced: not comparable by cpu: Test CPU 3000 -> Other CPU");
  }

  @Test
  void namesTheConditionThatKeepsTwoCellsApart() {
    Run base = Runs.run(call(turns(BASE, 1000)));
    Run next = Runs.run(elsewhere(call(turns(NEW, 1100)), "cross-core"));

    Comparison refused = Comparison.of(base, next, CompareOptions.DEFAULTS);
    Comparison forced = Comparison.of(base, next, CompareOptions.DEFAULTS.forced());

    assertThat(refused.exitCode()).isEqualTo(Outcome.NOT_COMPARABLE);
    assertThat(refused.gating())
        .isNotEmpty()
        .allMatch(cell -> cell.reason().equals("different placement: same-core -> cross-core"));
    assertThat(forced.exitCode()).isEqualTo(Outcome.WORSE);
    assertThat(only(forced).notes()).contains("forced: placement: same-core -> cross-core");
  }

  @Test
  void aRegressionOutranksACellThatIsMissing() {
    Run base =
        Runs.run(
            call(turns(BASE, 1000)), Runs.measurement("notify", "hgsmi", 16, true, turns(0, 5)));

    Comparison comparison =
        Comparison.of(base, Runs.run(call(turns(NEW, 1200))), CompareOptions.DEFAULTS);

    assertThat(comparison.count(Verdict.NOT_COMPARABLE)).isEqualTo(1);
    assertThat(comparison.exitCode()).isEqualTo(Outcome.WORSE);
  }

  @Test
  void aCellThatIsNewIsMentionedAndHoldsNothingUp() {
    Run next =
        Runs.run(
            call(turns(NEW, 1000)), Runs.measurement("notify", "hgsmi", 16, true, turns(0, 5)));

    Comparison comparison =
        Comparison.of(Runs.run(call(turns(BASE, 1000))), next, CompareOptions.DEFAULTS);

    assertThat(comparison.exitCode()).isEqualTo(Outcome.NOTHING_WORSE);
    assertThat(comparison.notes()).contains("1 cell with a gate only in the new run");
  }

  @Test
  void neverJudgesInvalidData() {
    Measurement lost = withChecksum(call(turns(NEW, 1000)), false);
    Measurement empty = call(List.of());

    assertThat(
            only(Comparison.of(
                    Runs.run(call(turns(BASE, 1000))), Runs.run(lost), CompareOptions.DEFAULTS))
                .reason())
        .isEqualTo("the checksum of the new run is wrong: data was lost");
    assertThat(
            only(Comparison.of(
                    Runs.run(empty), Runs.run(call(turns(NEW, 1000))), CompareOptions.DEFAULTS))
                .reason())
        .isEqualTo("the base run has no forks");
    assertThat(compare(List.of(Runs.fork(0, Double.NaN, 1.0)), turns(NEW, 1000)).exitCode())
        .isEqualTo(Outcome.NOT_COMPARABLE);
  }

  @Test
  void refusesRunsThatTimedTheirOperationsInDifferentWays() {
    Run base = Runs.run(call(turns(BASE, 1000)));
    Run next = Runs.run(call(turns(NEW, 1000))).withMode("sample");

    Comparison refused = Comparison.of(base, next, CompareOptions.DEFAULTS);

    assertThat(refused.exitCode()).isEqualTo(Outcome.NOT_COMPARABLE);
    assertThat(refused.outcome().text()).startsWith("not comparable: mode: avgt -> sample\n");
  }

  @Test
  void comparesNothingWithNothing() {
    Comparison comparison = Comparison.of(Runs.run(), Runs.run(), CompareOptions.DEFAULTS);

    assertThat(comparison.exitCode()).isEqualTo(Outcome.NOT_COMPARABLE);
    assertThat(comparison.outcome().text())
        .startsWith("not comparable: the runs have no measurement in common");
  }

  @Test
  void raisesTheSmallestEffectToTheNoiseOfThisMachine() {
    NoiseHistory.Key key = new NoiseHistory.Key("call-hgsmi-16", Metric.NANOS_PER_OPERATION, true);
    NoiseHistory noisy = new NoiseHistory(Map.of(key, List.of(0.01, 0.15, 0.05, 0.2)));
    Run base = Runs.run(call(turns(BASE, 1000)));
    Run next = Runs.run(call(turns(NEW, 1100)));

    CellComparison cell = only(Comparison.of(base, next, CompareOptions.DEFAULTS.knowing(noisy)));

    assertThat(cell.smallest().effect()).isCloseTo(0.1925, within(1e-9));
    assertThat(cell.verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void learnsTheNoiseFromRunsOfOneBuild() {
    List<Run> runs =
        IntStream.range(0, 4)
            .mapToObj(i -> Runs.run(call(Runs.forks(random, 10, 100 * i, 1, 1000 + 20 * i, 0.001))))
            .toList();

    NoiseHistory history = NoiseHistory.of(runs, runs.getFirst());
    Comparison comparison =
        Comparison.of(runs.get(0), runs.get(3), CompareOptions.DEFAULTS.knowing(history));

    assertThat(history.effects().values())
        .singleElement()
        .satisfies(all -> assertThat(all).hasSize(6));
    assertThat(only(comparison).smallest().noise()).isBetween(0.045, 0.06);
    assertThat(NoiseHistory.of(runs, Runs.run("x", withCpu(Runs.MACHINE, "other"))).effects())
        .isEmpty();
  }

  /// Four duets of one build: the two sides of each took turns, sides of different duets did not.
  @Test
  void learnsTheNoiseOfTurnsFromDuetsOfOneBuild() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double ratio = 1 + 0.02 * (i + 1);
      runs.add(Runs.run(call(Runs.forks(random, 12, 1000 * i, 2, 1000, 0.001))));
      runs.add(Runs.run(call(Runs.forks(random, 12, 1000 * i + 1, 2, 1000 * ratio, 0.001))));
    }

    NoiseHistory history = NoiseHistory.of(runs, runs.getFirst());
    CellComparison cell =
        only(Comparison.of(runs.get(0), runs.get(1), CompareOptions.DEFAULTS.knowing(history)));

    assertThat(cell.interleaved()).isTrue();
    assertThat(cell.smallest().noisePairs()).isEqualTo(4);
    assertThat(cell.smallest().noise()).isBetween(Math.log(1.07), Math.log(1.09));
  }

  @Test
  void namesTheFlagsThatDiffer() {
    Environment e = Runs.MACHINE;
    Environment other =
        new Environment(
            e.cpu(),
            e.cores(),
            e.memoryBytes(),
            e.os(),
            e.kernel(),
            e.hypervisor(),
            e.jdk(),
            List.of("-XX:+UseZGC", "-Xmx1g"),
            e.governor(),
            e.clockSource(),
            e.clockNanos(),
            e.clockStepNanos(),
            e.stealPercent(),
            e.grade(),
            e.findings());

    assertThat(Fingerprint.between(Runs.run("a", e), Runs.run("b", other)).gating())
        .extracting(Object::toString)
        .containsExactly("jvmFlags: none -> -XX:+UseZGC");
    assertThat(Fingerprint.between(Runs.run("a", e), Runs.run("b", e)).differences()).isEmpty();
  }

  @Test
  void saysOnceWhatBothSidesWarnOf() {
    assertThat(Notes.warnings(List.of("modelled", "old"), List.of("modelled", "fresh")))
        .containsExactly("both: modelled", "base: old", "new: fresh");
  }

  @Test
  void shortensFullHashesOnly() {
    String hash = "645e7c867a13b30723e12e316fe887d310c2e876";

    assertThat(Answer.run("base", Runs.run(hash + "-dirty", Runs.MACHINE)))
        .isEqualTo("base 645e7c867a13-dirty, 2026-11-23T08:00:00Z");
    assertThat(Answer.run("base", Runs.run("unknown", Runs.MACHINE))).startsWith("base unknown,");
  }

  @Test
  void takesTheThresholdOfTheUser() {
    Run base = Runs.run(call(turns(BASE, 1000)));
    Run next = Runs.run(call(turns(NEW, 1100)));

    assertThat(
            only(Comparison.of(base, next, CompareOptions.DEFAULTS.withThreshold(0.2))).verdict())
        .isEqualTo(Verdict.SAME);
    assertThatThrownBy(() -> CompareOptions.DEFAULTS.withThreshold(-1.0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CompareOptions.DEFAULTS.withAlpha(0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhenForksAreTooFewForTheNumberOfCells() {
    Measurement[] base = new Measurement[30];
    Measurement[] next = new Measurement[30];
    for (int i = 0; i < base.length; i++) {
      base[i] =
          Runs.measurement("w" + i, "hgsmi", 16, true, Runs.forks(random, 8, 0, 2, 1000, 0.02));
      next[i] =
          Runs.measurement("w" + i, "hgsmi", 16, true, Runs.forks(random, 8, 1, 2, 1300, 0.02));
    }

    Comparison comparison = Comparison.of(Runs.run(base), Runs.run(next), CompareOptions.DEFAULTS);

    assertThat(comparison.gating())
        .allMatch(cell -> cell.verdict() == Verdict.UNCLEAR)
        .allMatch(
            cell -> cell.reason().startsWith("8 blocks cannot reach p 0.05 in 30 gating cells"))
        .allMatch(cell -> cell.moreBlocks() >= 3);
  }

  @Test
  void showsTailsWithoutLettingThemGate() {
    List<Fork> base = turns(BASE, 1000).stream().map(fork -> withP99(fork, 5000)).toList();
    List<Fork> next = turns(NEW, 1000).stream().map(fork -> withP99(fork, 9000)).toList();

    Comparison comparison = compare(base, next);

    assertThat(comparison.exitCode()).isEqualTo(Outcome.NOTHING_WORSE);
    assertThat(comparison.other())
        .singleElement()
        .satisfies(tail -> {
          assertThat(tail.name()).isEqualTo("call-hgsmi-16:p99");
          assertThat(tail.verdict()).isEqualTo(Verdict.WORSE);
        });
  }

  private Comparison compare(List<Fork> base, List<Fork> next) {
    return Comparison.of(Runs.run(call(base)), Runs.run(call(next)), CompareOptions.DEFAULTS);
  }

  private static CellComparison only(Comparison comparison) {
    return comparison.gating().getFirst();
  }

  private static Measurement call(List<Fork> forks) {
    return Runs.measurement("call", "hgsmi", 16, true, forks);
  }

  private Measurement[] sizes(int side, double... factors) {
    return IntStream.range(0, factors.length)
        .mapToObj(
            i -> Runs.measurement("write", "hgcm", 64L << i, true, turns(side, 1000 * factors[i])))
        .toArray(Measurement[]::new);
  }

  private List<Fork> turns(int side, double nanos) {
    return Runs.forks(random, 12, side, 2, nanos, 0.004);
  }

  private List<Fork> noisy(int side, double nanos) {
    return Runs.forks(random, 12, side, 2, nanos, 0.08);
  }

  private static Fork withFloor(Fork fork, Double floor) {
    return new Fork(
        fork.startedAt(),
        floor,
        fork.iterations(),
        fork.nanosPerOperation(),
        fork.p50(),
        fork.p90(),
        fork.p99(),
        fork.p999(),
        fork.max(),
        fork.operations());
  }

  private static Fork withP99(Fork fork, double p99) {
    return new Fork(
        fork.startedAt(),
        fork.floorNanos(),
        fork.iterations(),
        fork.nanosPerOperation(),
        null,
        null,
        p99 * fork.nanosPerOperation() / 1000,
        null,
        null,
        fork.operations());
  }

  private static Measurement elsewhere(Measurement m, String placement) {
    return copy(m, placement, m.checksumOk());
  }

  private static Measurement withChecksum(Measurement m, boolean ok) {
    return copy(m, m.placement(), ok);
  }

  private static Measurement copy(Measurement m, String placement, boolean checksumOk) {
    return new Measurement(
        m.id(),
        m.workload(),
        m.transport(),
        m.variant(),
        m.boundary(),
        m.trapCost(),
        m.gating(),
        m.payloadBytes(),
        m.waitStrategy(),
        placement,
        m.guestThreads(),
        m.memoryType(),
        m.load(),
        m.ratePerSecond(),
        m.unit(),
        m.nanosPerOperation(),
        m.batch(),
        m.clockNanos(),
        m.p50(),
        m.p90(),
        m.p99(),
        m.p999(),
        m.max(),
        m.opsPerSecond(),
        m.bytesPerSecond(),
        m.explainedShare(),
        m.counters(),
        m.forks(),
        m.floorMultiple(),
        m.floor(),
        checksumOk,
        m.grade(),
        m.warnings());
  }

  private static Environment withCpu(Environment e, String cpu) {
    return new Environment(
        cpu,
        e.cores(),
        e.memoryBytes(),
        e.os(),
        e.kernel(),
        e.hypervisor(),
        e.jdk(),
        e.jvmFlags(),
        e.governor(),
        e.clockSource(),
        e.clockNanos(),
        e.clockStepNanos(),
        e.stealPercent(),
        e.grade(),
        e.findings());
  }
}
