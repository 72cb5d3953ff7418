package org.hgbench.harness.cli;

import java.io.PrintWriter;
import org.hgbench.results.explain.TrapCostSweep;
import org.hgbench.results.model.Breakdown;
import org.hgbench.results.model.ExplainedShare;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OpenLoad;
import org.hgbench.results.model.RateSearch;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Stage;
import org.hgbench.results.text.Figures;

/// Prints what a run says besides its main table: open loads, rate searches, breakdowns, and how
/// much of the time is explained.
final class LoadText {
  private LoadText() {}

  static void print(Run run, PrintWriter out) {
    TrapCostSweep.sentences(run).forEach(out::println);
    run.measurements().stream()
        .filter(measurement -> measurement.openLoad() != null)
        .forEach(measurement -> open(measurement, out));
    run.rateSearches().forEach(search -> search(search, out));
    run.breakdowns().forEach(breakdown -> breakdown(breakdown, out));
    run.measurements().stream()
        .filter(measurement -> measurement.explained() != null && measurement.gating())
        .forEach(measurement -> explained(measurement, out));
  }

  private static void open(Measurement measurement, PrintWriter out) {
    OpenLoad load = measurement.openLoad();
    String what =
        "Open load, %s %s, %s arrivals at %s%s"
            .formatted(
                measurement.transport(),
                measurement.workload(),
                load.arrival(),
                Figures.rate(measurement.ratePerSecond()),
                load.percent() == null
                    ? ""
                    : " (%s of the closed loop)".formatted(Figures.percent(load.percent())));
    if (load.valid()) {
      out.printf(
          "%s: response median %s, 99 %% %s; service median %s, 99 %% %s%n",
          what,
          nanos(load.response().p50()),
          nanos(load.response().p99()),
          nanos(load.service().p50()),
          nanos(load.service().p99()));
    } else {
      out.printf("%s: invalid, %s%n", what, load.reason());
    }
  }

  private static void search(RateSearch search, PrintWriter out) {
    out.printf(
        "Highest rate, %s %s, with 99 %% of response times below %s: %s (%d forks tried)%n",
        search.transport(),
        search.workload(),
        Figures.nanos(search.boundNanos()),
        search.ratePerSecond() == null ? "none" : Figures.rate(search.ratePerSecond()),
        search.steps().size());
  }

  private static void breakdown(Breakdown breakdown, PrintWriter out) {
    out.printf(
        "%nWhere the time goes: %s, %s %s on %s, %s in all (tracing adds %s)%n",
        breakdown.path(),
        breakdown.workload(),
        Figures.bytes(breakdown.payloadBytes()),
        breakdown.boundary(),
        Figures.nanos(breakdown.total().mean()),
        Figures.percent(breakdown.overhead()));
    for (Stage stage : breakdown.stages()) {
      out.printf(
          "  %-17s %-5s %10s %6s   99 %% %10s%n",
          stage.name(),
          stage.side(),
          Figures.nanos(stage.nanos().mean()),
          Figures.percent(stage.share()),
          nanos(stage.nanos().p99()));
    }
    breakdown.warnings().forEach(warning -> out.println("  " + warning));
  }

  private static void explained(Measurement measurement, PrintWriter out) {
    ExplainedShare share = measurement.explained();
    out.printf(
        "Explained, %s %s on %s: %s%n",
        measurement.transport(),
        measurement.workload(),
        measurement.boundary(),
        share.missing() != null
            ? share.missing()
            : "%s of the time%s"
                .formatted(
                    Figures.percent(share.share()),
                    share.low() == null
                        ? ""
                        : " (95 %% interval %s to %s)"
                            .formatted(
                                Figures.percent(share.low()), Figures.percent(share.high()))));
  }

  private static String nanos(Double nanos) {
    return nanos == null ? "not known" : Figures.nanos(nanos);
  }
}
