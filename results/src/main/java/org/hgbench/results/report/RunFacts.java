package org.hgbench.results.report;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hgbench.results.model.Claim;
import org.hgbench.results.model.Run;

/// What identifies a run, as text.
final class RunFacts {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private RunFacts() {}

  /// When, what and where in one line.
  static String oneLine(Run run) {
    return Stream.of(
            day(run.startedAt()),
            "profile " + run.profile(),
            run.mode().equals(Run.AVERAGE_TIME) ? null : "mode " + run.mode(),
            run.interrupted() ? "interrupted" : null,
            run.gitRevision() == null ? null : "revision " + shortRevision(run.gitRevision()),
            run.environment().cpu(),
            run.environment().jdk())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  /// The verdict of a claim; where it rests on a model it says so.
  static String verdict(Claim claim) {
    return claim.modelled() ? claim.verdict() + " (modelled)" : claim.verdict();
  }

  /// The command line as it would be typed.
  static String command(Run run) {
    return run.command().stream().map(RunFacts::quoted).collect(Collectors.joining(" "));
  }

  /// `2026-11-23 05:00 UTC`; a time stamp of another form is left as it is.
  static String day(String instant) {
    try {
      return MINUTES.format(ZonedDateTime.parse(instant).withZoneSameInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException foreign) {
      return instant;
    }
  }

  /// The first twelve digits of a hash; a revision of another form is left as it is.
  static String shortRevision(String revision) {
    return String.valueOf(revision).replaceFirst("^([0-9a-f]{12})[0-9a-f]+", "$1");
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
