package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.CategoryChart;
import org.hgbench.results.chart.Curve;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.chart.Rendered;
import org.hgbench.results.chart.Series;
import org.hgbench.results.compare.Trend;
import org.hgbench.results.model.Run;
import org.hgbench.results.statistics.ChangePoints;
import org.hgbench.results.text.Figures;

/// How everything went from revision to revision, as a page: changes first, then a chart for each
/// kind of work. Runs of different machines or settings stand in sections of their own and never
/// share an axis.
public final class HistoryPage {
  private static final double INTERVAL = 0.95;

  private final List<Trend.Group> groups;
  private final StringBuilder html = new StringBuilder(1 << 18);

  private HistoryPage(List<Trend.Group> groups) {
    this.groups = groups;
  }

  /// The page of some groups, the newest first.
  public static String of(List<Trend.Group> groups) {
    return new HistoryPage(groups).page();
  }

  /// The changes of a group in words, oldest first.
  public static List<String> changes(Trend.Group group) {
    List<String> changes = new ArrayList<>();
    for (Trend trend : group.trends()) {
      for (ChangePoints.ChangePoint change : trend.changes()) {
        changes.add(
            "%s: %s from %s on"
                .formatted(
                    label(trend),
                    Figures.percent(Math.abs(Math.expm1(change.shift())))
                        + (change.shift() > 0 ? " slower" : " faster"),
                    RunFacts.shortRevision(trend.points().get(change.at()).gitRevision())));
      }
    }
    return changes;
  }

  private String page() {
    html.append(HtmlPage.head("History of HGSMI and HGCM"));
    html.append("<body>\n<a class=\"skip\" href=\"#group-1\">Skip to the newest runs</a>\n")
        .append("<header><div><h1>From revision to revision</h1><p>")
        .append(groups.stream().mapToInt(Trend.Group::runs).sum())
        .append(" runs")
        .append(
            groups.size() == 1
                ? " under the same conditions."
                : " under %d sets of conditions, shown apart: they cannot be compared."
                    .formatted(groups.size()))
        .append("</p></div>")
        .append(HtmlPage.THEME_BUTTON)
        .append("</header>\n<main>\n");
    for (int i = 0; i < groups.size(); i++) {
      group(groups.get(i), i + 1);
    }
    return html.append("</main>\n").append(HtmlPage.foot()).toString();
  }

  private void group(Trend.Group group, int number) {
    Run latest = group.latest();
    html.append("<section id=\"group-%d\"><h2>".formatted(number))
        .append(Html.escape(latest.environment().cpu() + ", profile " + latest.profile()))
        .append("</h2>\n<p class=\"question\">")
        .append(group.runs() == 1 ? "1 run" : group.runs() + " runs")
        .append(", the newest ")
        .append(Html.escape(RunFacts.oneLine(latest)))
        .append("</p>\n");
    List<String> changes = changes(group);
    if (group.trends().isEmpty()) {
      html.append("<p>One run has no trend.</p>\n");
    } else if (changes.isEmpty()) {
      html.append("<p class=\"headline\">No change of level found.</p>\n");
    } else {
      html.append("<ul>\n");
      changes.forEach(change -> html.append("<li>").append(Html.prose(change)).append("</li>\n"));
      html.append("</ul>\n");
    }
    html.append("<div class=\"charts\">\n");
    Rendered.of(charts(group, number)).forEach(chart -> html.append(HtmlPage.figure(chart, false)));
    html.append("</div>\n</section>\n");
  }

  private static List<Drawing> charts(Trend.Group group, int number) {
    SequencedMap<String, List<Trend>> charts = new LinkedHashMap<>();
    group
        .trends()
        .forEach(trend -> {
          if (!trend.transport().equals("none")) {
            charts.computeIfAbsent(work(trend), absent -> new ArrayList<>()).add(trend);
          }
        });
    List<Drawing> drawings = new ArrayList<>();
    charts.forEach((work, trends) ->
        drawings.add(drawing("trend-%d-%d".formatted(number, drawings.size() + 1), trends)));
    return drawings;
  }

  private static Drawing drawing(String name, List<Trend> trends) {
    List<String> times =
        List.copyOf(
            trends.stream()
                .flatMap(trend -> trend.points().stream())
                .map(Trend.Point::startedAt)
                .collect(Collectors.toCollection(TreeSet::new)));
    List<String> revisions =
        times.stream()
            .map(time ->
                trends.stream()
                    .flatMap(trend -> trend.points().stream())
                    .filter(point -> point.startedAt().equals(time))
                    .map(point -> RunFacts.shortRevision(point.gitRevision()))
                    .findFirst()
                    .orElseThrow())
            .toList();
    List<Integer> changes =
        trends.stream()
            .flatMap(trend ->
                trend.changes().stream()
                    .map(change -> times.indexOf(trend.points().get(change.at()).startedAt())))
            .distinct()
            .sorted()
            .toList();
    Caption caption =
        new Caption(
            "Time per operation: " + cell(trends.getFirst()).label(),
            conditions(trends.getFirst()).label(),
            "Bars: 95 % interval of the run's median fork (range with fewer than six forks). Dashed"
                + " line: the level changed.");
    return ChartWords.drawing(
        name,
        caption,
        trends.stream().map(HistoryPage::words).collect(Collectors.joining(" ")),
        CategoryChart.BY_REVISION.sketch(
            caption,
            revisions,
            trends.stream().map(trend -> curve(trend, times)).toList(),
            changes));
  }

  private static Curve curve(Trend trend, List<String> times) {
    return new Curve(
        series(trend),
        Series.of(trend.transport()),
        trend.points().stream()
            .map(point ->
                new Curve.Point(
                    times.indexOf(point.startedAt()),
                    new MedianInterval(
                        point.nanos(), point.interval().low(), point.interval().high(), INTERVAL)))
            .toList());
  }

  private static String words(Trend trend) {
    return "%s: %s at first, %s at last."
        .formatted(
            series(trend),
            Figures.nanos(trend.points().getFirst().nanos()),
            Figures.nanos(trend.points().getLast().nanos()));
  }

  private static String label(Trend trend) {
    return series(trend) + ", " + cell(trend).label() + ", " + conditions(trend).crossing();
  }

  private static String work(Trend trend) {
    return cell(trend).label() + '\n' + conditions(trend).label();
  }

  private static String series(Trend trend) {
    return Series.name(trend.transport())
        + (trend.variant().equals("default") ? "" : ", " + trend.variant());
  }

  private static Cell cell(Trend trend) {
    return new Cell(trend.conditions().workload(), trend.conditions().payloadBytes());
  }

  private static Setting conditions(Trend trend) {
    return Setting.of(trend.conditions());
  }
}
