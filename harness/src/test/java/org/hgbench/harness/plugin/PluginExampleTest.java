package org.hgbench.harness.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.hgbench.harness.SuiteProcess;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Builds the worked example in `docs/plugin-example` and measures what it brings: a device, an
/// HGCM service, a transport and a workload.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class PluginExampleTest {
  private static final Path EXAMPLE = Path.of("..", "docs", "plugin-example");

  @TempDir Path temporary;

  @Test
  void measuresAndChartsATransportWithADeviceOfItsOwn() throws Exception {
    Process process =
        run(
            jar(EXAMPLE),
            "Cells/a/Workloads = call\nCells/a/Transports = parcel",
            "Devices/parcel/0/Config/Increment=3");

    Measurement measurement = only(process);
    assertThat(measurement.id()).startsWith("call-parcel-16B-simulated");
    assertThat(measurement.counters().traps()).isEqualTo(1);
  }

  @Test
  void measuresAndChartsAWorkloadWithAServiceOfItsOwn() throws Exception {
    Path plugin = jar(EXAMPLE);
    Process process =
        run(
            plugin,
            "Cells/a/Workloads = ledger\nCells/a/Transports = hgcm\nCells/a/PayloadBytes = 16",
            "Devices/vmm/0/Config/Services/Ledger/Opening=5");

    Measurement measurement = only(process);
    assertThat(measurement.id()).startsWith("ledger-hgcm-16B-simulated");
    assertThat(measurement.counters().traps()).isEqualTo(2);
    assertThat(measurement.counters().handovers()).isEqualTo(1);
    assertThat(temporary.resolve("run").resolve("report.html")).content().contains("ledger");
    Process misspelt =
        run(
            plugin,
            "Cells/a/Workloads = legder\nCells/a/Transports = hgcm",
            "Devices/vmm/0/Config/Services/Ledger/Opening=5");
    assertThat(SuiteProcess.output(misspelt))
        .contains("no workload 'legder'; there are call, duplex, event, ledger, notify");
    assertThat(misspelt.exitValue()).isEqualTo(65);
  }

  @Test
  void namesAPluginThatThrowsWithOneSentence() throws Exception {
    Path sources = temporary.resolve("bad");
    Files.createDirectories(sources.resolve("META-INF/services"));
    Files.writeString(
        sources.resolve("META-INF/services/org.hgbench.harness.link.WorkloadProvider"), "Bad\n");
    Files.writeString(
        sources.resolve("Bad.java"),
        """
        import org.hgbench.harness.link.*;

        public class Bad implements WorkloadProvider {
          public String name() {
            return "bad";
          }

          public String refusal(CellSpec spec) {
            return null;
          }

          public Link open(CellSpec spec) {
            throw new IllegalStateException("no luck today");
          }
        }
        """);
    Path plugin = jar(sources);

    Process process =
        run(plugin, "Cells/a/Workloads = bad\nCells/a/Transports = hgcm", "Devices/x/0/Y=1");

    String said = SuiteProcess.output(process);
    assertThat(said)
        .contains(
            "hgbench: plug-in %s: Bad threw java.lang.IllegalStateException: no luck today"
                .formatted(plugin));
    assertThat(process.exitValue()).isEqualTo(70);
  }

  private Measurement only(Process process) throws Exception {
    String said = SuiteProcess.output(process);
    assertThat(process.exitValue()).as(said).isZero();
    Run run = RunReader.read(new RunDirectory(temporary.resolve("run")));
    assertThat(run.measurements()).hasSize(1);
    Measurement measurement = run.measurements().getFirst();
    assertThat(measurement.checksumOk()).isTrue();
    assertThat(measurement.nanosPerOperation()).isPositive();
    return measurement;
  }

  private Process run(Path plugin, String cells, String setting) throws IOException {
    Path profile =
        Files.writeString(
            temporary.resolve("tiny.profile"),
            """
            Fork/WarmupIterations = 1
            Fork/Iterations = 1
            Fork/IterationMillis = 30
            Yardsticks/Forks = 0
            %s
            """
                .formatted(cells));
    return SuiteProcess.start(
        List.of(
            "-D" + PluginJars.PROPERTY + "=" + plugin,
            "-cp",
            System.getProperty("java.class.path") + java.io.File.pathSeparator + plugin),
        "run",
        "--boundary",
        "simulated",
        "--plugin",
        plugin.toString(),
        "--set",
        setting,
        "--profile",
        profile.toString(),
        "--out",
        temporary.resolve("run").toString());
  }

  private Path jar(Path sources) throws IOException {
    Path classes = Files.createDirectories(temporary.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path")));
    for (Path source : files(sources, ".java")) {
      arguments.add(source.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    Path jar = temporary.resolve("plugin.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      add(out, classes, files(classes, ".class"));
      add(out, sources, files(sources.resolve("META-INF"), ""));
    }
    return jar;
  }

  private static void add(JarOutputStream out, Path root, List<Path> files) throws IOException {
    for (Path file : files) {
      out.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
      out.write(Files.readAllBytes(file));
      out.closeEntry();
    }
  }

  private static List<Path> files(Path root, String end) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(end))
          .toList();
    }
  }
}
