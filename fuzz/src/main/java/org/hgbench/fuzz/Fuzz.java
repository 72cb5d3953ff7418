package org.hgbench.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Fuzzes one target for a while with Jazzer, in a JVM of its own, from the seeds on.
public final class Fuzz {
  private Fuzz() {}

  /// @param args the target's name and how many seconds
  public static void main(String[] args) throws IOException, InterruptedException {
    String name = args[0];
    Path directory = Path.of("target", "fuzz", name).toAbsolutePath();
    Path corpus = Files.createDirectories(directory.resolve("corpus"));
    List<byte[]> seeds;
    try (FuzzTarget target = FuzzTargets.open(name)) {
      seeds = target.seeds();
    } catch (IllegalArgumentException e) {
      System.err.println("fuzz: " + e.getMessage());
      System.exit(64);
      return;
    }
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(corpus.resolve("seed-" + i), seeds.get(i));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D%s=%s".formatted(FuzzEntry.TARGET, name));
    // One heap for the fuzzer and the host of the target.
    command.add("-Xmx1g");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + FuzzEntry.class.getName(),
            // The reader of histogram logs is a library's.
            "--instrumentation_includes=org.hgbench.**:org.HdrHistogram.**",
            // The memory library is made of what this one looks for.
            "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer",
            "--reproducer_path=" + directory,
            "-artifact_prefix=" + directory + "/",
            "-max_total_time=" + Integer.parseInt(args[1]),
            "-timeout=10",
            "-max_len=8192",
            "-print_final_stats=1",
            corpus.toString()));
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }
}
