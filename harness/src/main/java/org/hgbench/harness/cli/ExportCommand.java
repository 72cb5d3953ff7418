package org.hgbench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hgbench.results.export.ExportFormat;
import org.hgbench.results.io.RunDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a run in the format of another tool.
@Command(
    name = "export",
    description = "Writes a run in the format of another tool.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "run directory")
  private Path run;

  @Option(
      names = "--format",
      paramLabel = "F",
      required = true,
      description = "jmh, hgrm, csv, github (github-action-benchmark) or openmetrics")
  private String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "the file to write, a directory for hgrm")
  private Path out;

  @Override
  public Integer call() throws IOException {
    format().write(RunDirectory.of(run), out);
    spec.commandLine().getOut().println("Wrote " + out);
    return ExitCode.OK;
  }

  private ExportFormat format() {
    try {
      return ExportFormat.named(format);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
