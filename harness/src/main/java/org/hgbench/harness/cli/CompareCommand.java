package org.hgbench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hgbench.results.compare.CompareOptions;
import org.hgbench.results.compare.Comparison;
import org.hgbench.results.compare.Outcome;
import org.hgbench.results.compare.OutputFormat;
import org.hgbench.results.io.AtomicFile;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Run;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BASE", description = "run directory to compare with")
  private Path base;

  @Parameters(index = "1", paramLabel = "NEW", description = "run directory in question")
  private Path next;

  @Option(
      names = "--threshold",
      paramLabel = "5%",
      description = "smallest change worth reporting (default: 3%% for times per operation)")
  private String threshold;

  @Option(
      names = "--alpha",
      paramLabel = "P",
      defaultValue = "0.05",
      description = "chance of one false verdict among all gating cells (default: 0.05)")
  private double alpha;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      description = "text, markdown, json or junit (default: text)")
  private String format;

  @Option(names = "--out", paramLabel = "FILE", description = "write there, not to the terminal")
  private Path out;

  @Option(names = "--strict", description = "an unclear gating cell is exit code 3")
  private boolean strict;

  @Option(names = "--force", description = "compare runs of different machines or settings, too")
  private boolean force;

  @Option(
      names = "--explain",
      paramLabel = "CELL",
      description = "print the whole arithmetic of one verdict")
  private String explain;

  @Override
  public Integer call() throws IOException {
    CompareOptions options = options();
    Run from = RunReader.read(RunDirectory.of(base));
    Run to = RunReader.read(RunDirectory.of(next));
    Outcome outcome = Comparison.of(from, to, options).outcome();
    if (outcome.exitCode() == Outcome.USAGE) {
      throw usage(outcome.text().strip());
    }
    if (out == null) {
      spec.commandLine().getOut().print(outcome.text());
      spec.commandLine().getOut().flush();
    } else {
      AtomicFile.write(out, outcome.text());
    }
    return outcome.exitCode();
  }

  private CompareOptions options() {
    try {
      CompareOptions options =
          CompareOptions.DEFAULTS.as(format()).withAlpha(alpha).explaining(explain);
      options =
          threshold == null
              ? options
              : options.withThreshold(Amounts.share("--threshold", threshold));
      options = strict ? options.strictly() : options;
      return force ? options.forced() : options;
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private OutputFormat format() {
    return switch (format) {
      case "text" -> OutputFormat.TEXT;
      case "markdown" -> OutputFormat.MARKDOWN;
      case "json" -> OutputFormat.JSON;
      case "junit" -> OutputFormat.JUNIT;
      default ->
          throw usage(
              "--format: no format '%s'; there are text, markdown, json, junit".formatted(format));
    };
  }

  private CommandLine.ParameterException usage(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }
}
