package org.hgbench.harness.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hgbench.harness.plan.Plan;
import org.hgbench.harness.plan.PlannedFork;
import org.hgbench.results.claim.Claims;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunWriter;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// One run: carries out the plan fork by fork and writes the run directory.
///
/// When the JVM is told to end (Ctrl-C, SIGTERM), the fork in flight is given up, and what was
/// measured before it is written as a valid run directory, marked `interrupted`.
public final class RunSession {
  private final Plan plan;
  private final RunDirectory directory;
  private final Progress progress;
  private final Header header;
  private final List<ForkOutcome> outcomes = new ArrayList<>();
  private volatile boolean interrupted;

  /// What is known of a run besides its measurements.
  ///
  /// @param command the command line that repeats it
  /// @param gitRevision of the suite
  /// @param profile name of the profile
  /// @param environment reads the machine, after the last fork
  /// @param warnings what a reader must know of the run as a whole
  public record Header(
      List<String> command,
      String gitRevision,
      String profile,
      Supplier<Environment> environment,
      List<String> warnings) {}

  /// Prepares a run into an empty directory.
  public RunSession(
      Plan plan, Path directory, Header header, java.io.PrintStream out, boolean terminal) {
    this.plan = plan;
    this.directory = new RunDirectory(directory);
    this.header = header;
    this.progress = new Progress(out, terminal, plan.forks().size(), plan.estimateMillis());
  }

  /// Runs the plan and writes `run.json`, `jmh.json` and the histograms.
  ///
  /// @throws ForkFailedException if a fork fails; what was measured before it has been written
  public Run run() throws ForkFailedException, IOException {
    String startedAt = now();
    Path scratch = directory.path().resolve("forks");
    ForkRunner runner = new ForkRunner(scratch);
    Thread main = Thread.currentThread();
    Thread hook = Thread.ofPlatform().unstarted(() -> interrupt(main));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      for (PlannedFork fork : plan.forks()) {
        if (interrupted) {
          break;
        }
        ForkOutcome outcome = runner.run(fork);
        outcomes.add(outcome);
        progress.finished(fork, outcome.nanosPerOperation());
      }
    } catch (ForkFailedException e) {
      if (!interrupted) {
        write(startedAt, true);
        throw e;
      }
    } finally {
      progress.end();
    }
    Run run = write(startedAt, interrupted);
    delete(scratch);
    if (!interrupted) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
    return run;
  }

  private Run write(String startedAt, boolean incomplete) throws IOException {
    Environment environment = header.environment().get();
    RunAssembler assembler = new RunAssembler(directory, environment.clockNanos());
    List<Measurement> measurements = assembler.measurements(outcomes);
    Run run =
        new Run(
            Run.SCHEMA,
            startedAt,
            now(),
            header.command(),
            header.gitRevision(),
            header.profile(),
            incomplete,
            environment,
            assembler.yardsticks(outcomes),
            measurements,
            List.of(),
            header.warnings());
    run = run.withClaims(Claims.judge(run));
    JmhJson.write(outcomes, directory.jmhJson());
    RunWriter.write(directory, run);
    return run;
  }

  /// In the shutdown hook: lets the main thread write what there is, for a while.
  private void interrupt(Thread main) {
    interrupted = true;
    try {
      main.join(java.time.Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String now() {
    return OffsetDateTime.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
