package org.hgbench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hgbench.results.compare.CompareOptions;
import org.hgbench.results.compare.Comparison;
import org.hgbench.results.compare.NoiseHistory;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunHistory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Holds one run against another.
@Command(
    name = "compare",
    description = "Says whether anything got worse from one run to another.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing got worse",
      "1:something got worse",
      "3:unclear (only with --strict)",
      "4:not comparable",
      "64:wrong command line",
      "65:a run cannot be read"
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BASE", description = "run directory to compare with")
  private Path base;

  @Parameters(index = "1", paramLabel = "NEW", description = "run directory in question")
  private Path next;

  @Mixin private JudgeOptions judge;

  @Option(
      names = "--history",
      paramLabel = "DIR",
      description =
          "directory of earlier runs; changes smaller than this machine's own noise in runs of one"
              + " revision count for nothing")
  private Path history;

  @Override
  public Integer call() throws IOException {
    CompareOptions options = judge.options();
    List<Run> runs = RunReader.readAll(List.of(RunDirectory.of(base), RunDirectory.of(next)));
    Run from = runs.getFirst();
    if (history != null) {
      options = options.knowing(NoiseHistory.of(RunHistory.read(history), from));
    }
    return judge.answer(Comparison.of(from, runs.getLast(), options));
  }
}
