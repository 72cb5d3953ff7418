package org.hgbench.harness.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hgbench.harness.environment.SteadyClock;
import org.hgbench.harness.plan.Plan;
import org.hgbench.harness.plan.PlannedFork;
import org.hgbench.harness.plan.TimingMode;
import org.hgbench.results.claim.Claims;
import org.hgbench.results.explain.ExplainedShares;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunWriter;
import org.hgbench.results.model.Breakdown;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.RateSearch;
import org.hgbench.results.model.Run;

/// One run, or the rest of one: carries out the plan fork by fork and writes the run directory.
///
/// Each fork that ends is in the [Journal] before the next one starts, and a fork that is there is
/// never run again. Whatever stops the run, what was measured is written as a valid run directory,
/// marked `interrupted`; the journal goes when everything is measured and written.
public final class RunSession {
  private final Plan plan;
  private final RunDirectory directory;
  private final Journal journal;
  private final Header header;
  private final StopRules rules;
  private final Stopping stopping;
  private final Progress progress;
  private final Path scratch;
  private final ForkRunner runner;
  private final List<ForkOutcome> outcomes = new ArrayList<>();
  private List<RateSearch> searches = List.of();
  private boolean incomplete;

  /// What is known of a run besides its measurements.
  ///
  /// @param gitRevision of the suite
  /// @param profile name of the profile
  /// @param environment reads the machine, after the last fork
  /// @param settings what the user set for the machines, `key=value` each
  /// @param warnings what a reader must know of the run as a whole
  /// @param slo bound on the 99th percentile of response times, of which the highest rate that
  ///   meets it is searched; null for no search
  public record Header(
      String gitRevision,
      String profile,
      Supplier<Environment> environment,
      List<String> settings,
      List<String> warnings,
      Duration slo) {}

  /// Prepares a run.
  ///
  /// @param journal of the run: new, or of the session that was stopped
  public RunSession(
      Plan plan,
      Path directory,
      Journal journal,
      Header header,
      StopRules rules,
      java.io.PrintStream out,
      boolean terminal) {
    this.plan = plan;
    this.directory = new RunDirectory(directory);
    this.journal = journal;
    this.header = header;
    this.rules = rules;
    this.stopping = new Stopping(rules);
    this.progress = new Progress(out, terminal, plan.forks().size(), plan.estimateMillis());
    this.scratch = directory.resolve("forks");
    this.runner = new ForkRunner(scratch, header.settings());
  }

  /// Runs what is missing and writes `run.json`, `jmh.json` and the histograms.
  ///
  /// @throws RunStoppedException if it cannot go on; what was measured has been written
  public Run run(Interruption interruption) throws RunStoppedException, IOException {
    delete(scratch);
    try {
      measure(interruption);
      search(interruption);
    } finally {
      progress.end();
    }
    Run run;
    try {
      run = write();
      delete(scratch);
      if (!incomplete) {
        journal.delete();
      }
    } catch (IOException e) {
      throw stopped("the run cannot be written (%s)".formatted(reason(e)), e);
    }
    return run;
  }

  private void measure(Interruption interruption) throws RunStoppedException {
    long spentMillis = 0;
    List<PlannedFork> forks = plan.forks();
    for (int place = 0; place < forks.size(); place++) {
      PlannedFork fork = forks.get(place);
      if (stopping.leavesOut(fork, outcomes, spentMillis)) {
        progress.skipped(fork);
        continue;
      }
      Journal.Entry kept = journal.entry(fork.key());
      boolean isNew = kept == null;
      if (isNew) {
        kept = measured(fork, place, interruption);
      }
      if (kept == null) {
        incomplete = true;
        continue;
      }
      ForkOutcome outcome = outcome(fork, place, kept);
      outcomes.add(outcome);
      spentMillis += kept.tookMillis();
      if (isNew) {
        progress.finished(fork, outcome.nanosPerOperation());
        stopIfDisturbed(fork, outcome);
      } else {
        progress.skipped(fork);
      }
    }
  }

