package org.hgbench.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hgbench.results.compare.Trend;
import org.hgbench.results.io.AtomicFile;
import org.hgbench.results.io.RunHistory;
import org.hgbench.results.report.HistoryPage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows how figures went from revision to revision.
@Command(
    name = "history",
    description = "Makes a page of many runs: how figures went from revision to revision.",
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "directory that holds run directories")
  private Path directory;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the page to write (default: history.html in DIR)")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<Trend.Group> groups = Trend.of(RunHistory.read(directory));
    Path page = out == null ? directory.resolve("history.html") : out;
    AtomicFile.write(page, HistoryPage.of(groups));
    PrintWriter terminal = spec.commandLine().getOut();
    if (groups.size() > 1) {
      terminal.printf(
          "%d sets of conditions, shown apart: runs of different machines are never mixed%n",
          groups.size());
    }
    for (Trend.Group group : groups) {
      List<String> changes = HistoryPage.changes(group);
      terminal.printf(
          "%s, profile %s: %d runs, %d trends, %d changes%n",
          group.latest().environment().cpu(),
          group.latest().profile(),
          group.runs(),
          group.trends().size(),
          changes.size());
      changes.forEach(change -> terminal.println("  " + change));
    }
    terminal.println("Wrote " + page);
    return ExitCode.OK;
  }
}
