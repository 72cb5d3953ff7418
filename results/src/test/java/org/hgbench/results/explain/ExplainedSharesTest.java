package org.hgbench.results.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hgbench.results.SampleRun;
import org.hgbench.results.model.ExplainedShare;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;
import org.junit.jupiter.api.Test;

class ExplainedSharesTest {
  private static final OperationCounters CALL =
      new OperationCounters(2.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0);
  private static final OperationCounters COMMAND =
      new OperationCounters(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);

  private final List<Yardstick> yardsticks =
      new ArrayList<>(
          List.of(
              yardstick("bare trap", "kvm", null, 9_999),
              yardstick("bare interrupt", "kvm", null, 12_000),
              yardstick("hand-over round trip", null, "spin", 200),
              yardstick("hand-over round trip", null, "park", 30_000)));

  private final Measurement simulated =
      measurement("hgcm", "simulated", "none", "irq", "bare trap", CALL, 10, 33_000);

  @Test
  void addsUpTrapsInterruptsHandoversAndSoftwarePerFork() {
    // 2 x 10,000 + 12,000 + 15,000 one way + (33,000 - 2 x 15,000) software = 50,000.
    Measurement call =
        measurement("hgcm", "kvm", null, "irq", "bare trap", CALL, 10_000, 50_000, 40_000, 62_500);

    ExplainedShare share = explained(call, simulated);

    assertThat(share.trapNanos()).isEqualTo(20_000);
    assertThat(share.interruptNanos()).isEqualTo(12_000);
    assertThat(share.handoverNanos()).isEqualTo(15_000);
    assertThat(share.softwareNanos()).isEqualTo(3_000);
    assertThat(share.share()).isCloseTo(1.0, within(0.02));
    assertThat(share.low()).as("3 forks bound nothing").isNull();
    assertThat(share.missing()).isNull();
  }

  @Test
  void boundsTheShareWhereForksAreEnough() {
    double[] nanos = DoubleStream.iterate(95_000, n -> n + 1_000).limit(11).toArray();

    ExplainedShare share =
        explained(
            measurement("hgcm", "kvm", null, "irq", "bare trap", CALL, 10_000, nanos), simulated);

    assertThat(share.share()).isCloseTo(0.5, within(0.01));
    assertThat(share.low()).isBetween(0.45, share.share());
    assertThat(share.high()).isBetween(share.share(), 0.55);
  }

  @Test
  void oneTrapIsAllThatACommandConsistsOf() {
    Measurement software =
        measurement("hgsmi", "simulated", "none", "irq", "bare trap", COMMAND, 10, 500);

    ExplainedShare share =
        explained(
            measurement("hgsmi", "kvm", null, "irq", "bare trap", COMMAND, 9_500, 10_000),
            software);

    assertThat(share.share()).isCloseTo(1.0, within(1e-9));
    assertThat(share.interruptNanos()).isZero();
  }

  @Test
  void takesTheYardstickWhereTheForksHaveAnotherFloor() {
    ExplainedShare share =
        explained(
            measurement("hgcm", "kvm", null, "irq", "bare trap and two passes", CALL, 77, 50_000),
            simulated);

    assertThat(share.trapNanos()).isEqualTo(2 * 9_999);
  }

  @Test
  void saysWhichYardstickIsMissing() {
    Measurement call = measurement("hgcm", "kvm", null, "irq", "bare trap", CALL, 10_000, 50_000);

    assertThat(explained(call).missing())
        .isEqualTo("not measured in this run: the same operation on simulated without a trap cost");
    yardsticks.removeIf(yardstick -> yardstick.name().equals("bare interrupt"));
    ExplainedShare share = explained(call, simulated);
    assertThat(share.missing()).isEqualTo("not measured in this run: the yardstick bare interrupt");
    assertThat(share.share()).isNull();
  }

  @Test
  void doesNotApplyToSimulatedOrPolling() {
    Measurement polling =
        measurement("hgcm", "kvm", null, "poll", "bare trap", CALL, 10_000, 50_000);

    Run run = ExplainedShares.add(run(polling, simulated));

    assertThat(run.measurements()).extracting(Measurement::explained).containsOnlyNulls();
    assertThat(run.measurements()).extracting(Measurement::explainedShare).containsOnlyNulls();
  }

  private ExplainedShare explained(Measurement first, Measurement... others) {
    List<Measurement> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(others));
    Measurement explained =
        ExplainedShares.add(run(all.toArray(Measurement[]::new))).measurements().getFirst();
    assertThat(explained.explainedShare()).isEqualTo(explained.explained().share());
    return explained.explained();
  }

  private Run run(Measurement... measurements) {
    Run sample = SampleRun.run(1);
    return new Run(
        Run.SCHEMA,
        sample.startedAt(),
        sample.finishedAt(),
        List.of(),
        null,
        "quick",
        false,
        sample.environment(),
        yardsticks,
        List.of(measurements),
        List.of(),
        List.of());
  }

  private static Yardstick yardstick(String name, String boundary, String wait, double nanos) {
    String placement = wait == null ? null : "unpinned";
    return new Yardstick(
        name, boundary, null, placement, wait, 0, 1, "ns/op", nanos, List.of(nanos));
  }

  private static Measurement measurement(
      String transport,
      String boundary,
      String trapCost,
      String wait,
      String floor,
      OperationCounters counters,
      double floorNanos,
      double... nanos) {
    List<Fork> forks =
        DoubleStream.of(nanos)
            .mapToObj(mean ->
                new Fork(null, floorNanos, List.of(), mean, null, null, null, null, null, 1))
            .toList();
    return new Measurement(
        "call-" + transport + "-" + boundary,
        "call",
        transport,
        "default",
        boundary,
        trapCost,
        true,
        16,
        wait,
        "unpinned",
        1,
        "write-back",
        "closed",
        null,
        "ns/op",
        nanos[0],
        1,
        null,
        null,
        null,
        null,
        null,
        null,
        1e9 / nanos[0],
        null,
        null,
        counters,
        forks,
        null,
        floor,
        true,
        null,
        List.of());
  }
}
