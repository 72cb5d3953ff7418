package org.hgbench.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.report.RunPlots;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Draws the charts of one run, or of several over each other.
@Command(
    name = "plot",
    description = "Draws the charts of one run, or of several over each other.",
    mixinStandardHelpOptions = true)
final class PlotCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "run directories")
  private List<Path> runs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "charts",
      description = "where the charts go (default: charts)")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<RunDirectory> directories = runs.stream().map(RunDirectory::of).toList();
    Files.createDirectories(out);
    for (String line : RunPlots.write(directories, out)) {
      spec.commandLine().getOut().println(line);
    }
    spec.commandLine().getOut().println("Charts: " + out.toAbsolutePath().normalize());
    return ExitCode.OK;
  }
}
