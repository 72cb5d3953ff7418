package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.results.chart.Series;
import org.hgbench.results.text.Figures;

/// Which transport to take for which work, a row for each pair: what a reader scans before any
/// chart of a workload.
final class AnswerTable {
  private final Warnings warnings;

  AnswerTable(Warnings warnings) {
    this.warnings = warnings;
  }

  /// The table of some pairs, at least one.
  String html(List<TransportPair> pairs) {
    boolean oneCircumstance =
        pairs.stream().map(pair -> pair.conditions().circumstances()).distinct().count() == 1;
    List<String> columns = new ArrayList<>(List.of("work", "take", "boundary"));
    if (!oneCircumstance) {
      columns.add("circumstances");
    }
    int texts = columns.size();
    columns.addAll(
        List.of("times as fast", "95 % interval", "HGSMI", "HGCM", "difference", "forks"));
    HtmlTable table = new HtmlTable("Time per operation, and how sure it is", columns, texts);
    for (int i = 0; i < pairs.size(); i++) {
      TransportPair pair = pairs.get(i);
      table.row(pair.label(), i);
      table.html(taken(pair));
      table.html(WorkTables.boundary(pair.conditions()));
      if (!oneCircumstance) {
        table.text(pair.conditions().circumstances());
      }
      figures(table, pair);
    }
    return table.html();
  }

  private void figures(HtmlTable table, TransportPair pair) {
    table.figure(pair.advantage(), Figures.multiple(pair.advantage()));
    if (pair.bounded()) {
      boolean turned = pair.ratio() < 1;
      double low = turned ? 1 / pair.high() : pair.low();
      double high = turned ? 1 / pair.low() : pair.high();
      table.figure(low, Figures.significant(low) + " to " + Figures.significant(high));
    } else {
      table.none("too few forks for an interval");
    }
    double hgsmi = pair.hgsmi().nanosPerOperation();
    double hgcm = pair.hgcm().nanosPerOperation();
    table.figure(hgsmi, Figures.nanos(hgsmi) + warnings.link(pair.hgsmi()));
    table.figure(hgcm, Figures.nanos(hgcm) + warnings.link(pair.hgcm()));
    table.figure(Math.abs(hgcm - hgsmi), Figures.nanos(Math.abs(hgcm - hgsmi)));
    table.figure(pair.judged().blocks(), String.valueOf(pair.judged().blocks()));
  }

  private static String taken(TransportPair pair) {
    return switch (pair.outcome()) {
      case HGSMI_FASTER -> strong("hgsmi", Series.HGSMI);
      case HGCM_FASTER -> strong("hgcm", Series.HGCM);
      case SAME -> "either: the same";
      case UNDETECTED -> "either: no difference detected" + settle(pair);
      case TOO_FEW ->
          "<span class=\"none\">not judged<br><small>%s was faster</small></span>"
              .formatted(pair.ratio() > 1 ? Series.HGSMI : Series.HGCM);
    };
  }

  private static String settle(TransportPair pair) {
    long more = pair.judged().moreBlocks();
    return more == 0 ? "" : "<br><small>%d more forks would settle it</small>".formatted(more);
  }

  private static String strong(String key, Series series) {
    return "<span class=\"key %s\" aria-hidden=\"true\"></span><strong>%s</strong>"
        .formatted(key, series);
  }
}
