package org.hgbench.results.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hgbench.results.model.Breakdown;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OpenLoad;
import org.hgbench.results.model.Percentiles;
import org.hgbench.results.model.RateSearch;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Stage;
import org.hgbench.results.model.Yardstick;

/// What must be true of a run before anybody may calculate with it.
final class RunCheck {
  // Ids become file names.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,150}");

  // Times in nanoseconds, and rates: the one is 30 years, and neither leaves the axis of a chart.
  private static final double SMALLEST = 1e-6;
  private static final double LARGEST = 1e18;

  private final List<String> faults = new ArrayList<>();

  private RunCheck() {}

  /// Every fault as half a sentence; empty if the run is sound.
  static List<String> faults(Run run) {
    RunCheck check = new RunCheck();
    check.run(run);
    return List.copyOf(check.faults);
  }

  private void run(Run run) {
    require(Run.SCHEMA.equals(run.schema()), "schema is not " + Run.SCHEMA);
    require(run.startedAt() != null, "startedAt is missing");
    require(run.profile() != null, "profile is missing");
    require(run.environment() != null, "environment is missing");
    if (run.environment() != null) {
      run.environment().findings().forEach(this::finding);
    }
    require(
        run.interrupted() || !run.measurements().isEmpty(),
        "it holds no measurement, though it was not interrupted");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < run.measurements().size(); i++) {
      Measurement measurement = run.measurements().get(i);
      measurement("measurements[%d] (%s)".formatted(i, measurement.id()), measurement);
      require(ids.add(measurement.id()), "the id '" + measurement.id() + "' comes twice");
    }
    for (Yardstick yardstick : run.yardsticks()) {
      String where = "yardstick '" + yardstick.name() + "'";
      require(yardstick.name() != null && yardstick.unit() != null, where + " lacks name or unit");
      positive(where + " value", yardstick.value());
    }
    run.breakdowns().forEach(this::breakdown);
    run.rateSearches().forEach(this::rateSearch);
    run.claims()
        .forEach(claim ->
            require(
                claim.id() != null && claim.statement() != null && claim.verdict() != null,
                "claim '" + claim.id() + "' lacks id, statement or verdict"));
  }

  private void finding(Environment.Finding finding) {
    String where = "finding '" + finding.name() + "' of the environment";
    required(where, "name", finding.name());
    required(where, "value", finding.value());
    required(where, "grade", finding.grade());
  }

  private void measurement(String where, Measurement measurement) {
    require(
        measurement.id() != null && ID.matcher(measurement.id()).matches(),
        where + " has an id that is not fit for a file name");
    cell(
        where,
        measurement.workload(),
        measurement.transport(),
        measurement.variant(),
        measurement.boundary(),
        measurement.waitStrategy(),
        measurement.placement());
    required(where, "load", measurement.load());
    required(where, "unit", measurement.unit());
    required(where, "counters", measurement.counters());
    require(measurement.payloadBytes() >= 0, where + " has a negative payload");
    require(!measurement.forks().isEmpty(), where + " has no forks");
    positive(where + " nanosPerOperation", measurement.nanosPerOperation());
    times(
        where,
        measurement.p50(),
        measurement.p90(),
        measurement.p99(),
        measurement.p999(),
        measurement.max());
    if (measurement.openLoad() != null) {
      openLoad(where + " openLoad", measurement.openLoad());
    }
    for (int fork = 0; fork < measurement.forks().size(); fork++) {
      fork(where + " forks[" + fork + "]", measurement.forks().get(fork));
    }
  }

  private void openLoad(String where, OpenLoad load) {
    required(where, "arrival", load.arrival());
    positive(where + " plannedPerSecond", load.plannedPerSecond());
    percentiles(where, "response", load.response());
    percentiles(where, "service", load.service());
    require(load.valid() || load.reason() != null, where + " is not valid and has no reason");
  }

  private void percentiles(String where, String field, Percentiles times) {
    required(where, field, times);
    if (times != null) {
      times(
          where + " " + field,
          times.mean(),
          times.p50(),
          times.p90(),
          times.p99(),
          times.p999(),
          times.max());
    }
  }

  private void times(String where, Double... nanos) {
    for (Double time : nanos) {
      require(
          time == null || (time >= 0 && time <= LARGEST), where + " has a time of " + time + " ns");
    }
  }

  private void breakdown(Breakdown breakdown) {
    String where = "breakdown '" + breakdown.id() + "'";
    cell(
        where,
        breakdown.workload(),
        breakdown.transport(),
        breakdown.variant(),
        breakdown.boundary(),
        breakdown.waitStrategy(),
        breakdown.placement());
    percentiles(where, "total", breakdown.total());
    for (Stage stage : breakdown.stages()) {
      required(where + " stage", "name", stage.name());
      percentiles(where + " stage '" + stage.name() + "'", "nanos", stage.nanos());
    }
  }

  private void rateSearch(RateSearch search) {
    cell(
        "a rate search",
        search.workload(),
        search.transport(),
        search.variant(),
        search.boundary(),
        search.waitStrategy(),
        search.placement());
  }

  /// What every part of a run that is about one cell must name.
  private void cell(
      String where,
      String workload,
      String transport,
      String variant,
      String boundary,
      String wait,
      String placement) {
    required(where, "workload", workload);
    required(where, "transport", transport);
    required(where, "variant", variant);
    required(where, "boundary", boundary);
    required(where, "wait", wait);
    required(where, "placement", placement);
  }

  private void fork(String where, Fork fork) {
    positive(where + " nanosPerOperation", fork.nanosPerOperation());
    times(where, fork.p50(), fork.p90(), fork.p99(), fork.p999(), fork.max());
    fork.iterations().forEach(value -> positive(where + " iterations", value));
    if (fork.disturbance() != null) {
      required(where + " disturbance", "grade", fork.disturbance().grade());
    }
    if (fork.floorNanos() != null) {
      positive(where + " floorNanos", fork.floorNanos());
    }
  }

  private void required(String where, String field, Object value) {
    require(value != null, where + " has no " + field);
  }

  private void positive(String what, double value) {
    require(value > 0, what + " is " + value + ", not a number above 0");
    require(
        !(value > 0) || (value >= SMALLEST && value <= LARGEST),
        what + " is " + value + ", which nobody can have measured");
  }

  private void require(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
