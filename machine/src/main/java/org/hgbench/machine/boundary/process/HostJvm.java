package org.hgbench.machine.boundary.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts another JVM like this one: the same program, class path and flags.
final class HostJvm {
  private HostJvm() {}

  static Process start(String mainClass, List<String> arguments) {
    return start(mainClass, arguments, false);
  }

  /// Starts it; its output goes to this program or where this program's goes.
  static Process start(String mainClass, List<String> arguments, boolean hasReader) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .redirectOutput(
              hasReader ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.INHERIT)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("the host process cannot be started: " + e.getMessage(), e);
    }
  }

  /// The flags of this JVM that are meant for every JVM of the program.
  static List<String> flags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(HostJvm::isForBoth)
        .toList();
  }

  /// Agents, recordings and archives that are written belong to one process.
  private static boolean isForBoth(String flag) {
    return !flag.startsWith("-agent")
        && !flag.startsWith("-javaagent")
        && !flag.startsWith("-Xrun")
        && !flag.startsWith("-XX:ArchiveClassesAtExit")
        && !flag.startsWith("-XX:StartFlightRecording");
  }
}
