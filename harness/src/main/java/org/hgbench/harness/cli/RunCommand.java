package org.hgbench.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hgbench.harness.environment.EnvironmentCapture;
import org.hgbench.harness.environment.ProcessorTimes;
import org.hgbench.harness.environment.SteadyClock;
import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.harness.plan.Plan;
import org.hgbench.harness.plan.Profile;
import org.hgbench.harness.plan.TimingMode;
import org.hgbench.harness.run.Interruption;
import org.hgbench.harness.run.Journal;
import org.hgbench.harness.run.RunSession;
import org.hgbench.harness.run.RunStoppedException;
import org.hgbench.harness.run.StopRules;
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
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything was measured",
      "64:wrong command line",
      "65:the profile or the run to resume cannot be read, or does not fit this machine",
      "70:the run was stopped, or a plug-in threw; what was measured is kept",
      "75:the boundary is not usable here"
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  /// The jars must be on the class path before any command can be read.
  private static final Set<String> GO_WITH_RESUME = Set.of("--resume", "--plugin");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Mixin private BoundaryOptions boundary;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      defaultValue = "quick",
      description = "smoke, quick, full, sweep or a file of your own (default: quick)")
  private String profileName;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "JMH's way to time closed loads: avgt, thrpt or sample (default: the profile's, avgt)")
  private String modeName;

  @Mixin private SelectionOptions selection;

  @Mixin private StopOptions stop;

  @Mixin private PluginOptions plugins;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "new or empty directory for the run (default: results/runs/TIME)")
  private Path out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "measure what is missing of a run that was stopped; goes with --plugin only")
  private Path resume;

  @Option(
      names = "--trace",
      description = "also break the time of operations down into stages, in forks of their own")
  private boolean trace;

  @Option(
      names = "--slo-p99",
      paramLabel = "100us",
      description =
          "also search, for each gating cell, the highest rate whose 99th percentile stays below")
  private String sloText;

  @Option(names = "--dry-run", description = "print the plan and its duration, measure nothing")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    PrintWriter console = spec.commandLine().getOut();
    return resume == null ? begin(console) : resume(console);
  }

  private int begin(PrintWriter console) throws IOException, RunStoppedException {
    plugins.check();
    BoundaryChoice choice = boundary.choice();
    Profile profile = profile(choice);
    Plan plan = plan(profile);
    StopRules rules = rules();
    Duration slo = slo();
    if (dryRun) {
      PlanText.print(plan, console);
      return ExitCode.OK;
    }
    Path directory = directory();
    EnvironmentCapture machine = EnvironmentCapture.ofThisMachine();
    Journal.Header header =
        new Journal.Header(
            SteadyClock.text(), command(), plan.fingerprint(), conditions(machine, choice));
    try (Journal journal = Journal.create(directory, header)) {
      return measure(
          console,
          directory,
          choice,
          profile,
          plan,
          rules,
          slo,
          plugins.settings(),
          machine,
          journal);
    }
  }

  /// Goes on with the command line that the run was begun with.
  private int resume(PrintWriter console) throws IOException, RunStoppedException {
    if (spec.commandLine().getParseResult().matchedOptions().stream()
        .anyMatch(option -> !GO_WITH_RESUME.contains(option.longestName()))) {
      throw usage(
          "--resume takes everything else from the run itself; leave the other options out");
    }
    plugins.check();
    try (Journal journal = Journal.open(resume)) {
      RunCommand begun = new RunCommand();
      List<String> command = journal.header().command();
      new CommandLine(begun).parseArgs(command.subList(2, command.size()).toArray(String[]::new));
      BoundaryChoice choice = begun.boundary.choice();
      Profile profile = begun.profile(choice);
      Plan plan = begun.plan(profile);
      EnvironmentCapture machine = EnvironmentCapture.ofThisMachine();
      Resumption.requireSame(resume, journal.header(), plan, conditions(machine, choice));
      console.printf("Resuming: %d forks are measured already%n", journal.size());
      return measure(
          console,
          resume,
          choice,
          profile,
          plan,
          begun.rules(),
          begun.slo(),
          begun.plugins.settings(),
          machine,
          journal);
    }
  }

  private int measure(
      PrintWriter console,
      Path directory,
      BoundaryChoice choice,
      Profile profile,
      Plan plan,
      StopRules rules,
      Duration slo,
      List<String> settings,
      EnvironmentCapture machine,
      Journal journal)
      throws IOException, RunStoppedException {
    console.printf(
        "Profile %s (%s)%nBoundary %s%nRun directory %s%n",
        profile.name(), profile.description(), choice.description(), directory);
    console.flush();
    ProcessorTimes before = ProcessorTimes.read(machine.files()).orElse(ProcessorTimes.AT_BOOT);
    RunSession session =
        new RunSession(
            plan,
            directory,
            journal,
            new RunSession.Header(
                Build.revision(),
                profile.name(),
                () -> machine.capture(before),
                settings,
                warnings(choice),
                slo),
            rules,
            System.out,
            System.console() != null && System.console().isTerminal());
    try (Interruption interruption = Interruption.listen()) {
      Run run = session.run(interruption);
      RunDirectory written = new RunDirectory(directory);
      if (run.interrupted()) {
        // The JVM is on its way out, too late for charts.
        console.printf(
            "%nInterrupted. %d of %d forks are kept; go on with: hgbench run --resume %s%n",
            journal.size(), plan.forks().size(), directory);
        console.flush();
        return ExitCode.FAILED;
      }
      ReportWriter.write(written);
      RunText.print(run, console);
      console.printf("%nReport: %s%n", written.report().toAbsolutePath().normalize());
      console.flush();
      return ExitCode.OK;
    }
  }

  private Plan plan(Profile profile) {
    Plan plan = Plan.of(profile);
    return trace ? plan.withBreakdowns(profile) : plan;
  }

  private Profile profile(BoundaryChoice choice) {
    try {
      Supplier<List<BoundaryChoice>> others = () -> BoundaryOptions.others(choice);
      Profile profile =
          isFile(profileName)
              ? Profile.read(Path.of(profileName), choice, others)
              : Profile.named(profileName, choice, others);
      Profile selected = profile.only(selection.selection());
      return modeName == null ? selected : selected.timed(mode());
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private TimingMode mode() {
    try {
      return TimingMode.of(modeName);
    } catch (IllegalArgumentException e) {
      throw usage("--mode: " + e.getMessage());
    }
  }

  private static boolean isFile(String name) {
    return !Profile.NAMES.contains(name)
        && (name.contains("/") || name.endsWith(".profile") || Files.exists(Path.of(name)));
  }

  private Duration slo() {
    try {
      return sloText == null ? null : Amounts.latency("--slo-p99", sloText);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private StopRules rules() {
    try {
      return stop.rules();
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  /// What must not change while a run is measured, by name.
  private static Map<String, String> conditions(EnvironmentCapture machine, BoundaryChoice choice) {
    return Resumption.conditions(machine.capture(ProcessorTimes.AT_BOOT), choice.description());
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
