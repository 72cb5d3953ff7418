package org.hgbench.harness.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.hgbench.harness.duet.AgentBuild;
import org.hgbench.harness.duet.BuildSource;
import org.hgbench.harness.duet.DuetPlan;
import org.hgbench.harness.duet.DuetProgress;
import org.hgbench.harness.duet.DuetRuns;
import org.hgbench.harness.duet.DuetSession;
import org.hgbench.harness.duet.DuetShape;
import org.hgbench.harness.duet.SelfTest;
import org.hgbench.harness.environment.EnvironmentCapture;
import org.hgbench.harness.environment.ProcessorTimes;
import org.hgbench.harness.environment.SteadyClock;
import org.hgbench.harness.plan.Cell;
import org.hgbench.results.compare.CompareOptions;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunHistory;
import org.hgbench.results.io.RunWriter;
import org.hgbench.results.model.Run;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures two builds in turns and says whether the new one is worse.
@Command(
    name = "ab",
    description = {
      "Measures two builds in a time-sliced duet and says whether anything got worse.",
      "BASE and NEW are jars of hgbench, or git revisions, which are built first."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing got worse",
      "1:something got worse",
      "3:unclear (only with --strict)",
      "4:not comparable: one build cannot do what is asked, or they need different JVM flags",
      "64:wrong command line, or a plan that could find nothing",
      "65:a jar cannot be read",
      "70:a fork died, hung or spoke nonsense, or a revision does not build",
      "75:the boundary is not usable here"
    },
    mixinStandardHelpOptions = true)
