package org.hgbench.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hgbench.results.compare.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import picocli.CommandLine;

/// Run directories whose files were damaged at random places. A `run.json` is refused with one
/// sentence and exit code 65 wherever its seal covers the damage; other files are read or refused
/// so, and nothing else.
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class DamagedRunTest {
  private static final Path REFERENCE = Path.of("..", "results", "reference");
  private static final boolean LONG = Boolean.getBoolean("hgbench.long");
  private static final int COMPARISONS = LONG ? 2_000 : 20;
  private static final int REPORTS = LONG ? 200 : 2;

  @TempDir Path directory;
  private final SplittableRandom random = new SplittableRandom(17);

  @BeforeEach
  void copyARun() throws IOException {
    Files.createDirectories(directory.resolve("histograms"));
    for (Path file : files()) {
      Files.copy(REFERENCE.resolve(file), directory.resolve(file));
    }
  }

  @Test
  void compareReadsItOrRefusesIt() throws IOException {
    for (int i = 0; i < COMPARISONS; i++) {
      damaged(Path.of("run.json"), "compare", REFERENCE.toString(), directory.toString());
    }
  }

  @Test
  void reportReadsItOrRefusesIt() throws IOException {
    List<Path> files = files();
    for (int i = 0; i < REPORTS; i++) {
      damaged(files.get(random.nextInt(files.size())), "report", directory.toString());
    }
  }

  /// Damages one file, runs a command, and repairs the file.
  private void damaged(Path file, String... command) throws IOException {
    Path damaged = directory.resolve(file);
    byte[] whole = Files.readAllBytes(damaged);
    byte[] content = whole.clone();
    int at = random.nextInt(content.length);
    String what = "%s, at %d: ".formatted(file, at);
    switch (random.nextInt(5)) {
      case 0 -> {
        content = Arrays.copyOf(content, at);
        what += "cut off";
      }
      case 1 -> {
        content = withoutLine(new String(content, StandardCharsets.UTF_8), at);
        what += "a line less";
      }
      default -> {
        content[at] ^= (byte) (1 + random.nextInt(255));
        what += "0x%02x".formatted(content[at]);
      }
    }
    Files.write(damaged, content);

    StringWriter errors = new StringWriter();
    int exit = execute(errors, command);

    assertThat(exit)
        .as(what + " " + errors)
        .isIn(ExitCode.OK, 1, Outcome.NOT_COMPARABLE, ExitCode.INVALID_INPUT);
    boolean isSealed = damaged.endsWith("run.json") && at < new String(whole).indexOf("\"sha256\"");
    if (isSealed || exit == ExitCode.INVALID_INPUT) {
      assertThat(exit).as(what).isEqualTo(ExitCode.INVALID_INPUT);
      assertThat(errors.toString().lines()).as(what).hasSize(1);
      assertThat(errors.toString()).startsWith("hgbench: ").contains(directory.toString());
    }
    Files.write(damaged, whole);
  }

  private static byte[] withoutLine(String text, int at) {
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at) + 1;
    return (text.substring(0, start) + text.substring(end)).getBytes(StandardCharsets.UTF_8);
  }

  private static int execute(StringWriter errors, String... command) {
    CommandLine line = Hgbench.commandLine();
    line.setOut(new PrintWriter(new StringWriter(), true));
    line.setErr(new PrintWriter(errors, true));
    return line.execute(command);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> histograms = Files.list(REFERENCE.resolve("histograms"))) {
      return Stream.concat(
              Stream.of(Path.of("run.json"), Path.of("jmh.json")),
              histograms.sorted().map(REFERENCE::relativize))
          .toList();
    }
  }
}
