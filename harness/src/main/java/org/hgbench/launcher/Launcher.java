package org.hgbench.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Starts the command line on a Java that is new enough, with the flags that the suite needs.
///
/// A manifest cannot carry all of the flags, so the jar starts itself once more with them. When the
/// Java that runs it is too old, it looks for a newer one in JAVA25_HOME, JAVA_HOME and the places
/// where Linux distributions install theirs.
public final class Launcher {
  private static final int NEEDED = 25;
  private static final int FAILED = 70;
  private static final String MAIN = "org.hgbench.harness.cli.Hgbench";

  /// Names another program to start on that Java with those flags.
  private static final String OTHER_MAIN = "hgbench.main";

  /// Commands that read, reckon and draw for some seconds at most.
  private static final List<String> SHORT =
      Arrays.asList("compare", "report", "plot", "history", "export", "list");

  /// What lets those start and end sooner: one compiler, and a collector that needs no threads.
  private static final List<String> SHORT_FLAGS =
      Arrays.asList("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final String PLUGIN = "--plugin";
  private static final String PLUGINS = "-Dhgbench.plugins=";
  private static final String FLAGS = "/org/hgbench/harness/jvm.flags";

  private Launcher() {}

  /// Starts the command line and ends with its exit code.
  public static void main(String[] args) throws IOException, InterruptedException {
    String java = java();
    if (java == null) {
      System.err.println(
          "hgbench: needs Java "
              + NEEDED
              + " or later, and this is "
              + Runtime.version().feature()
              + ": install a JDK "
              + NEEDED
              + " (for example from https://adoptium.net) or point JAVA_HOME to one.");
      System.exit(FAILED);
    }
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(flags());
    if (args.length > 0 && SHORT.contains(args[0])) {
      command.addAll(SHORT_FLAGS);
    }
    String plugins = String.join(File.pathSeparator, plugins(args));
    if (!plugins.isEmpty()) {
      command.add(PLUGINS + plugins);
    }
    command.add("-cp");
    String classPath = System.getProperty("java.class.path");
    command.add(plugins.isEmpty() ? classPath : classPath + File.pathSeparator + plugins);
    command.add(System.getProperty(OTHER_MAIN, MAIN));
    command.addAll(Arrays.asList(args));
    Process process = new ProcessBuilder(command).inheritIO().start();
    // A signal to this JVM is passed on; the command then ends in its own time.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              process.destroy();
              try {
                process.waitFor();
              } catch (InterruptedException e) {
                process.destroyForcibly();
              }
            }));
    System.exit(process.waitFor());
  }

  /// The plug-in jars: those in the directory `plugins` beside this jar, and those that `--plugin`
  /// names. They must be on the class path when the command line starts.
  private static List<String> plugins(String[] args) {
    List<String> plugins = new ArrayList<>();
    File first = new File(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
    File[] beside =
        new File(first.getAbsoluteFile().getParentFile(), "plugins")
            .listFiles((directory, name) -> name.endsWith(".jar"));
    if (beside != null) {
      Arrays.sort(beside);
      for (File jar : beside) {
        plugins.add(jar.getPath());
      }
    }
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(PLUGIN + "=")) {
        plugins.add(args[i].substring(PLUGIN.length() + 1));
      } else if (args[i].equals(PLUGIN) && i + 1 < args.length) {
        plugins.add(args[i + 1]);
      }
    }
    return plugins;
  }

  private static List<String> flags() throws IOException {
    try (InputStream file = Launcher.class.getResourceAsStream(FLAGS)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.asList(text.trim().split("\\s+"));
    }
  }

  private static String java() {
    if (Runtime.version().feature() >= NEEDED) {
      return executable(new File(System.getProperty("java.home")));
    }
    List<File> homes = new ArrayList<>();
    for (String variable : new String[] {"JAVA" + NEEDED + "_HOME", "JAVA_HOME"}) {
      if (System.getenv(variable) != null) {
        homes.add(new File(System.getenv(variable)));
      }
    }
    for (String directory : new String[] {"/usr/lib/jvm", "/opt/java"}) {
      File[] installed = new File(directory).listFiles();
      if (installed != null) {
        Arrays.sort(installed);
        homes.addAll(Arrays.asList(installed));
      }
    }
    for (File home : homes) {
      if (feature(home) >= NEEDED) {
        return executable(home);
      }
    }
    return null;
  }

  /// The feature version of an installation, as its file `release` tells it; 0 if it tells nothing.
  private static int feature(File home) {
    try (java.util.stream.Stream<String> lines =
        java.nio.file.Files.lines(home.toPath().resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("[^0-9]+", " ").trim().split(" ")[0])
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static String executable(File home) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    return new File(home, windows ? "bin/java.exe" : "bin/java").getPath();
  }
}
