package org.hgbench.harness.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.harness.run.Interruption;
import org.hgbench.harness.soak.Soak;
import org.hgbench.harness.soak.SoakCells;
import org.hgbench.harness.soak.SoakReport;
import org.hgbench.machine.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Has both transports work for a long time, verifies every byte, and watches what grows.
@Command(
    name = "soak",
    description = {
      "Has both transports work over one boundary for a chosen time: every workload in turn, every",
      "byte verified. Reports operations, losses, and whether heap, file descriptors, threads and",
      "child processes stay flat. Measures no speed."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing was lost and nothing grows",
      "1:something was lost, hangs or grows; the report says what",
      "64:wrong command line",
      "75:the boundary is not usable here",
      "130:interrupted; the report stands on the output"
    },
    mixinStandardHelpOptions = true)
final class SoakCommand implements Callable<Integer> {
  private static final int UNSOUND = 1;
  private static final int WANTED_ROUNDS = 10;
  private static final Duration LONGEST_TURN = Duration.ofSeconds(2);
  private static final Duration SHORTEST_TURN = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration QUIET = Duration.ofSeconds(10);

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Mixin private BoundaryOptions boundary;

  @Option(
      names = "--time",
      paramLabel = "30m",
      defaultValue = "1m",
      description = "how long, such as 90s, 30m or 2h (default: 1m)")
  private String time;

  @Override
  public Integer call() throws InterruptedException {
    Duration wanted = wanted();
    BoundaryChoice choice = boundary.choice();
    List<CellSpec> cells = SoakCells.on(Settings.parse(List.of(choice.settings().split(";"))));
    PrintWriter out = spec.commandLine().getOut();
    long start = System.nanoTime();
    try (Interruption interruption = Interruption.listen()) {
      out.printf("Boundary %s%nUntil %s are over or Ctrl-C%n", choice.description(), time);
      out.flush();
      Soak soak =
          new Soak(cells, CellSpec::open, turn(wanted, cells.size()), PATIENCE, told(out, start));
      SoakReport report =
          soak.run(
              () -> interruption.isAsked() || System.nanoTime() - start > wanted.toNanos(),
              interruption::explainsTheEndOfAFork);
      out.printf("%n%s of soak over %s%n", clock(start), choice.description());
      report.text().forEach(out::println);
      out.flush();
      return report.isSound() ? ExitCode.OK : UNSOUND;
    }
  }

  private Duration wanted() {
    try {
      return Amounts.time("--time", time);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /// Short enough for rounds that can be compared, long enough to be at work rather than opening.
  private static Duration turn(Duration time, int cells) {
    Duration share = time.dividedBy((long) WANTED_ROUNDS * cells);
    if (share.compareTo(LONGEST_TURN) > 0) {
      return LONGEST_TURN;
    }
    return share.compareTo(SHORTEST_TURN) < 0 ? SHORTEST_TURN : share;
  }

  /// A line now and then.
  private static Consumer<SoakReport> told(PrintWriter out, long start) {
    long[] last = {start};
    return report -> {
      long now = System.nanoTime();
      if (now - last[0] >= QUIET.toNanos()) {
        last[0] = now;
        out.printf("%s: %s%n", clock(start), report.brief());
        out.flush();
      }
    };
  }

  private static String clock(long start) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
