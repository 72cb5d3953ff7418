package org.hgbench.results.report;

import java.util.List;
import java.util.SequencedMap;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.text.Figures;

/// The main table: each amount of each kind of work on both transports, with floors and ratio.
public final class SummaryTable {
  private final Run run;
  private final SequencedMap<Setting, List<TransportPair>> groups;
  private final Warnings warnings;

  SummaryTable(Run run, List<TransportPair> pairs) {
    this.run = run;
    this.groups = Pairs.byConditions(pairs);
    this.warnings = new Warnings(run);
  }

  /// The table of a run for the terminal, a block for each set of conditions.
  public static String text(Run run) {
    return new SummaryTable(run, Pairs.of(run)).text();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    groups.forEach((conditions, pairs) -> {
      text.append(conditions.label()).append('\n');
      text.append(table(pairs).text("  ")).append('\n');
    });
    List<String> texts = warnings.texts();
    for (int i = 0; i < texts.size(); i++) {
      text.append("!%d %s%n".formatted(i + 1, texts.get(i)));
    }
    return text.toString();
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    groups.forEach((conditions, pairs) -> {
      text.append("**").append(Markdown.escape(conditions.label())).append("**\n\n");
      text.append(table(pairs).markdown()).append('\n');
    });
    return text.toString();
  }

  /// The warnings, folded away until somebody wants them; empty where there are none.
  String warnings() {
    List<String> texts = warnings.texts();
    if (texts.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n<details><summary>Warnings on ");
    text.append(texts.size() == 1 ? "one figure" : texts.size() + " figures");
    text.append("</summary>\n\n");
    for (int i = 0; i < texts.size(); i++) {
      text.append("- !%d %s\n".formatted(i + 1, Markdown.escape(texts.get(i))));
    }
    return text.append("\n</details>\n").toString();
  }

  private SummaryRows table(List<TransportPair> pairs) {
    SummaryRows table =
        new SummaryRows(
            "work",
            "HGSMI",
            "× floor",
            "HGCM",
            "× floor",
            "HGCM ÷ HGSMI",
            "95 % interval",
            "control");
    for (TransportPair pair : pairs) {
      Measurement control = control(pair);
      table.add(
          pair.label(),
          Figures.nanos(pair.hgsmi().nanosPerOperation()) + warnings.mark(pair.hgsmi()),
          floor(pair.hgsmi()),
          Figures.nanos(pair.hgcm().nanosPerOperation()) + warnings.mark(pair.hgcm()),
          floor(pair.hgcm()),
          (pair.outcome().decided() ? "" : "~ ") + Figures.multiple(pair.ratio()),
          interval(pair),
          control == null
              ? "–"
              : Figures.nanos(control.nanosPerOperation()) + warnings.mark(control));
    }
    return table;
  }

  private static String interval(TransportPair pair) {
    return pair.bounded()
        ? Figures.significant(pair.low()) + " to " + Figures.significant(pair.high())
        : "–";
  }

  private Measurement control(TransportPair pair) {
    return run.measurements().stream()
        .filter(measurement ->
            measurement.transport().equals("none")
                && Cell.of(measurement).equals(pair.cell())
                && Setting.of(measurement).equals(pair.conditions()))
        .findFirst()
        .orElse(null);
  }

  private static String floor(Measurement measurement) {
    return measurement.floorMultiple() == null
        ? "–"
        : Figures.significant(measurement.floorMultiple());
  }
}
