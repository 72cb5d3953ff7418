package org.hgbench.harness.cli;

import java.io.PrintWriter;
import org.hgbench.results.model.Claim;
import org.hgbench.results.model.Run;
import org.hgbench.results.report.RecordingCost;
import org.hgbench.results.report.SummaryTable;
import org.hgbench.results.report.Verdicts;

/// Prints what a run found: the table, the verdicts as sentences, the claims.
final class RunText {
  private static final int WIDTH = 100;

  private RunText() {}

  static void print(Run run, PrintWriter out) {
    out.println();
    out.print(SummaryTable.text(run));
    out.println();
    for (String sentence : Verdicts.gating(run)) {
      wrapped(out, "* ", sentence);
    }
    LoadText.print(run, out);
    out.println();
    RecordingCost.sentence(run).ifPresent(sentence -> wrapped(out, "", sentence));
    out.println();
    out.println("Claims");
    for (Claim claim : run.claims()) {
      String modelled = claim.modelled() ? " (modelled)" : "";
      wrapped(
          out,
          "  %s  ".formatted(claim.id()),
          claim.verdict() + modelled + ": " + claim.statement());
    }
  }

  private static void wrapped(PrintWriter out, String lead, String text) {
    StringBuilder line = new StringBuilder(lead);
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > WIDTH) {
        out.println(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(lead.length()));
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
