package org.hgbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hgbench.results.compare.TransportRatio.Verdict;
import org.hgbench.results.model.Fork;
import org.junit.jupiter.api.Test;

class TransportComparisonTest {
  private final Random random = new Random(31);

  @Test
  void findsTheFasterTransportAndByHowMuch() {
    List<TransportRatio> ratios =
        TransportComparison.of(
            Runs.run(
                Runs.measurement("call", "hgsmi", 16, true, turns(0, 1000)),
                Runs.measurement("call", "hgcm", 16, true, turns(1, 4000)),
                Runs.measurement("call", "none", 16, false, turns(1, 10))));

    TransportRatio ratio = ratios.getFirst();
    assertThat(ratios).hasSize(1);
    assertThat(ratio.verdict()).isEqualTo(Verdict.HGSMI_FASTER);
    assertThat(ratio.interleaved()).isTrue();
    assertThat(ratio.blocks()).isEqualTo(10);
    assertThat(ratio.ratio()).isCloseTo(0.25, within(0.01));
    assertThat(ratio.interval().contains(0.25)).isTrue();
    assertThat(ratio.speedup()).isCloseTo(4, within(0.2));
    assertThat(ratio.pValue()).isEqualTo(2.0 / 1024);
    assertThat(ratio.adjustedP()).isEqualTo(2.0 / 1024);
    assertThat(ratio.notes()).isEmpty();
  }

  @Test
  void pairsAwayWhatTheMachineDidToBoth() {
    // Blocks differ threefold, the transports inside a block by a steady tenth.
    double[] mood = {1, 3, 1.2, 2.5, 1, 1.1, 2.9, 1, 3, 2};
    List<Fork> hgsmi = new ArrayList<>();
    List<Fork> hgcm = new ArrayList<>();
    for (int i = 0; i < mood.length; i++) {
      hgsmi.add(Runs.fork(10 * i, 1000 * mood[i] * (1 + 0.001 * i), 1.0));
      hgcm.add(Runs.fork(10 * i + 5, 1100 * mood[i], 1.0));
    }

    TransportRatio ratio =
        TransportComparison.of(
                Runs.run(
                    Runs.measurement("notify", "hgsmi", 16, true, hgsmi),
                    Runs.measurement("notify", "hgcm", 16, true, hgcm)))
            .getFirst();

    assertThat(ratio.verdict()).isEqualTo(Verdict.HGSMI_FASTER);
    assertThat(ratio.ratio()).isCloseTo(1 / 1.1, within(0.005));
  }

  @Test
  void correctsForTheNumberOfGatingRatiosOnly() {
    List<TransportRatio> ratios =
        TransportComparison.of(
            Runs.run(
                Runs.measurement("call", "hgsmi", 16, true, turns(0, 1000)),
                Runs.measurement("write", "hgsmi", 64, true, turns(0, 1000)),
                Runs.measurement("read", "hgsmi", 64, false, turns(0, 1000)),
                Runs.measurement("call", "hgcm", 16, true, turns(1, 4000)),
                Runs.measurement("write", "hgcm", 64, true, turns(1, 4000)),
                Runs.measurement("read", "hgcm", 64, false, turns(1, 4000))));

    assertThat(ratios)
        .extracting(ratio -> ratio.conditions().workload(), TransportRatio::adjustedP)
        .containsExactly(
            tuple("call", 4.0 / 1024), tuple("write", 4.0 / 1024), tuple("read", 2.0 / 1024));
  }

  @Test
  void saysSameOnlyWhenTheIntervalProvesIt() {
    TransportRatio same =
        TransportComparison.of(
                Runs.run(
                    Runs.measurement("call", "hgsmi", 16, true, turns(0, 1000)),
                    Runs.measurement("call", "hgcm", 16, true, turns(1, 1001))))
            .getFirst();

    assertThat(same.verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void saysUnclearAndHowManyBlocksAreMissing() {
    TransportRatio unclear =
        TransportComparison.of(
                Runs.run(
                    Runs.measurement(
                        "call", "hgsmi", 16, true, Runs.forks(random, 10, 0, 2, 1000, 0.1)),
                    Runs.measurement(
                        "call", "hgcm", 16, true, Runs.forks(random, 10, 1, 2, 1010, 0.1))))
            .getFirst();

    assertThat(unclear.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(unclear.moreBlocks()).isBetween(50L, 500L);
  }

  @Test
  void leavesOutPairsThatWereMeasuredUnderDifferentConditions() {
    assertThat(
            TransportComparison.of(
                Runs.run(
                    Runs.measurement("call", "hgsmi", 16, true, turns(0, 1000)),
                    Runs.measurement("call", "hgcm", 32, true, turns(1, 4000)))))
        .isEmpty();
  }

  @Test
  void saysWhenForksAreTooFewOrDidNotTakeTurns() {
    TransportRatio ratio =
        TransportComparison.of(
                Runs.run(
                    Runs.measurement(
                        "call", "hgsmi", 16, true, Runs.forks(random, 3, 0, 1, 1000, 0.01)),
                    Runs.measurement(
                        "call", "hgcm", 16, true, Runs.forks(random, 3, 50, 1, 4000, 0.01))))
            .getFirst();

    assertThat(ratio.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(ratio.notes())
        .anyMatch(note -> note.startsWith("not interleaved"))
        .anyMatch(note -> note.startsWith("too few forks"));
  }

  @Test
  void aWarmUpSpoilsOnlyADifferenceOfItsOwnSize() {
    TransportRatio near = againstWarmingForks(1150);
    TransportRatio far = againstWarmingForks(9000);

    assertThat(near.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(far.verdict()).isEqualTo(Verdict.HGSMI_FASTER);
    assertThat(List.of(near, far))
        .allSatisfy(ratio ->
            assertThat(ratio.notes())
                .singleElement()
                .asString()
                .startsWith("the forks of hgsmi were not warm: -1"));
  }

  private TransportRatio againstWarmingForks(double hgcmNanos) {
    List<Fork> warming = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      warming.add(Runs.fork(2 * i, 1100 + i, 1.0, 1200, 1150, 1100, 1050, 1000 + i));
    }
    return TransportComparison.of(
            Runs.run(
                Runs.measurement("call", "hgsmi", 16, true, warming),
                Runs.measurement("call", "hgcm", 16, true, turns(1, hgcmNanos))))
        .getFirst();
  }

  private List<Fork> turns(int first, double nanos) {
    return Runs.forks(random, 10, first, 2, nanos, 0.005);
  }
}
