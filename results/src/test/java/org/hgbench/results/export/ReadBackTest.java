package org.hgbench.results.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.HistogramLogProcessor;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hgbench.results.SampleRun;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.io.RunWriter;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What other tools see in the exports: their own readers where Java has them, else the rules by
/// which they read, with the place where these are written down.
class ReadBackTest {
  private static final Path REFERENCE = Path.of("reference");

  @TempDir private static Path shared;
  private static RunDirectory directory;
  private static Run run;

  @TempDir private Path temporary;
  private Path target;

  @BeforeAll
  static void writeARun() throws IOException {
    directory = SampleRun.write(new RunDirectory(shared.resolve("run")), 5);
    run = RunReader.read(directory);
  }

  @BeforeEach
  void chooseATarget() {
    target = temporary.resolve("export");
  }

  @Test
  void commonsCsvReadsEveryFigureOfEveryFork() throws IOException {
    ExportFormat.CSV.write(directory, target);

    List<CSVRecord> rows = csv();
    int row = 0;
    for (Measurement measurement : run.measurements()) {
      for (Fork fork : measurement.forks()) {
        CSVRecord read = rows.get(row++);
        assertThat(read.get("id")).isEqualTo(measurement.id());
        assertThat(read.get("transport")).isEqualTo(measurement.transport());
        assertThat(Double.parseDouble(read.get("nanosPerOperation")))
            .isEqualTo(fork.nanosPerOperation());
        assertThat(read.get("p99")).isEqualTo(fork.p99() == null ? "" : fork.p99().toString());
        assertThat(read.get("operations")).isEqualTo(Long.toString(fork.operations()));
      }
    }
    assertThat(rows).hasSize(row);
  }

  @Test
  void commonsCsvReadsANameThatNeedsQuotes() throws IOException {
    String odd = "k=\"8\",\r\nall at once";
    Measurement first = run.measurements().getFirst();
    JsonNode renamed = JsonMapper.shared().valueToTree(run);
    ((tools.jackson.databind.node.ObjectNode) renamed.get("measurements").get(0))
        .put("variant", odd);
    RunDirectory other = new RunDirectory(Files.createDirectory(temporary.resolve("other")));
    RunWriter.write(other, JsonMapper.shared().treeToValue(renamed, Run.class));

    ExportFormat.CSV.write(other, target);

    assertThat(csv().getFirst().get("id")).isEqualTo(first.id());
    assertThat(csv().getFirst().get("variant")).isEqualTo(odd);
  }

  private List<CSVRecord> csv() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(target);
        CSVParser parser = format.parse(in)) {
      return parser.getRecords();
    }
  }

  /// HdrHistogram's own command line makes a distribution of the same log: it must be ours. It
  /// takes either one tag or what has none, and the tags tell our forks apart.
  @Test
  void hdrHistogramsLogProcessorMakesTheSameDistribution() throws IOException {
    ExportFormat.HGRM.write(directory, target);
    String id = "call-16-hgsmi-simulated-none";
    Path untagged = temporary.resolve("untagged.hlog");
    String log = Files.readString(directory.histogram(id));
    Files.writeString(untagged, log.replaceAll("(?m)^Tag=\\d+,", ""));
    Path theirs = temporary.resolve("theirs");
    new HistogramLogProcessor(
            new String[] {
              "-i", untagged.toString(), "-o", theirs.toString(), "-outputValueUnitRatio", "1000"
            })
        .run();

    assertThat(points(target.resolve(id + ".hgrm")))
        .hasSizeGreaterThan(50)
        .isEqualTo(points(Path.of(theirs + ".hgrm")));
  }

  /// What the plotter of HdrHistogram draws (GoogleChartsExample/plotFiles.html, appendDataSeries):
  /// a line that is no comment and has four columns of which the first and the last are numbers.
  private static List<List<Double>> points(Path file) throws IOException {
    List<List<Double>> points = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] columns = line.strip().split(" +");
      if (!line.strip().startsWith("#") && columns.length == 4 && !columns[0].equals("Value")) {
        points.add(List.of(Double.valueOf(columns[0]), Double.valueOf(columns[3])));
      }
    }
    return points;
  }

  /// The interface `BenchmarkResult` in src/extract.ts of github-action-benchmark, and the
  /// expression by which src/extractRangeInfo.ts there finds the number in a range.
  @Test
  void githubActionBenchmarkTakesEveryEntryAndItsRange() throws IOException {
    Pattern range = Pattern.compile("(?<prefix>(\\+-|±)\\s*)(?<value>\\d.+)");
    ExportFormat.GITHUB.write(directory, target);

    JsonNode entries = JsonMapper.shared().readTree(Files.readString(target));
    assertThat(entries).hasSize(run.measurements().size());
    for (int i = 0; i < entries.size(); i++) {
      JsonNode entry = entries.get(i);
      Measurement measurement = run.measurements().get(i);
      assertThat(entry.propertyNames())
          .containsExactlyInAnyOrder("name", "value", "unit", "range", "extra");
      assertThat(entry.get("name").stringValue()).isEqualTo(measurement.id());
      assertThat(entry.get("value").doubleValue()).isEqualTo(measurement.nanosPerOperation());
      assertThat(entry.get("unit").isString() && entry.get("extra").isString()).isTrue();
      Matcher number = range.matcher(entry.get("range").stringValue());
      assertThat(number.find()).as(entry.get("range").toString()).isTrue();
      assertThat(Double.parseDouble(number.group("value"))).isNotNegative();
    }
  }

  /// The interface `JmhBenchmarkJson` in src/extract.ts of github-action-benchmark, which is also
  /// what jmh.morethan.io draws; read from a file that a real run left.
  @Test
  void readersOfJmhFindTheirFieldsInTheReferenceRun() throws IOException {
    ExportFormat.JMH.write(new RunDirectory(REFERENCE), target);

    JsonNode results = JsonMapper.shared().readTree(Files.readString(target));
    assertThat(results.isArray()).isTrue();
    assertThat(results).isNotEmpty();
    for (JsonNode result : results) {
      for (String text : List.of("jmhVersion", "benchmark", "mode", "jvm", "measurementTime")) {
        assertThat(result.path(text).isString()).as(text).isTrue();
      }
      for (String count :
          List.of("threads", "forks", "warmupIterations", "measurementIterations")) {
        assertThat(result.path(count).isInt()).as(count).isTrue();
      }
      JsonNode metric = result.path("primaryMetric");
      assertThat(metric.path("score").doubleValue()).isPositive();
      assertThat(metric.path("scoreUnit").stringValue()).isEqualTo("ns/op");
      assertThat(metric.path("scoreConfidence")).hasSize(2);
      assertThat(metric.path("scorePercentiles").propertyNames()).contains("0.0", "50.0", "100.0");
      assertThat(metric.path("rawData")).hasSize(result.path("forks").intValue());
      for (JsonNode fork : metric.path("rawData")) {
        assertThat(fork).hasSize(result.path("measurementIterations").intValue());
      }
    }
  }

  /// node_exporter reads its text files by the older rules (prometheus/common, expfmt), which know
  /// fewer types than OpenMetrics and take every other comment for nothing.
  @Test
  void nodeExporterKnowsEveryTypeInTheMetrics() throws IOException {
    ExportFormat.OPENMETRICS.write(directory, target);

    List<String> types =
        Files.readAllLines(target).stream().filter(line -> line.startsWith("# TYPE ")).toList();
    assertThat(types)
        .isNotEmpty()
        .allMatch(line -> List.of("gauge", "summary").contains(line.split(" ")[3]));
  }
}
