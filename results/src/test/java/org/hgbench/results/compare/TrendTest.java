package org.hgbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;

class TrendTest {
  private final Random random = new Random(101);

  @Test
  void showsWhereTheLevelChanged() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      runs.add(run(i, "25.0.3+9", i < 12 ? 1000 : 1040));
    }
    Collections.shuffle(runs, random);

    List<Trend.Group> groups = Trend.of(runs);

    assertThat(groups).hasSize(1);
    Trend trend = groups.getFirst().trends().getFirst();
    assertThat(trend.points()).extracting(Trend.Point::gitRevision).startsWith("r0", "r1", "r2");
    assertThat(trend.points().getFirst().nanos()).isCloseTo(1000, within(10.0));
    assertThat(trend.points())
        .allMatch(point -> point.interval().contains(point.nanos()))
        .allMatch(point -> point.interval().high() / point.interval().low() < 1.05);
    assertThat(trend.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.at()).isEqualTo(12);
          assertThat(Math.expm1(change.shift())).isCloseTo(0.04, within(0.01));
        });
  }

  @Test
  void neverMixesMachines() {
    List<Trend.Group> groups =
        Trend.of(
            List.of(
                run(0, "25.0.3+9", 1000),
                run(1, "26+1", 2000),
                run(2, "25.0.3+9", 1000),
                run(3, "26+1", 2000)));

    assertThat(groups).hasSize(2);
    assertThat(groups.getFirst().latest().gitRevision()).isEqualTo("r3");
    assertThat(groups)
        .allSatisfy(group -> {
          assertThat(group.runs()).isEqualTo(2);
          assertThat(group.trends()).singleElement().matches(t -> t.points().size() == 2);
        });
  }

  @Test
  void showsTheRangeOfTooFewForks() {
    Run first = run(0, "25.0.3+9", 1000, 3);
    Trend.Point point =
        Trend.of(List.of(first, run(1, "25.0.3+9", 1000, 3)))
            .getFirst()
            .trends()
            .getFirst()
            .points()
            .getFirst();

    double[] forks =
        first.measurements().getFirst().forks().stream()
            .mapToDouble(Metric.NANOS_PER_OPERATION::of)
            .sorted()
            .toArray();
    assertThat(point.interval().low()).isCloseTo(forks[0], within(1e-9));
    assertThat(point.interval().high()).isCloseTo(forks[2], within(1e-9));
  }

  @Test
  void refusesARunWithoutATime() {
    Run run = Runs.run();
    Run undated =
        new Run(
            run.schema(),
            "yesterday",
            null,
            run.command(),
            run.gitRevision(),
            run.profile(),
            false,
            run.environment(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThatThrownBy(() -> Trend.of(List.of(run, undated)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yesterday");
  }

  private Run run(int day, String jdk, double nanos) {
    return run(day, jdk, nanos, 10);
  }

  private Run run(int day, String jdk, double nanos, int forks) {
    Environment m = Runs.MACHINE;
    Environment environment =
        new Environment(
            m.cpu(),
            m.cores(),
            m.memoryBytes(),
            m.os(),
            m.kernel(),
            m.hypervisor(),
            jdk,
            m.jvmFlags(),
            m.governor(),
            m.clockSource(),
            m.clockNanos(),
            m.clockStepNanos(),
            m.stealPercent(),
            m.grade(),
            m.findings());
    Run run =
        Runs.run(
            Runs.measurement(
                "call", "hgsmi", 16, true, Runs.forks(random, forks, 0, 1, nanos, 0.01)));
    String start = Runs.START.plusSeconds(86_400L * day).toString();
    return new Run(
        run.schema(),
        start,
        start,
        run.command(),
        "r" + day,
        run.profile(),
        false,
        environment,
        List.of(),
        run.measurements(),
        List.of(),
        List.of());
  }
}
