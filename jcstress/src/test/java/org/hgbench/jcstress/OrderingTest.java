package org.hgbench.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs all ordering tests with jcstress in a JVM of its own: for a moment each; or, with
/// `-Dhgbench.long=true`, for some minutes in all, so that each side meets the other interpreted,
/// compiled by C1, and compiled by C2.
///
/// What jcstress prints is in `target/jcstress/log.txt`, its report beside.
class OrderingTest {
  private static final boolean LONG = Boolean.getBoolean("hgbench.long");
  private static final int TESTS = 7;

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
    assertThat(printed)
        .doesNotContainIgnoringCase("warning")
        .doesNotContain("FAILED", "ERROR", "no tests");
    assertThat(printed.lines().filter(line -> line.contains("[OK]")))
        .hasSizeGreaterThanOrEqualTo(TESTS);
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
      command.addAll(List.of("-f", "1", "-iters", "3", "-time", "300", "-sc", "true"));
    } else {
      command.addAll(List.of("-f", "1", "-iters", "1", "-time", "500", "-sc", "false"));
    }
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
