package org.hgbench.results.report;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.hgbench.results.chart.Rendered;
import org.hgbench.results.explain.TrapCostSweep;
import org.hgbench.results.model.Claim;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// `report.html`: one file that needs no network. The answer first, then claims, then each workload
/// with its charts and tables, then warnings, machine and the command that repeats the run.
final class HtmlReport {
  private final Run run;
  private final List<TransportPair> pairs;
  private final Rendered overview;
  private final SequencedMap<String, List<Rendered>> charts;
  private final Rendered timeline;
  private final Warnings warnings;
  private final StringBuilder html = new StringBuilder(1 << 20);

  /// @param overview the chart that answers the question, or null
  /// @param charts by workload, one entry for every workload of the run
  /// @param timeline the course of the run, or null
  HtmlReport(
      Run run,
      List<TransportPair> pairs,
      Rendered overview,
      SequencedMap<String, List<Rendered>> charts,
      Rendered timeline) {
    this.run = run;
    this.pairs = pairs;
    this.overview = overview;
    this.charts = charts;
    this.timeline = timeline;
    this.warnings = new Warnings(run);
  }

  /// The whole page.
  String page() {
    html.append(HtmlPage.head("HGSMI or HGCM? " + RunFacts.day(run.startedAt())));
    header();
    html.append("<main>\n");
    answer();
    trapCost();
    claims();
    charts.forEach(this::workload);
    warnings();
    course();
    html.append(new MachineSection(run).html());
    html.append("</main>\n<footer><p>Made by hgbench from run.json and histograms/ beside this")
        .append(" file. Raw values of every fork are there.</p></footer>\n");
    return html.append(HtmlPage.foot()).toString();
  }

  private void header() {
    html.append("<body>\n<a class=\"skip\" href=\"#answer\">Skip to the answer</a>\n")
        .append("<header><div><h1>HGSMI or HGCM?</h1><p>")
        .append(Html.escape(RunFacts.oneLine(run)))
        .append("</p></div>")
        .append(HtmlPage.THEME_BUTTON)
        .append("</header>\n")
        .append("<nav aria-label=\"Sections\"><a href=\"#answer\">Answer</a>")
        .append("<a href=\"#claims\">Claims</a>");
    for (String workload : charts.keySet()) {
      html.append("<a href=\"#%s\">%s</a>".formatted(id(workload), Html.escape(workload)));
    }
    if (!warnings.texts().isEmpty()) {
      html.append("<a href=\"#warnings\">Warnings</a>");
    }
    html.append("<a href=\"#machine\">Machine</a><a href=\"#repeat\">Repeat it</a></nav>\n");
  }

  private void answer() {
    html.append("<section id=\"answer\"><h2>The answer</h2>\n");
    for (String warning : run.warnings()) {
      html.append("<p class=\"note\">").append(Html.escape(warning)).append("</p>\n");
    }
    VerdictSection verdicts = new VerdictSection(Verdicts.of(run, pairs));
    html.append(verdicts.headlines());
    if (overview != null) {
      chart(overview, true);
    }
    html.append("<h2 class=\"next\">What to take for which work</h2>\n");
    if (!pairs.isEmpty()) {
      html.append(new AnswerTable(warnings).html(pairs));
    }
    html.append(verdicts.reasons()).append("</section>\n");
  }

  private void trapCost() {
    List<String> sentences = TrapCostSweep.sentences(run);
    if (!sentences.isEmpty()) {
      html.append("<section id=\"trap-cost\"><h2>What the cost of a trap decides</h2><ul>\n");
      sentences.forEach(
          sentence -> html.append("<li>").append(Html.escape(sentence)).append("</li>\n"));
      html.append("</ul></section>\n");
    }
  }

  private void claims() {
    html.append("<section id=\"claims\"><h2>Claims</h2>\n");
    if (run.claims().isEmpty()) {
      html.append("<p>No claim was judged.</p></section>\n");
      return;
    }
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Claims\">")
        .append("<table class=\"claims\"><caption>What was said of the two transports, and what")
        .append(" this run says to it</caption><thead><tr><th scope=\"col\">Id</th>")
        .append("<th scope=\"col\">Claim</th><th scope=\"col\">Verdict</th>")
        .append("<th scope=\"col\">Figures</th></tr></thead><tbody>\n");
    for (Claim claim : run.claims()) {
      html.append(
          "<tr><th scope=\"row\">%s</th><td>%s</td><td><span class=\"verdict %s\">%s</span>%s</td>"
              .formatted(
                  Html.escape(claim.id()),
                  Html.escape(claim.statement()),
                  Html.id(claim.verdict()),
                  Html.escape(claim.verdict()),
                  claim.modelled() ? " <span class=\"badge\">modelled</span>" : ""));
      html.append("<td>")
          .append(claim.figures() == null ? "–" : Html.escape(claim.figures()))
          .append("</td></tr>\n");
    }
    html.append("</tbody></table></div></section>\n");
  }

  private void workload(String workload, List<Rendered> figures) {
    List<Measurement> measurements =
        run.measurements().stream()
            .filter(measurement -> measurement.workload().equals(workload))
            .toList();
    html.append("<section id=\"%s\"><h2>%s</h2>\n".formatted(id(workload), Html.escape(workload)));
    String question = QUESTIONS.get(workload);
    if (question != null) {
      html.append("<p class=\"question\">").append(question).append("</p>\n");
    }
    if (!figures.isEmpty()) {
      html.append("<div class=\"charts\">\n");
      figures.forEach(figure -> chart(figure, false));
      html.append("</div>\n");
    }
    WorkTables tables = new WorkTables(workload, measurements, warnings);
    if (!tables.common().isEmpty()) {
      html.append(
          "<p class=\"common\">Measured with %s.</p>\n".formatted(Html.escape(tables.common())));
    }
    html.append(tables.times());
    html.append(tables.contents());
    html.append("</section>\n");
  }

  private void chart(Rendered chart, boolean wide) {
    html.append(HtmlPage.figure(chart, wide));
  }

  private void course() {
    if (timeline != null) {
      html.append("<section id=\"course\"><h2>The course of the run</h2>\n");
      chart(timeline, false);
      html.append("</section>\n");
    }
  }

  private void warnings() {
    List<String> texts = warnings.texts();
    if (texts.isEmpty()) {
      return;
    }
    html.append("<section id=\"warnings\"><h2>Warnings</h2><ol class=\"warnings\">\n");
    for (int i = 0; i < texts.size(); i++) {
      html.append("<li id=\"warning-%d\">%s</li>\n".formatted(i + 1, Html.escape(texts.get(i))));
    }
    html.append("</ol></section>\n");
  }

  private static final Map<String, String> QUESTIONS =
      Map.of(
          "notify", "What does it cost to tell the host something?",
          "call", "What does a small request and its answer cost, end to end?",
          "write",
              "What does it cost to give the host n bytes that it really reads? With a"
                  + " write-back mapping.",
          "read",
              "What does it cost to get n bytes that the host really writes? With a"
                  + " write-back mapping.",
          "event", "What does it cost the host to tell the guest something?",
          "stream", "What do sustained small records cost?",
          "duplex", "What do both directions cost at once?",
          "touch", "Does access to shared memory trap?");

  private static String id(String workload) {
    return "work-" + Html.id(workload);
  }
}