  private void search(Interruption interruption) throws RunStoppedException, IOException {
    if (header.slo() == null || incomplete) {
      return;
    }
    int[] place = {plan.forks().size()};
    RateSearches search =
        new RateSearches(
            header.slo().toNanos(),
            fork -> {
              Journal.Entry kept = journal.entry(fork.key());
              if (kept == null) {
                kept = measured(fork, place[0], interruption);
              }
              if (kept == null) {
                incomplete = true;
                return null;
              }
              return outcome(fork, place[0]++, kept);
            });
    searches = search.search(outcomes);
  }

  /// Runs a fork and puts it in the journal; null when the run was told to end before or meanwhile.
  private Journal.Entry measured(PlannedFork fork, int place, Interruption interruption)
      throws RunStoppedException {
    if (interruption.isAsked()) {
      return null;
    }
    try {
      Journal.Entry entry = runner.run(fork, place);
      journal.append(entry);
      return entry;
    } catch (ForkFailedException e) {
      if (interruption.explainsTheEndOfAFork()) {
        return null;
      }
      throw stopAndWrite(e.getMessage(), e);
    } catch (IOException e) {
      throw stopAndWrite("what was measured cannot be written (%s)".formatted(reason(e)), e);
    }
  }

  private ForkOutcome outcome(PlannedFork fork, int place, Journal.Entry kept)
      throws RunStoppedException {
    try {
      return runner.outcome(fork, place, kept);
    } catch (IOException e) {
      throw stopAndWrite("what was measured cannot be read again (%s)".formatted(reason(e)), e);
    }
  }

  private void stopIfDisturbed(PlannedFork fork, ForkOutcome outcome) throws RunStoppedException {
    if (rules.strict() && Disturbances.isPoor(outcome)) {
      throw stopAndWrite(
          "--strict: fork %d of %s was disturbed: %s"
              .formatted(
                  fork.number(),
                  fork.subject().label().strip(),
                  String.join(", and ", Disturbances.reasons(outcome))),
          null);
    }
  }

  /// Writes what there is, as far as the disk lets it: the journal holds it in any case.
  private RunStoppedException stopAndWrite(String why, Exception cause) {
    incomplete = true;
    RunStoppedException stopped = stopped(why, cause);
    try {
      write();
    } catch (IOException e) {
      stopped.addSuppressed(e);
    }
    return stopped;
  }

  private RunStoppedException stopped(String why, Exception cause) {
    return new RunStoppedException(
        "%s. %d forks are kept; 'hgbench run --resume %s' measures the rest"
            .formatted(why, journal.size(), directory.path()),
        cause);
  }

  private Run write() throws IOException {
    Environment environment = header.environment().get();
    RunAssembler assembler = new RunAssembler(directory, environment.clockNanos());
    List<Measurement> measurements = new ArrayList<>(assembler.measurements(outcomes));
    List<Breakdown> breakdowns = new Breakdowns(directory).of(outcomes, measurements);
    measurements.addAll(new OpenLoads(directory, environment.clockNanos()).measurements(outcomes));
    TimingMode mode = plan.mode();
    List<String> warnings = new ArrayList<>(header.warnings());
    if (mode.caution() != null) {
      warnings.add(mode.caution());
    }
    warnings.addAll(stopping.notes());
    warnings.addAll(OpenLoads.leftOut(outcomes));
    Run run =
        new Run(
            Run.SCHEMA,
            journal.header().startedAt(),
            SteadyClock.text(),
            journal.header().command(),
            header.gitRevision(),
            header.profile(),
            incomplete,
            environment,
            assembler.yardsticks(outcomes),
            measurements,
            List.of(),
            warnings);
    run = run.withMode(mode.label());
    run = ExplainedShares.add(run.with(breakdowns, searches));
    run = run.withClaims(Claims.judge(run));
    JmhJson.write(outcomes, directory.jmhJson());
    RunWriter.write(directory, run);
    return run;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
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
