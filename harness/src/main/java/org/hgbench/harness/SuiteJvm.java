package org.hgbench.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another JVM of the suite: the same program and class path, and the flags of every one.
public final class SuiteJvm {
  /// The `java` that runs this.
  public static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private SuiteJvm() {}

  /// The command line that starts it.
  ///
  /// @param options for this JVM alone; one that repeats an option of all takes its place
  /// @param main the class with the main method
  /// @param arguments what that is given
  public static List<String> command(List<String> options, String main, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(JvmFlags.all());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(main);
    command.addAll(arguments);
    return command;
  }
}
