package org.hgbench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.hgbench.results.compare.CompareOptions;
import org.hgbench.results.compare.Comparison;
import org.hgbench.results.compare.Outcome;
import org.hgbench.results.compare.OutputFormat;
import org.hgbench.results.io.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The options of every command that says whether something got worse, and how it says it.
final class JudgeOptions {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

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

  @Option(names = "--force", description = "compare different machines or settings, too")
  private boolean force;

  @Option(
      names = "--explain",
      paramLabel = "CELL",
      description = "print the whole arithmetic of one verdict")
  private String explain;

  /// What was asked for.
  CompareOptions options() {
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

  /// Writes the answer to where it was asked for and returns the exit code.
  int answer(Comparison comparison) throws IOException {
    Outcome outcome = comparison.outcome();
    if (outcome.exitCode() == Outcome.USAGE) {
      throw usage(outcome.text().strip());
    }
    write(outcome.text());
    return outcome.exitCode();
  }

  /// Writes a text to where it was asked for.
  void write(String text) throws IOException {
    if (out == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      AtomicFile.write(out, text);
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
