package org.hgbench.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs all ordering tests with jcstress in a JVM of its own: for a moment each; or, with
/// `-Dhgbench.long=true`, for about three minutes in all, so that each side meets the other
/// interpreted, compiled by C1, and compiled by C2.
///
/// What jcstress prints is in `target/jcstress/log.txt`, its report beside.
class OrderingTest {
  private static final boolean LONG = Boolean.getBoolean("hgbench.long");
  private static final int TESTS = 12;
  private static final Pattern RESULTS =
      Pattern.compile("Results: (\\d+) planned; (\\d+) passed, ");

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void noForbiddenOutcomeIsSeen() throws IOException, InterruptedException {
    Path directory = Files.createDirectories(Path.of("target", "jcstress").toAbsolutePath());
    Path log = directory.resolve("log.txt");
    Process process =
        new ProcessBuilder(command(directory))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = process.waitFor();

    String printed = Files.readString(log);
    assertThat(exit).as(printed).isZero();
    assertThat(printed).doesNotContainIgnoringCase("warning");
    // jcstress ends with 0 even if every test failed to start.
    MatchResult last = results(printed);
    assertThat(Integer.parseInt(last.group(1))).as(printed).isGreaterThanOrEqualTo(TESTS);
    assertThat(last.group(2)).as(printed).isEqualTo(last.group(1));
  }

  /// How many tests were planned and passed, as said last.
  private static MatchResult results(String printed) {
    return RESULTS
        .matcher(printed)
        .results()
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError("no results: " + printed));
  }

  private static List<String> command(Path directory) {
    String flags = "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED";
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags.split(" ")));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "org.openjdk.jcstress.Main"));
    command.addAll(List.of("-r", directory.resolve("report").toString()));
    if (LONG) {
      command.addAll(List.of("-iters", "2", "-time", "200", "-sc", "true"));
    } else {
      command.addAll(List.of("-iters", "1", "-time", "200", "-sc", "false"));
    }
    // One JVM as it is and one with shuffled optimisations for each way of compiling.
    command.addAll(List.of("-f", "1", "-fsm", "1"));
    command.addAll(List.of("-af", "NONE", "-jvmArgs", openings() + " " + flags));
    return command;
  }

  /// What the memory library needs of the JVM: the flags of this one.
  private static String openings() {
    return String.join(
        " ",
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> flag.startsWith("--add-"))
            .toList());
  }
}
