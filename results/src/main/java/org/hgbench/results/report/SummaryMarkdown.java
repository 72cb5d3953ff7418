package org.hgbench.results.report;

import java.util.List;
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
    text.append("## Verdicts\n\n");
    Conditions before = null;
    for (Verdict verdict : Verdicts.of(run, pairs)) {
      if (verdict.conditions() != null && !verdict.conditions().equals(before)) {
        text.append("\n**").append(Markdown.escape(verdict.conditions().label())).append("**\n\n");
      }
      if (verdict.conditions() == null && before != null) {
        text.append('\n');
      }
      before = verdict.conditions();
      text.append("- ").append(Markdown.escape(verdict.text())).append('\n');
    }
    text.append("\n## Claims\n\n").append(claims(run));
    text.append("\n## Figures\n\n");
    text.append("Time per operation, median fork. `× floor`: as a multiple of what the machine");
    text.append(
        " needs for the least that the work asks. Ratio: Hodges-Lehmann estimate over forks, so it"
            + " can differ from the");
    text.append(
        " ratio of the two medians. `~`: neither is shown to be faster. `–`: not measured under"
            + " these conditions. `!`: see the warning of that number.\n\n");
    text.append(new SummaryTable(run, pairs).markdown());
    return text.toString().replace("\n\n\n", "\n\n");
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
