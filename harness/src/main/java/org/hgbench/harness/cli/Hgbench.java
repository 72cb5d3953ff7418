package org.hgbench.harness.cli;

import java.util.Locale;
import org.hgbench.harness.duet.NotComparableException;
import org.hgbench.harness.plan.InvalidProfileException;
import org.hgbench.harness.plugin.InvalidPluginException;
import org.hgbench.results.compare.Outcome;
import org.hgbench.results.io.InvalidRunException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `hgbench`.
@Command(
    name = "hgbench",
    description = "What crossing from guest to host really costs: HGSMI and HGCM, measured.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      CompareCommand.class,
      AbCommand.class,
      ReportCommand.class,
      PlotCommand.class,
      HistoryCommand.class,
      ExportCommand.class,
      ListCommand.class,
      TargetCommand.class,
      SoakCommand.class,
      DoctorCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "hgbench 0.1.0")
public final class Hgbench implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /// For picocli.
  public Hgbench() {}

  /// Runs a command and ends with its exit code.
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Hgbench())
        .setExitCodeExceptionMapper(Hgbench::exitCode)
        .setParameterExceptionHandler(Hgbench::wrongCommandLine)
        .setExecutionExceptionHandler((e, command, result) -> {
          command.getErr().println("hgbench: " + sentence(e));
          return exitCode(e);
        });
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "name a command: run, compare, ab, report, plot, history, export, list, target, soak or"
            + " doctor");
  }

  private static int wrongCommandLine(CommandLine.ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .printf(
            "%s: %s%nSee '%s --help'.%n",
            "hgbench", sentence(e), command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  private static int exitCode(Throwable e) {
    return switch (e) {
      case CommandLine.ParameterException wrong -> ExitCode.USAGE;
      case InvalidRunException invalid -> ExitCode.INVALID_INPUT;
      case InvalidProfileException invalid -> ExitCode.INVALID_INPUT;
      case InvalidPluginException invalid -> ExitCode.INVALID_INPUT;
      case UnusableBoundaryException unusable -> ExitCode.UNUSABLE_BOUNDARY;
      case NotComparableException different -> Outcome.NOT_COMPARABLE;
      default -> ExitCode.FAILED;
    };
  }

  private static String sentence(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
