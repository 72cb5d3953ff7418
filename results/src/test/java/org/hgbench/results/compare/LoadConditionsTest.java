package org.hgbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OpenLoad;
import org.hgbench.results.model.Percentiles;
import org.hgbench.results.model.Run;
import org.hgbench.results.report.Pairs;
import org.junit.jupiter.api.Test;

/// A load in percent has another rate in every run and on every transport.
class LoadConditionsTest {
  private final Random random = new Random(3);

  @Test
  void findsTheSameLoadOfAnotherRunAndTellsDifferentOnesApart() {
    Run base = run("hgsmi", 1.0);
    Run next = run("hgsmi", 1.1);

    Comparison comparison = Comparison.of(base, next, CompareOptions.DEFAULTS);

    assertThat(comparison.gating())
        .extracting(CellComparison::label)
        .containsExactlyInAnyOrder(
            "call hgsmi 16 B open poisson load 50 % of its closed loop",
            "call hgsmi 16 B open poisson load 75 % of its closed loop",
            "call hgsmi 16 B open burst load 50 % of its closed loop");
    assertThat(comparison.gating()).noneMatch(cell -> cell.verdict() == Verdict.NOT_COMPARABLE);
  }

  @Test
  void doesNotCompareALoadThatWasNotKeptUp() {
    Run base = Runs.run(load("hgsmi", "poisson", 0.5, 10_000, true));
    Run next = Runs.run(load("hgsmi", "poisson", 0.5, 10_000, false));

    Comparison comparison = Comparison.of(base, next, CompareOptions.DEFAULTS);

    assertThat(comparison.gating())
        .singleElement()
        .satisfies(cell -> {
          assertThat(cell.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
          assertThat(cell.toString()).contains("the load was not kept up in the new run: fork 3");
        });
  }

  @Test
  void setsTransportsAgainstEachOtherAtTheSameRateOnly() {
    Run both =
        Runs.run(
            load("hgsmi", "poisson", 0.5, 10_000, true),
            load("hgcm", "poisson", 0.5, 2_000, true),
            load("hgsmi", "poisson", null, 3_000, true),
            load("hgcm", "poisson", null, 3_000, true),
            load("hgsmi", "fixed", null, 5_000, true),
            load("hgcm", "fixed", null, 5_000, false));

    assertThat(Pairs.of(both))
        .extracting(pair -> pair.conditions().circumstances())
        .containsExactly("irq, same-core, one guest thread, open poisson load");
  }

  private Run run(String transport, double speed) {
    return Runs.run(
        load(transport, "poisson", 0.5, 10_000 * speed, true),
        load(transport, "poisson", 0.75, 15_000 * speed, true),
        load(transport, "burst", 0.5, 10_000 * speed, true));
  }

  private Measurement load(
      String transport, String arrival, Double share, double rate, boolean valid) {
    Percentiles times = new Percentiles(1_000, 1_000.0, 900.0, 1_200.0, null, null, 2_000.0);
    String reason = valid ? null : "fork 3 missed its rate";
    OpenLoad load =
        new OpenLoad(arrival, share, rate, rate, times, times, valid, reason, List.of(1L));
    int side = transport.equals("hgcm") ? 1 : 0;
    String id = "call-%s-16-open-%s-%s-%.0f".formatted(transport, arrival, share, rate);
    return Runs.measurement(
            id, "call", transport, 16, true, Runs.forks(random, 10, side, 2, 1_000, 0.01))
        .with(load);
  }
}
