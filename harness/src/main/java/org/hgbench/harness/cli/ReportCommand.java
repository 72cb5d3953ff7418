package org.hgbench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.model.Run;
import org.hgbench.results.report.ReportWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Checks a run directory and writes its charts and reports again.
@Command(
    name = "report",
    description = "Checks a run directory and writes its charts, report.html and summary.md again.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "run directory, or the run.json in it")
  private Path path;

  @Override
  public Integer call() throws IOException {
    RunDirectory directory = RunDirectory.of(path);
    Run run = ReportWriter.write(directory);
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %d measurements, %d claims; wrote %s%n",
            directory.path(), run.measurements().size(), run.claims().size(), directory.report());
    return ExitCode.OK;
  }
}
