package org.hgbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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
  void setsTransportsAgainstEachOtherUnderTheSameLoadOnly() {
    Run both =
        Runs.run(
            Stream.concat(
                    run("hgsmi", 1.0).measurements().stream(),
                    run("hgcm", 0.2).measurements().stream())
                .toArray(Measurement[]::new));

    assertThat(Pairs.of(both))
        .extracting(pair -> pair.conditions().circumstances())
        .containsExactlyInAnyOrder(
            "irq, same-core, one guest thread, open poisson load at 50 % of its closed loop",
            "irq, same-core, one guest thread, open poisson load at 75 % of its closed loop",
            "irq, same-core, one guest thread, open burst load at 50 % of its closed loop");
    assertThat(Pairs.of(both)).extracting(pair -> pair.conditions().slug()).doesNotHaveDuplicates();
  }

  private Run run(String transport, double speed) {
    return Runs.run(
        load(transport, "poisson", 0.5, 10_000 * speed),
        load(transport, "poisson", 0.75, 15_000 * speed),
        load(transport, "burst", 0.5, 10_000 * speed));
  }

  private Measurement load(String transport, String arrival, double share, double rate) {
    Percentiles times = new Percentiles(1_000, 1_000.0, 900.0, 1_200.0, null, null, 2_000.0);
    OpenLoad load = new OpenLoad(arrival, share, rate, rate, times, times, true, null, List.of(1L));
    int side = transport.equals("hgcm") ? 1 : 0;
    String id = "call-%s-16-open-%s-%.0fpct".formatted(transport, arrival, 100 * share);
    return Runs.measurement(
            id, "call", transport, 16, true, Runs.forks(random, 10, side, 2, 1_000, 0.01))
        .with(load);
  }
}