final class AbCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BASE",
      description = "what to compare with")
  private String base;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NEW", description = "what is in question")
  private String next;

  @Mixin private BoundaryOptions boundary;
  @Mixin private CellOptions cells;
  @Mixin private JudgeOptions judge;

  @Option(
      names = {"--blocks", "--forks"},
      paramLabel = "K",
      split = ",",
      defaultValue = "12,18,24",
      description =
          "after how many fork pairs per cell to look, ascending; stops at a look that decides"
              + " (default: 12,18,24)")
  private List<Integer> blocks;

  @Option(
      names = "--budget",
      paramLabel = "10m",
      description =
          "how long it may take, such as 90s, 10m or 2h: leaves out looks that do not fit")
  private String budget;

  @Option(
      names = "--turn",
      paramLabel = "MS",
      defaultValue = "20",
      description = "length of a turn in milliseconds (default: 20)")
  private int turnMillis;

  @Option(
      names = "--slices",
      paramLabel = "N",
      defaultValue = "25",
      description = "slice pairs per fork pair (default: 25)")
  private int slices;

  @Option(names = "--seed", paramLabel = "N", description = "repeats the order of an earlier duet")
  private Long seed;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "write both runs to DIR/base and DIR/new, which 'compare' reads")
  private Path keep;

  @Option(
      names = "--history",
      paramLabel = "DIR",
      description = {
        "directory in which duets of one build with itself were kept: changes smaller than this",
        "machine's own noise in these count for nothing"
      })
  private Path history;

  @ArgGroup(exclusive = false, heading = "The gate's own test:%n")
  private SelfTestOptions selfTest;

  /// The options of the self-test.
  static final class SelfTestOptions {
    @Option(
        names = "--self-test",
        required = true,
        description = "pair this build with itself, honestly and slowed down; about 2 hours")
    private boolean asked;

    @Option(
        names = "--runs",
        paramLabel = "N",
        defaultValue = "12",
        description = "runs, honest and slowed in turn (default: 12)")
    private int runs;

    @Option(
        names = "--slowdown",
        paramLabel = "P",
        split = ",",
        defaultValue = "2,5,10",
        description = "slowdowns in percent (default: 2,5,10)")
    private List<Double> percent;

    @Option(
        names = "--transport",
        paramLabel = "T",
        description = {
          "only the cells of this transport, hgsmi or hgcm",
          "(default: hgsmi, or any if --cells names cells)"
        })
    private String transport;
  }

  @Override
  public Integer call() throws IOException {
    CompareOptions options = judge.options();
    if (selfTest == null && (base == null || next == null)) {
      throw usage("name two builds, BASE and NEW: jars or git revisions");
    }
    if (selfTest != null && next != null) {
      throw usage("--self-test pairs one build with itself; name one jar or none");
    }
    List<Cell> chosen =
        selfTest == null
            ? cells.choose(boundary.choice())
            : cells.chooseForSelfTest(boundary.choice(), selfTest.transport);
    DuetPlan plan = plan(chosen, options);
    explainable(plan, options);
    Path scratch = Files.createTempDirectory("hgbench-ab-");
    DuetProgress progress = progress();
    BuildSource source =
        new BuildSource(Path.of("").toAbsolutePath(), scratch, BuildSource.MAVEN, progress);
    // On Ctrl-C nobody gets to `finally`. The forks end by themselves, with their input.
    Thread hook = Thread.ofPlatform().unstarted(() -> cleanUp(source, scratch));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return selfTest == null
          ? compare(plan, options, source, progress, scratch)
          : test(plan, options, source, progress, scratch);
    } finally {
      cleanUp(source, scratch);
      unhook(hook);
    }
  }

  private static void cleanUp(BuildSource source, Path scratch) {
    source.close();
    delete(scratch);
  }

  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is on its way out, and the hook cleans up as well.
    }
  }

  private int compare(
      DuetPlan plan,
      CompareOptions options,
      BuildSource source,
      DuetProgress progress,
      Path scratch)
      throws IOException {
    List<Run> earlier = history == null ? List.of() : RunHistory.readWithDuets(history);
    AgentBuild from = find(source, "base", base);
    AgentBuild to = find(source, "new", next);
    progress.say(
        "%d cells, looks at %s blocks, about %d min to the last, seed %d"
            .formatted(
                plan.cells().size(),
                plan.looks().blocks(),
                plan.estimate(plan.looks().blocks().getLast()).plusSeconds(30).toMinutes(),
                plan.seed()));
    DuetSession.Result result =
        DuetSession.play(plan, runs(from, to), options, progress, earlier, duration(), scratch);
    if (keep != null) {
      write(keep.resolve("base"), result.runs().base());
      write(keep.resolve("new"), result.runs().next());
    }
    return judge.answer(result.comparison());
  }

  private int test(
      DuetPlan plan,
      CompareOptions options,
      BuildSource source,
      DuetProgress progress,
      Path scratch)
      throws IOException {
    if (selfTest.runs < 1) {
      throw usage("--runs: at least 1: " + selfTest.runs);
    }
    for (double percent : selfTest.percent) {
      if (!(percent > 0 && percent <= 1000)) {
        throw usage("--slowdown: a percentage above 0: " + percent);
      }
    }
    String jar = base == null ? System.getProperty("java.class.path") : base;
    DuetRuns runs = runs(find(source, "base", jar), find(source, "new", jar));
    SelfTest test =
        new SelfTest(
            plan,
            runs,
            options,
            selfTest.percent.stream().map(percent -> percent / 100).toList(),
            progress,
            scratch);
    judge.write(test.run(selfTest.runs, duration()));
    return ExitCode.OK;
  }

  private DuetPlan plan(List<Cell> chosen, CompareOptions options) {
    try {
      return DuetPlan.of(
          chosen,
          blocks,
          DuetShape.DEFAULT.withTurns(slices, turnMillis),
          options.alpha(),
          seed == null ? ThreadLocalRandom.current().nextInt(1 << 30) : seed,
          selfTest == null ? duration() : null);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  /// A misspelt cell is better known before ten minutes of measuring than after.
  private void explainable(DuetPlan plan, CompareOptions options) {
    List<String> ids = plan.cells().stream().map(Cell::id).toList();
    if (options.explain() != null && !ids.contains(options.explain())) {
      throw usage(
          "--explain: no cell '%s'; there are %s"
              .formatted(options.explain(), String.join(", ", ids)));
    }
  }

  private AgentBuild find(BuildSource source, String side, String name) {
    try {
      return source.find(side, name);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private DuetRuns runs(AgentBuild from, AgentBuild to) {
    EnvironmentCapture machine = EnvironmentCapture.ofThisMachine();
    ProcessorTimes before = ProcessorTimes.read(machine.files()).orElse(ProcessorTimes.AT_BOOT);
    List<String> command = new ArrayList<>(List.of("hgbench"));
    command.addAll(spec.commandLine().getParent().getParseResult().originalArgs());
    return new DuetRuns(
        from, to, command, cells.profile(), () -> machine.capture(before), SteadyClock.now());
  }

  private Duration duration() {
    try {
      return budget == null ? null : Amounts.time("--budget", budget);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private static DuetProgress progress() {
    PrintStream out = System.err;
    return new DuetProgress(out, System.console() != null && System.console().isTerminal());
  }

  private static void write(Path directory, Run run) throws IOException {
    Files.createDirectories(directory);
    RunWriter.write(new RunDirectory(directory), run);
  }

  private static void delete(Path tree) {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // It has been deleted already.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandLine.ParameterException usage(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }
}
