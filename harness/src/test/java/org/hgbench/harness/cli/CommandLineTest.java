package org.hgbench.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hgbench.machine.BoundaryProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Bad input: one sentence on standard error, the documented exit code, nothing overwritten.
class CommandLineTest {
  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "run --workload nofity       | no workload 'nofity'; there are call, duplex, event, notify,"
            + " read, stream, touch, write",
        "run --profile quik          | no profile 'quik'; there are smoke, quick, full",
        "run --boundary xen          | no boundary 'xen'; there are auto, kvm, process, simulated",
        "run --preset vbox           | no preset 'vbox'; there are none, virtualbox-2018",
        "run --trap-nanos -5         | TrapNanos: '-5' is not a number of nanoseconds, 0 or more",
        "run --trap-nanos five       | 'five' is not a long",
        "run --slo-p99 soon          | --slo-p99: 'soon' is not a latency such as 800ns, 100us or"
            + " 2ms",
        "run --slo-p99 0us           | --slo-p99: '0us' is not a latency such as 800ns, 100us or"
            + " 2ms",
        "run --mode ss               | --mode: no mode 'ss'; there are avgt, thrpt, sample",
        "run --no-such-option        | Unknown option: '--no-such-option'",
        "run --precision 0%          | --precision: '0%' is not between 0% and 50%",
        "run --precision much        | --precision: 'much' is not a share such as 5% or 0.05",
        "run --budget soon           | --budget: 'soon' is not a time such as 90s, 5m or 2h",
        "run --budget 0m             | --budget: '0m' is not a time such as 90s, 5m or 2h",
        "run --transport hgsm*x      | no transport 'hgsm*x'; there are hgcm, hgsmi, none",
        "run --only-boundary xen*    | no boundary 'xen*'; there are",
        "run --size 3K               | no size '3K'; there are 16, ",
        "run --workload call --size 64K | nothing is left to measure",
        "run --resume x --strict     | --resume takes everything else from the run itself",
        "list --profile quik         | no profile 'quik'; there are smoke, quick, full",
        "compare a b --format xml    | --format: no format 'xml'; there are text, markdown, json,"
            + " junit",
        "compare a b --threshold big | --threshold: 'big' is not a share such as 5% or 0.05",
        "compare a b --alpha 2       | alpha must lie between 0 and 0.5: 2.0",
        "export a --format pdf --out x | no export format 'pdf'; there are jmh, hgrm, csv",
        "target hgsmi-rign           | no target 'hgsmi-rign'; there are hgsmi-ring,"
            + " hgsmi-refresh, hgsmi-write",
        "target --forks 0            | --forks: 0 is not between 1 and 100",
        "ab                          | name two builds, BASE and NEW: jars or git revisions",
        "ab a                        | name two builds, BASE and NEW: jars or git revisions",
        "ab no-such no-such          | 'no-such' is neither a jar nor a git revision",
        "ab a b --budget soon        | --budget: 'soon' is not a time such as 90s, 5m or 2h",
        "ab a b --blocks 18,12       | looks must ascend: 12 is out of order",
        "ab a b --blocks 5           | 5 blocks cannot find anything in",
        "ab a b --cells dance        | --cells: no cell of profile quick begins with 'dance'",
        "ab a b --turn 0             | a duet needs slices (1 or more) of 1 to 1000 ms",
        "ab a b --slices 0           | a duet needs slices (1 or more) of 1 to 1000 ms",
        "ab a b --explain dance      | --explain: no cell 'dance'; there are notify-hgsmi",
        "ab a b --runs 3             | Missing required argument(s)",
        "ab --self-test a b          | --self-test pairs one build with itself",
        "ab --self-test --runs 0     | --runs: at least 1: 0",
        "ab --self-test --cells call-hgcm --runs 0 | --runs: at least 1: 0",
        "ab --self-test --slowdown 0 | --slowdown: a percentage above 0: 0.0",
        "ab --self-test --transport tcp | no transport 'tcp'; there are hgsmi, hgcm",
        "soak --time soon            | --time: 'soon' is not a time such as 90s, 5m or 2h",
        "soak --boundary xen         | no boundary 'xen'; there are auto, kvm, process, simulated",
        "frobnicate                  | Unmatched argument at index 0: 'frobnicate'",
        "report                      | Missing required parameter: 'RUN'",
      })
  void refusesAWrongCommandLineWithOneSentence(String arguments, String sentence) {
    assertThat(execute(arguments.strip().split(" "))).isEqualTo(64);

    assertThat(err.toString()).startsWith("hgbench: ").contains(sentence.strip());
    assertThat(err.toString().lines()).hasSize(2).last().asString().startsWith("See 'hgbench");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kvm", "process"})
  void saysOfEachBoundaryWhetherItWorksHere(String boundary) {
    int exit = execute("run", "--profile", "smoke", "--boundary", boundary, "--dry-run");

    switch (BoundaryProbe.probe(boundary)) {
      case BoundaryProbe.Usable usable -> assertThat(exit).isZero();
      case BoundaryProbe.Unusable unusable -> {
        assertThat(exit).isEqualTo(75);
        assertThat(err.toString())
            .startsWith("hgbench: the boundary '%s' is not usable here".formatted(boundary))
            .contains(unusable.reason(), unusable.remedy());
        assertThat(err.toString().lines()).hasSize(1);
      }
    }
  }

  @Test
  void refusesAModelledCostOnARealBoundary() {
    assertThat(execute("run", "--boundary", "kvm", "--trap-nanos", "5")).isEqualTo(64);

    assertThat(err.toString()).contains("describe the boundary simulated, not kvm");
  }

  @Test
  void overwritesNothing() throws IOException {
    Path precious = Files.writeString(directory.resolve("run.json"), "precious");

    assertThat(execute("run", "--out", directory.toString())).isEqualTo(64);

    assertThat(err.toString()).contains(directory + ": is not empty; nothing is overwritten");
    assertThat(precious).hasContent("precious");
    assertThat(directory).isDirectoryContaining(precious::equals);
  }

  @Test
  void refusesAFileAsRunDirectory() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "precious");

    assertThat(execute("run", "--out", file.toString())).isEqualTo(64);

    assertThat(err.toString()).contains(file + ": is a file; name a new directory");
    assertThat(file).hasContent("precious");
  }

  @Test
  void refusesADirectoryThatCannotBeMade() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "precious");

    assertThat(execute("run", "--out", file.resolve("below").toString())).isEqualTo(64);

    assertThat(err.toString()).contains("cannot be written");
    assertThat(file).hasContent("precious");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"schema\": \"hgbench.run/1\", \"startedAt\": | run.json",
        "{\"benchmarks\": []}                           | run.json",
        "{\"schema\": \"hgbench.run/2\"}                | hgbench.run/2",
        "not json at all                                | run.json",
      })
  void refusesARunFileThatIsNotOne(String content, String named) throws IOException {
    Path file = Files.writeString(directory.resolve("run.json"), content.strip());

    assertThat(execute("report", directory.toString())).isEqualTo(65);

    assertThat(err.toString()).startsWith("hgbench: ").contains(named.strip());
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(file).hasContent(content.strip());
    assertThat(directory).isDirectoryNotContaining("glob:**.html");
  }

  @Test
  void refusesADirectoryWithoutARun() {
    assertThat(execute("report", directory.toString())).isEqualTo(65);

    assertThat(err.toString()).contains(directory.toString());
    assertThat(err.toString().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Cells/a/Wrokloads = call | unknown settings: Cells/a/Wrokloads (did you mean"
            + " Cells/a/Workloads?)",
        "Fork/Iterationmillis = 5; Cells/a/Workloads = call | (did you mean Fork/IterationMillis?)",
        "Cells/a/Workloads = call; Cells/a/Forks = 0 | Forks: 0 is not between 1 and 1000",
        "Cells/a/Workloads = call; Cells/a/Forks = -1 | Forks: -1 is not between 1 and 1000",
        "Cells/a/Workloads = call; Cells/a/LatencyForks = -1 | LatencyForks: -1 is not between 0",
        "Cells/a/Workloads = call; Cells/a/Forks = many | 'many' is not a whole number",
        "Cells/a/Workloads = call; Fork/Mode = ss | Fork/Mode: no mode 'ss'; there are avgt, thrpt,"
            + " sample",
        "Cells/a/Workloads = call; Fork/Iterations = 0 | every figure must be at least 1",
        "Cells/a/Workloads = call; Yardsticks/Forks = -2 | Yardsticks/Forks: -2 is not between 0",
        "Cells/a/Workloads = nofity | no workload 'nofity'; there are",
        "Description = nothing      | it has no cells; Cells/NAME/Workloads names some",
        "nonsense                   | not 'key = value': 'nonsense'",
      })
  void refusesAProfileThatMakesNoSense(String lines, String sentence) throws IOException {
    Path file = directory.resolve("mine.profile");
    Files.writeString(file, lines.strip().replace("; ", "\n"));

    assertThat(execute("run", "--profile", file.toString(), "--dry-run")).isEqualTo(65);

    assertThat(err.toString())
        .startsWith("hgbench: profile " + file + ": ")
        .contains(sentence.strip());
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void refusesAProfileThatCannotBeRead() throws IOException {
    Path missing = directory.resolve("missing.profile");
    assertThat(execute("run", "--profile", missing.toString())).isEqualTo(65);
    assertThat(execute("run", "--profile", directory.toString())).isEqualTo(65);
    Path binary = Files.write(directory.resolve("binary"), new byte[] {'#', (byte) 0xff, '\n'});
    assertThat(execute("run", "--profile", binary.toString())).isEqualTo(65);

    assertThat(err.toString().lines())
        .containsExactly(
            "hgbench: profile %s: no such file".formatted(missing),
            "hgbench: profile %s: cannot be read (IOException)".formatted(directory),
            "hgbench: profile %s: is not text in UTF-8".formatted(binary));
  }

  @Test
  void plansAProfileOfTheUsers() throws IOException {
    execute("list", "--profile", "smoke");
    Path file = Files.writeString(directory.resolve("mine.profile"), out.toString());
    assertThat(execute("run", "--profile", "smoke", "--dry-run")).isZero();
    String plan = out.toString().substring((int) Files.size(file));

    assertThat(execute("run", "--profile", file.toString(), "--dry-run")).isZero();

    assertThat(out.toString()).endsWith(plan + plan);
  }

  @Test
  void refusesToResumeWhatIsNoRun() {
    assertThat(execute("run", "--resume", directory.toString())).isEqualTo(65);

    assertThat(err.toString())
        .isEqualTo(
            "hgbench: %s: is no run that can be resumed: it holds no journal.log%n"
                .formatted(directory));
  }

  @Test
  void plansOnlyWhatWasAskedFor() {
    String[] only = {"--transport", "hgs*", "--size", "?M,4K", "--boundary", "simulated"};
    assertThat(
            execute(
                Stream.concat(Stream.of("run", "--profile", "full", "--dry-run"), Stream.of(only))
                    .toArray(String[]::new)))
        .isZero();

    assertThat(out.toString())
        .contains("hgsmi     4 KiB", "hgsmi     1 MiB")
        .doesNotContain("hgcm", "notify", "64 KiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"history", "compare --history"})
  void refusesAHistoryWithoutRunsAndWritesNothing(String command) {
    Path reference = Path.of("..", "results", "reference").toAbsolutePath().normalize();
    String[] arguments =
        command.equals("history")
            ? new String[] {"history", directory.toString()}
            : new String[] {
              "compare",
              reference.toString(),
              reference.toString(),
              "--history",
              directory.toString()
            };

    assertThat(execute(arguments)).isEqualTo(65);

    assertThat(err.toString())
        .isEqualToIgnoringNewLines("hgbench: " + directory + ": holds no run directory");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void makesAPageOfTheRunsInADirectory() throws IOException {
    Path page = directory.resolve("trend.html");

    assertThat(execute("history", "../results", "--out", page.toString())).isZero();

    assertThat(out.toString()).contains("1 runs, 0 trends", "Wrote " + page);
    assertThat(page).content().contains("From revision to revision");
  }

  @Test
  void printsThePlanWithoutMeasuring() {
    assertThat(execute("run", "--profile", "smoke", "--workload", "call", "--dry-run")).isZero();

    assertThat(out.toString()).contains("call").doesNotContain("notify").contains("forks, about");
  }

  @Test
  void listsWhatThereIs() {
    assertThat(execute("list")).isZero();

    assertThat(out.toString()).contains("notify", "hgsmi", "simulated", "virtualbox-2018", "quick");
  }

  @Test
  void gradesTheMachine() {
    assertThat(execute("doctor")).isZero();

    assertThat(out.toString())
        .containsPattern("simulated +usable")
        .containsPattern("unpinned +usable")
        .containsPattern("other-socket +(usable|not usable: placement other-socket needs .*)");
  }

  private int execute(String... arguments) {
    CommandLine command = Hgbench.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
