package org.hgbench.harness.cli;

import java.time.Duration;
import org.hgbench.harness.run.StopRules;
import picocli.CommandLine.Option;

/// The options that end a run before its plan does.
final class StopOptions {
  private static final double WIDEST = 0.5;

  @Option(
      names = "--strict",
      description = "stop, with exit code 70, at the first fork that was badly disturbed")
  private boolean strict;

  @Option(
      names = "--precision",
      paramLabel = "2%",
      description = "run no more forks of a gating pair once its ratio is known this well")
  private String precision;

  @Option(
      names = "--budget",
      paramLabel = "5m",
      description = "after this much measuring, one fork of each cell must do")
  private String budget;

  /// @throws IllegalArgumentException if one of them makes no sense
  StopRules rules() {
    Double share = precision == null ? null : Amounts.share("--precision", precision);
    if (share != null && !(share > 0 && share <= WIDEST)) {
      throw new IllegalArgumentException(
          "--precision: '%s' is not between 0%% and 50%%".formatted(precision));
    }
    Duration time = budget == null ? null : Amounts.time("--budget", budget);
    return new StopRules(strict, share, time);
  }
}
