package org.hgbench.results.model;

import java.util.List;

/// Everything one run of the suite recorded: the content of `run.json`.
///
/// @param schema name and version of the format, [#SCHEMA] when written by this version
/// @param startedAt when the run began, ISO 8601 with zone
/// @param finishedAt when its last fork ended, ISO 8601 with zone
/// @param command the command line that repeats it
/// @param gitRevision revision of the suite it was built from, `-dirty` appended if it was changed,
///   or `unknown`
/// @param profile name of the profile
/// @param interrupted whether it was stopped before it was complete
/// @param environment the machine it ran on
/// @param yardsticks what the machine can do at all, measured in the same run
/// @param measurements what the transports did
/// @param claims what the measurements say about each claim
/// @param warnings what a reader must know of the run as a whole
/// @param breakdowns where the time of an operation goes, from forks of their own
/// @param rateSearches the highest rates that met a bound on the response time
/// @param mode how JMH timed closed loads: `avgt`, `thrpt` or `sample`; `avgt` where an old file
///   does not say
public record Run(
    String schema,
    String startedAt,
    String finishedAt,
    List<String> command,
    String gitRevision,
    String profile,
    boolean interrupted,
    Environment environment,
    List<Yardstick> yardsticks,
    List<Measurement> measurements,
    List<Claim> claims,
    List<String> warnings,
    List<Breakdown> breakdowns,
    List<RateSearch> rateSearches,
    String mode) {
  /// How JMH timed closed loads where nothing else is said.
  public static final String AVERAGE_TIME = "avgt";

  /// The format that this version writes.
  public static final String SCHEMA = "hgbench.run/1";

  /// Copies the lists; what an old file left out is empty.
  public Run {
    command = copy(command);
    yardsticks = copy(yardsticks);
    measurements = copy(measurements);
    claims = copy(claims);
    warnings = copy(warnings);
    breakdowns = copy(breakdowns);
    rateSearches = copy(rateSearches);
    mode = mode == null ? AVERAGE_TIME : mode;
  }

  /// A run of measurements alone.
  public Run(
      String schema,
      String startedAt,
      String finishedAt,
      List<String> command,
      String gitRevision,
      String profile,
      boolean interrupted,
      Environment environment,
      List<Yardstick> yardsticks,
      List<Measurement> measurements,
      List<Claim> claims,
      List<String> warnings) {
    this(
        schema,
        startedAt,
        finishedAt,
        command,
        gitRevision,
        profile,
        interrupted,
        environment,
        yardsticks,
        measurements,
        claims,
        warnings,
        List.of(),
        List.of(),
        AVERAGE_TIME);
  }

  /// This run with its claims judged.
  public Run withClaims(List<Claim> judged) {
    return with(measurements, judged, breakdowns, rateSearches, mode);
  }

  /// This run with these measurements.
  public Run withMeasurements(List<Measurement> changed) {
    return with(changed, claims, breakdowns, rateSearches, mode);
  }

  /// This run with what was measured beside its measurements.
  public Run with(List<Breakdown> stages, List<RateSearch> searches) {
    return with(measurements, claims, stages, searches, mode);
  }

  /// This run with how its closed loads were timed.
  public Run withMode(String timing) {
    return with(measurements, claims, breakdowns, rateSearches, timing);
  }

  private Run with(
      List<Measurement> newMeasurements,
      List<Claim> newClaims,
      List<Breakdown> newBreakdowns,
      List<RateSearch> newRateSearches,
      String newMode) {
    return new Run(
        schema,
        startedAt,
        finishedAt,
        command,
        gitRevision,
        profile,
        interrupted,
        environment,
        yardsticks,
        newMeasurements,
        newClaims,
        warnings,
        newBreakdowns,
        newRateSearches,
        newMode);
  }

  static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
