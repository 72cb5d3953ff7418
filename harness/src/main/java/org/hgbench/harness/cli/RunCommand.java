package org.hgbench.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hgbench.harness.environment.EnvironmentCapture;
import org.hgbench.harness.environment.ProcessorTimes;
import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.harness.plan.Plan;
import org.hgbench.harness.plan.Profile;
import org.hgbench.harness.run.RunSession;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.model.Run;
import org.hgbench.results.report.ReportWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures, writes a run directory, and prints the verdicts.
@Command(
    name = "run",
    description = "Measures both transports and writes a run directory with a report.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Mixin private BoundaryOptions boundary;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "quick",
      description = "smoke, quick or full (default: quick)")
  private String profileName;

  @Option(
      names = "--workload",
      paramLabel = "W",
      split = ",",
      description = "only these workloads: notify, call, write, read")
  private Set<String> workloads = new LinkedHashSet<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "new or empty directory for the run (default: results/runs/TIME)")
  private Path out;

  @Option(names = "--dry-run", description = "print the plan and its duration, measure nothing")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    PrintWriter console = spec.commandLine().getOut();
    BoundaryChoice choice = boundary.choice();
    Profile profile = profile(choice);
    rejectUnknownWorkloads();
    Plan plan = Plan.of(profile, workloads);
    if (dryRun) {
      PlanText.print(plan, console);
      return ExitCode.OK;
    }
    Path directory = directory();
    console.printf(
        "Profile %s (%s)%nBoundary %s%nRun directory %s%n",
        profile.name(), profile.description(), choice.description(), directory);
    console.flush();
    EnvironmentCapture machine = EnvironmentCapture.ofThisMachine();
    ProcessorTimes before = ProcessorTimes.read(machine.files()).orElse(ProcessorTimes.AT_BOOT);
    RunSession session =
        new RunSession(
            plan,
            directory,
            new RunSession.Header(
                command(),
                Build.revision(),
                profile.name(),
                () -> machine.capture(before),
                warnings(choice)),
            System.out,
            System.console() != null && System.console().isTerminal());
    Run run = session.run();
    RunDirectory written = new RunDirectory(directory);
    if (run.interrupted()) {
      // The JVM is on its way out, too late for charts.
      console.printf(
          "%nInterrupted. What was measured is kept; 'hgbench report %s' draws it.%n", directory);
      console.flush();
      return ExitCode.FAILED;
    }
    ReportWriter.write(written);
    RunText.print(run, console);
    console.printf("%nReport: %s%n", written.report().toAbsolutePath().normalize());
    console.flush();
    return ExitCode.OK;
  }

  private Profile profile(BoundaryChoice choice) {
    try {
      return Profile.named(profileName, choice, BoundaryOptions.others(choice));
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private void rejectUnknownWorkloads() {
    for (String workload : workloads) {
      if (!Profile.workloads().contains(workload)) {
        throw usage(Profile.unknownWorkload(workload));
      }
    }
  }

  private static List<String> warnings(BoundaryChoice choice) {
    if (choice.name().equals("process")) {
      return List.of(
          "the boundary process favours HGCM: a trap there is two context switches, no less than a"
              + " hand-over to another thread");
    }
    return choice.cost() == null
        ? List.of()
        : List.of(
            "modelled: the boundary is simulated, a trap costs what the model says (%s)"
                .formatted(choice.cost().source()));
  }

  /// The directory to write to: new or empty, and writable.
  private Path directory() {
    Path directory =
        out != null
            ? out
            : Path.of("results", "runs")
                .resolve(
                    LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")));
    try {
      if (Files.exists(directory)) {
        if (!Files.isDirectory(directory)) {
          throw usage("--out %s: is a file; name a new directory".formatted(directory));
        }
        try (Stream<Path> content = Files.list(directory)) {
          if (content.findAny().isPresent()) {
            throw usage(
                "--out %s: is not empty; nothing is overwritten, name a new directory"
                    .formatted(directory));
          }
        }
      }
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "writable", null));
      return directory;
    } catch (IOException e) {
      throw usage(
          "--out %s: cannot be written (%s)".formatted(directory, e.getClass().getSimpleName()));
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of("hgbench"));
    command.addAll(spec.commandLine().getParent().getParseResult().originalArgs());
    return command;
  }

  private CommandLine.ParameterException usage(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }
}
