package org.hgbench.results.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.chart.Series;
import org.hgbench.results.chart.Timeline;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.text.Figures;

/// The course of a run, fork by fork. A fork without a second of its kind is left out: it would be
/// its own median. Where most forks were disturbed, a mark on each would hide them all, and only
/// the badly disturbed ones are marked.
final class TimelineData {
  private static final int MOST_POINTS = 1_000;

  private TimelineData() {}

  /// The chart; null where no fork says when it ran.
  static Drawing of(Run run) {
    List<Timeline.Point> points = points(run);
    if (points.size() < 2) {
      return null;
    }
    List<Timeline.Point> shown = thinned(points);
    long far = points.stream().filter(Timeline.Point::far).count();
    Caption caption =
        new Caption(
            "The course of the run",
            "Each point is a fork, or the yardstick measured in it, against the median of its kind",
            "Ring: more than %s from its median. Cross: preempted, paused, throttled or robbed of"
                    .formatted(Figures.percent(Timeline.FAR - 1))
                + " processor time."
                + (shown.size() < points.size()
                    ? " %,d of %,d others are shown."
                        .formatted(
                            shown.stream().filter(p -> !stands(p)).count(),
                            points.stream().filter(p -> !stands(p)).count())
                    : ""));
    return ChartWords.drawing(
        "timeline",
        caption,
        "%d points over %s minutes, %d of them far from their median, %d disturbed."
            .formatted(
                points.size(),
                Figures.significant(
                    points.stream().mapToDouble(Timeline.Point::minutes).max().orElse(0)),
                far,
                points.stream().filter(Timeline.Point::disturbed).count()),
        Timeline.sketch(caption, shown));
  }

  // Every point that stands out, and as many of the others as can be told apart.
  private static List<Timeline.Point> thinned(List<Timeline.Point> points) {
    long others = points.stream().filter(point -> !stands(point)).count();
    double step = Math.max(1, others / (double) MOST_POINTS);
    List<Timeline.Point> shown = new ArrayList<>();
    double next = 0;
    int seen = 0;
    for (Timeline.Point point : points) {
      if (stands(point)) {
        shown.add(point);
      } else if (seen++ >= next) {
        shown.add(point);
        next += step;
      }
    }
    return shown;
  }

  private static boolean stands(Timeline.Point point) {
    return point.far() || point.disturbed();
  }

  private static List<Timeline.Point> points(Run run) {
    List<Timeline.Point> points = new ArrayList<>();
    Instant start = instant(run.startedAt());
    List<Measurement> repeated =
        run.measurements().stream().filter(one -> one.forks().size() > 1).toList();
    boolean most = mostDisturbed(repeated);
    for (Measurement measurement : repeated) {
      double median = median(measurement.forks().stream().mapToDouble(Fork::nanosPerOperation));
      double floor =
          median(
              measurement.forks().stream()
                  .map(Fork::floorNanos)
                  .filter(Objects::nonNull)
                  .mapToDouble(Double::doubleValue));
      Series series = Series.of(measurement.transport());
      for (Fork fork : measurement.forks()) {
        Instant at = instant(fork.startedAt());
        if (start != null && at != null) {
          double minutes = Duration.between(start, at).toMillis() / 60_000.0;
          boolean disturbed = most ? grade(fork).equals("poor") : !grade(fork).equals("good");
          points.add(
              new Timeline.Point(minutes, series, fork.nanosPerOperation() / median, disturbed));
          if (fork.floorNanos() != null) {
            points.add(
                new Timeline.Point(minutes, Series.FLOOR, fork.floorNanos() / floor, disturbed));
          }
        }
      }
    }
    return points;
  }

  private static boolean mostDisturbed(List<Measurement> measurements) {
    List<Fork> forks = measurements.stream().flatMap(one -> one.forks().stream()).toList();
    return forks.stream().filter(fork -> !grade(fork).equals("good")).count() * 2 > forks.size();
  }

  private static String grade(Fork fork) {
    return fork.disturbance() == null ? "good" : fork.disturbance().grade();
  }

  private static double median(DoubleStream values) {
    double[] all = values.toArray();
    return all.length == 0 ? Double.NaN : MedianInterval.of(all).median();
  }

  private static Instant instant(String text) {
    try {
      return text == null ? null : ZonedDateTime.parse(text).toInstant();
    } catch (DateTimeParseException foreign) {
      return null; // A fork that does not say when it ran has no place on a time axis.
    }
  }
}
