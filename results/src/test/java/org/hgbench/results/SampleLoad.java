package org.hgbench.results;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.results.model.Breakdown;
import org.hgbench.results.model.ExplainedShare;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OpenLoad;
import org.hgbench.results.model.Percentiles;
import org.hgbench.results.model.RateSearch;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Stage;

/// A sample run to which an open load, an explained share, a breakdown and a rate search are added.
public final class SampleLoad {
  private SampleLoad() {}

  /// The run with all of them.
  public static Run run(long seed) {
    Run run = SampleRun.run(seed);
    List<Measurement> measurements = new ArrayList<>(run.measurements());
    Measurement first = measurements.getFirst();
    measurements.set(0, first.with(openLoad()).with(explained()));
    return new Run(
        run.schema(),
        run.startedAt(),
        run.finishedAt(),
        run.command(),
        run.gitRevision(),
        run.profile(),
        run.interrupted(),
        run.environment(),
        run.yardsticks(),
        measurements,
        run.claims(),
        run.warnings(),
        List.of(breakdown(first)),
        List.of(search(first)),
        run.mode());
  }

  private static OpenLoad openLoad() {
    return new OpenLoad(
        "poisson",
        0.75,
        15_000,
        14_990,
        new Percentiles(12_000, 81_000.0, 60_000.0, 150_000.0, 400_000.0, 900_000.0, 1_200_000.0),
        new Percentiles(12_000, 50_000.0, 48_000.0, 60_000.0, 90_000.0, 200_000.0, 800_000.0),
        false,
        "fork 3 missed its rate: 15,000 operations per second were due, 14,100 were done",
        List.of(1L, 2L, 3L));
  }

  private static ExplainedShare explained() {
    return new ExplainedShare(0.94, 0.87, 1.02, 20_000.0, 10_000.0, 15_000.0, 2_000.0, null);
  }

  /// Stages of an HGCM call.
  public static Breakdown breakdown(Measurement of) {
    return new Breakdown(
        of.id() + "-stages",
        "HGCM call",
        of.id(),
        of.workload(),
        "hgcm",
        of.variant(),
        of.boundary(),
        of.trapCost(),
        of.payloadBytes(),
        of.waitStrategy(),
        of.placement(),
        List.of(
            new Stage("built", "guest", 0.1, time(1_000)),
            new Stage("trapped", "host", 0.4, time(4_000)),
            new Stage("woke", "guest", 0.5, time(5_000))),
        time(10_000),
        0,
        10_400,
        10_000,
        0.04,
        List.of());
  }

  private static Percentiles time(double mean) {
    return new Percentiles(2_000, mean, mean * 0.95, mean * 1.1, mean * 2, null, mean * 9);
  }

  private static RateSearch search(Measurement of) {
    return new RateSearch(
        of.workload(),
        of.transport(),
        of.variant(),
        of.boundary(),
        of.trapCost(),
        of.payloadBytes(),
        of.waitStrategy(),
        of.placement(),
        "poisson",
        100_000,
        12_500.0,
        List.of(
            new RateSearch.Step(20_000, null, false, "missed its rate"),
            new RateSearch.Step(12_500, 91_000.0, true, null)));
  }
}
