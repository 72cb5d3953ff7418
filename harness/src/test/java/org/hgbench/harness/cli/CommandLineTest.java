package org.hgbench.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "run --workload nofity       | no workload 'nofity'; there are call, notify, read, write",
        "run --profile quik          | no profile 'quik'; there are smoke, quick, full",
        "run --boundary xen          | no boundary 'xen'; there are auto, kvm, process, simulated",
        "run --preset vbox           | no preset 'vbox'; there are none, virtualbox-2018",
        "run --trap-nanos -5         | TrapNanos: '-5' is not a number of nanoseconds, 0 or more",
        "run --trap-nanos five       | 'five' is not a long",
        "run --no-such-option        | Unknown option: '--no-such-option'",
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

    assertThat(out.toString()).containsPattern("simulated +usable");
  }

  private int execute(String... arguments) {
    CommandLine command = Hgbench.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
