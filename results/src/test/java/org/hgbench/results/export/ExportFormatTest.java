package org.hgbench.results.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hgbench.results.SampleRun;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Measurement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportFormatTest {
  // A sample line of OpenMetrics 1.0: name, labels, a number.
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-z_]+)\\{((?:[a-z_]+=\"(?:[^\"\\\\]|\\\\[\\\\n\"])*\",?)+)\\} ([-+0-9.E]+)");

  @TempDir Path temporary;
  private RunDirectory directory;
  private Path target;

  @BeforeEach
  void writeARun() throws IOException {
    directory = SampleRun.write(new RunDirectory(temporary.resolve("run")), 5);
    target = temporary.resolve("export");
  }

  @Test
  void csvHasARowForEachForkWithItsExactFigures() throws IOException {
    ExportFormat.CSV.write(directory, target);
    List<String> lines = Files.readAllLines(target);
    Measurement first = RunReader.read(directory).measurements().getFirst();

    assertThat(lines).hasSize(1 + 90 * 10);
    assertThat(lines.getFirst()).startsWith("id,workload,transport").endsWith(",max,operations");
    assertThat(lines.get(1))
        .startsWith(first.id() + ",notify,none,default,simulated,none,false,16,irq,")
        .contains("," + first.forks().getFirst().nanosPerOperation() + ",");
    assertThat(lines).allMatch(line -> line.split(",", -1).length == 23);
  }

  @Test
  void githubBenchmarkGetsTimesOfWhichSmallerIsBetter() throws IOException {
    ExportFormat.GITHUB.write(directory, target);
    JsonNode entries = JsonMapper.shared().readTree(Files.readString(target));
    Set<String> names = new HashSet<>();

    assertThat(entries.isArray()).isTrue();
    for (JsonNode entry : entries) {
      assertThat(entry.path("value").isNumber()).isTrue();
      assertThat(entry.path("unit").asString()).isEqualTo("ns/op");
      assertThat(entry.path("range").asString()).startsWith("± ");
      assertThat(names.add(entry.path("name").asString())).isTrue();
    }
    assertThat(names).hasSize(90);
  }

  @Test
  void openMetricsFollowsItsGrammar() throws IOException {
    ExportFormat.OPENMETRICS.write(directory, target);
    List<String> lines = Files.readAllLines(target);
    Set<String> families = new HashSet<>();
    Set<String> samples = new HashSet<>();
    String family = "";

    assertThat(lines.getLast()).isEqualTo("# EOF");
    for (String line : lines.subList(0, lines.size() - 1)) {
      if (line.startsWith("# TYPE ")) {
        family = line.split(" ")[2];
        assertThat(families.add(family)).as("families are not interleaved").isTrue();
      } else if (line.startsWith("# ")) {
        assertThat(line.split(" ")[2]).isEqualTo(family);
      } else {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(sample.group(1)).isEqualTo(family);
        assertThat(samples.add(sample.group(1) + sample.group(2))).as("unique").isTrue();
      }
    }
    assertThat(families).contains("hgbench_operation_seconds", "hgbench_latency_seconds");
  }

  @Test
  void hgrmHasADistributionForEveryMeasurementThatWasRecorded() throws IOException {
    ExportFormat.HGRM.write(directory, target);

    try (Stream<Path> files = Files.list(target)) {
      assertThat(files).hasSize(72);
    }
    String text = Files.readString(target.resolve("call-16-hgsmi-simulated-none.hgrm"));
    assertThat(text).contains("Value     Percentile TotalCount 1/(1-Percentile)");
    assertThat(text).containsPattern("0\\.\\d+ 0\\.500000000000 +\\d+");
    assertThat(text).contains("#[Mean").contains("Total count    =       200000]");
  }

  @Test
  void jmhIsWhatJmhWrote() throws IOException {
    Files.writeString(directory.jmhJson(), "[ {\"jmhVersion\" : \"1.37\"} ]");
    ExportFormat.JMH.write(directory, target);

    assertThat(target).hasSameTextualContentAs(directory.jmhJson());
  }

  @Test
  void leavesTheTargetAloneWhereTheRunLacksWhatIsNeeded() throws IOException {
    Files.writeString(target, "old");

    assertThatThrownBy(() -> ExportFormat.JMH.write(directory, target))
        .isInstanceOf(InvalidRunException.class)
        .hasMessageStartingWith(directory.jmhJson() + ": is not there");
    assertThat(target).hasContent("old");
  }

  @Test
  void anUnknownFormatIsAnsweredWithThoseThereAre() {
    assertThat(ExportFormat.named("OpenMetrics")).isEqualTo(ExportFormat.OPENMETRICS);
    assertThatThrownBy(() -> ExportFormat.named("xml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no export format 'xml'; there are jmh, hgrm, csv, github, openmetrics");
  }
}
