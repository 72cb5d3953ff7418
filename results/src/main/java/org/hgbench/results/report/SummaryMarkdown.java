package org.hgbench.results.report;

import java.util.List;
import org.hgbench.results.explain.TrapCostSweep;
import org.hgbench.results.model.Claim;
import org.hgbench.results.model.Run;

/// `summary.md`: verdicts, claims and the main table, for a pull request.
final class SummaryMarkdown {
  private SummaryMarkdown() {}

  static String of(Run run, List<TransportPair> pairs) {
    StringBuilder text = new StringBuilder();
    text.append("# HGSMI or HGCM?\n\n");
    text.append(Markdown.escape(RunFacts.oneLine(run))).append("\n\n");
    run.warnings()
        .forEach(warning -> text.append("> ").append(Markdown.escape(warning)).append("\n\n"));
    List<Statement> statements = Verdicts.of(run, pairs);
    for (Statement statement : statements) {
      switch (statement.kind()) {
        case HEADLINE ->
            text.append(
                "**%s** %s.\n"
                    .formatted(
                        Markdown.escape(statement.text()),
                        Markdown.escape(statement.conditions().label())));
        case GLIMPSE -> text.append("- %s\n".formatted(Markdown.escape(statement.sentence())));
        case CAUTION ->
            text.append(statement.conditions() == null ? "> " : "  ")
                .append(Markdown.escape(statement.text()))
                .append("\n\n");
        default -> {}
      }
    }
    text.append("\n## Figures\n\n");
    SummaryTable table = new SummaryTable(run, pairs);
    text.append(table.markdown());
    text.append("\nTime per operation, median fork; `× floor`: as a multiple of the least that the")
        .append(" machine needs for such work; ratio: Hodges-Lehmann estimate over forks with its")
        .append(" exact interval; `~`: neither is shown to be faster; `!`: see that warning.\n\n");
    RecordingCost.sentence(run).ifPresent(sentence -> text.append(sentence).append("\n\n"));
    statements.stream()
        .filter(statement -> statement.kind() == Statement.Kind.REASON)
        .forEach(statement -> text.append(Markdown.escape(statement.sentence())).append("\n\n"));
    text.append(trapCost(run));
    text.append("## Claims\n\n").append(claims(run));
    text.append(table.warnings());
    return text.toString().replaceAll("\n{3,}", "\n\n");
  }

  private static String trapCost(Run run) {
    List<String> sentences = TrapCostSweep.sentences(run);
    if (sentences.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("## What the cost of a trap decides\n\n");
    sentences.forEach(sentence -> text.append("- ").append(Markdown.escape(sentence)).append('\n'));
    return text.append('\n').toString();
  }

  private static String claims(Run run) {
    if (run.claims().isEmpty()) {
      return "No claim was judged.\n";
    }
    StringBuilder text = new StringBuilder();
    text.append("| | claim | verdict | figures |\n| --- | --- | --- | --- |\n");
    for (Claim claim : run.claims()) {
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  Markdown.escape(claim.id()),
                  Markdown.escape(claim.statement()),
                  Markdown.escape(RunFacts.verdict(claim)),
                  claim.figures() == null ? "–" : Markdown.escape(claim.figures())));
    }
    return text.toString();
  }
}
