package org.hgbench.results.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hgbench.results.SampleLoad;
import org.hgbench.results.SampleRun;
import org.hgbench.results.model.Breakdown;
import org.hgbench.results.model.Claim;
import org.hgbench.results.model.Disturbance;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.ExplainedShare;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OpenLoad;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Percentiles;
import org.hgbench.results.model.RateSearch;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Stage;
import org.hgbench.results.model.Yardstick;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RunFilesTest {
  private static final String WHOLE = RunWriter.json(SampleRun.run(1));

  /// Fields that the first runs of this schema did not have yet.
  private static final Map<Class<?>, Set<String>> LATER =
      Map.of(
          Run.class,
          Set.of("breakdowns", "rateSearches", "mode"),
          OpenLoad.class,
          Set.of("seeds"),
          Measurement.class,
          Set.of("grade", "openLoad", "explained"),
          Fork.class,
          Set.of("disturbance"));

  @TempDir Path temporary;
  private RunDirectory directory;

  @BeforeEach
  void nameADirectory() {
    directory = new RunDirectory(temporary.resolve("run"));
  }

  @Test
  void readsBackExactlyWhatItWrote() throws IOException {
    Run run = SampleRun.run(7);
    RunWriter.write(directory, run);

    assertThat(RunReader.read(directory)).isEqualTo(run);
    assertThat(RunReader.read(RunDirectory.of(directory.runJson()))).isEqualTo(run);
  }

  @Test
  void writesWhatFitsTheCommittedSchema() throws IOException {
    assertThat(schema().validate(WHOLE, InputFormat.JSON)).isEmpty();
  }

  @Test
  void writesAndReadsWhatWasAddedToTheFormatLater() throws IOException {
    Run run = SampleLoad.run(3);
    RunWriter.write(directory, run);

    assertThat(RunReader.read(directory)).isEqualTo(run);
    assertThat(schema().validate(RunWriter.json(run), InputFormat.JSON)).isEmpty();
  }

  @Test
  void readsFilesThatLackWhatWasAddedLater() throws IOException {
    ObjectNode old = (ObjectNode) RunJson.MAPPER.readTree(WHOLE);
    LATER.get(Run.class).forEach(old::remove);
    for (JsonNode measurement : old.get("measurements")) {
      Set.of("openLoad", "explained").forEach(((ObjectNode) measurement)::remove);
    }
    Files.createDirectories(directory.path());
    Files.writeString(directory.runJson(), old.toString());

    assertThat(schema().validate(old.toString(), InputFormat.JSON)).isEmpty();
    assertThat(RunReader.read(directory)).isEqualTo(SampleRun.run(1));
  }

  @Test
  void theFileIsSealed() throws IOException {
    RunWriter.write(directory, SampleRun.run(1));
    String sealed = Files.readString(directory.runJson());

    assertThat(schema().validate(sealed, InputFormat.JSON)).isEmpty();
    assertThat(sealed).startsWith(WHOLE.strip().substring(0, WHOLE.strip().length() - 1).strip());
    assertThat(sealed.lines().toList().reversed().get(1)).startsWith("  \"sha256\" : \"");
  }

  @ParameterizedTest
  @CsvSource({
    "\"operations\" : 1, \"operations\" : 2",
    "\"cores\" : 2, \"cores\" : 4",
    "AMD EPYC, AMD Epyc",
    "'\"interrupted\" :', '\"interrupted\":'"
  })
  void refusesAFileThatWasChangedBehindItsSeal(String from, String to) throws IOException {
    RunWriter.write(directory, SampleRun.run(1));
    String sealed = Files.readString(directory.runJson());
    String changed = sealed.replaceFirst(from, to);
    Files.writeString(directory.runJson(), changed);

    assertThat(changed).isNotEqualTo(sealed);
    assertThatThrownBy(() -> RunReader.read(directory))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(
            directory.runJson()
                + ": does not fit its own checksum, so a figure in it may be wrong: copy it again,"
                + " or remove the field \"sha256\" if it was changed on purpose");

    Files.writeString(directory.runJson(), SampleRun.unsealed(changed));
    assertThat(RunReader.read(directory).measurements()).isNotEmpty();
  }

  @Test
  void theSchemaRefusesAWrongType() throws IOException {
    String wrong = WHOLE.replace("\"interrupted\" : false", "\"interrupted\" : \"no\"");

    assertThat(wrong).isNotEqualTo(WHOLE);
    assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("records")
  void theSchemaNamesEveryFieldOfTheModelAndNoOther(Class<?> type, String pointer)
      throws IOException {
    JsonNode definition = RunJson.MAPPER.readTree(schemaText()).at(pointer);
    Set<String> later = LATER.getOrDefault(type, Set.of());
    List<String> fields =
        new ArrayList<>(
            Arrays.stream(type.getRecordComponents()).map(RunFilesTest::nameInTheFile).toList());
    if (type.equals(Run.class)) {
      fields.add(Seal.FIELD);
    }
    List<String> required = new ArrayList<>();
    definition.path("required").forEach(name -> required.add(name.asString()));

    assertThat(definition.path("properties").propertyNames()).containsExactlyElementsOf(fields);
    assertThat(required)
        .containsExactlyElementsOf(
            fields.stream().filter(f -> !later.contains(f) && !f.equals(Seal.FIELD)).toList());
  }

  static Stream<Arguments> records() {
    return Stream.of(
        Arguments.of(Run.class, ""),
        Arguments.of(Environment.class, "/$defs/environment"),
        Arguments.of(Environment.Finding.class, "/$defs/finding"),
        Arguments.of(Yardstick.class, "/$defs/yardstick"),
        Arguments.of(Measurement.class, "/$defs/measurement"),
        Arguments.of(OperationCounters.class, "/$defs/counters"),
        Arguments.of(Fork.class, "/$defs/fork"),
        Arguments.of(Disturbance.class, "/$defs/disturbance"),
        Arguments.of(Claim.class, "/$defs/claim"),
        Arguments.of(Percentiles.class, "/$defs/percentiles"),
        Arguments.of(OpenLoad.class, "/$defs/openLoad"),
        Arguments.of(ExplainedShare.class, "/$defs/explained"),
        Arguments.of(Breakdown.class, "/$defs/breakdown"),
        Arguments.of(Stage.class, "/$defs/stage"),
        Arguments.of(RateSearch.class, "/$defs/rateSearch"),
        Arguments.of(RateSearch.Step.class, "/$defs/rateSearch/properties/steps/items"));
  }

  @Test
  void writesNullWhereNothingIsKnown() {
    assertThat(WHOLE).contains("\"governor\" : null").contains("\"ratePerSecond\" : null");
  }

  @ParameterizedTest
  @MethodSource("badContents")
  void refusesABadFileWithItsNameAndTheReason(String content, String reason) throws IOException {
    Files.createDirectories(directory.path());
    Files.writeString(directory.runJson(), content);

    assertThatThrownBy(() -> RunReader.read(directory))
        .isInstanceOf(InvalidRunException.class)
        .hasMessageStartingWith(directory.runJson() + ": ")
        .hasMessageContaining(reason)
        .message()
        .doesNotContain("\n");
    assertThat(directory.runJson()).hasContent(content);
  }

  static Stream<Arguments> badContents() {
    return Stream.of(
        Arguments.of("", "is empty"),
        Arguments.of(WHOLE.substring(0, WHOLE.length() / 2), "is truncated: the JSON ends at line"),
        Arguments.of(
            WHOLE.substring(0, WHOLE.indexOf("\"profile\"")),
            "is truncated: the JSON ends at line"),
        Arguments.of("hello", "is not JSON at line 1"),
        Arguments.of("[1, 2]", "is not a run of hgbench"),
        Arguments.of("null", "is not a run of hgbench"),
        Arguments.of("{\"benchmark\": \"x\"}", "is not a run of hgbench"),
        Arguments.of(WHOLE + "{}", "is not JSON"),
        Arguments.of(
            WHOLE.replace("hgbench.run/1", "hgbench.run/2"), "\"hgbench.run/2\", newer than"),
        Arguments.of(
            WHOLE.replaceFirst("\"clockNanos\" : [0-9.]+", "\"clockNanos\" : NaN"),
            "environment.clockNanos is not a number (NaN)"),
        Arguments.of(
            WHOLE.replaceFirst("\"clockNanos\" : [0-9.]+", "\"clockNanos\" : \"Infinity\""),
            "environment.clockNanos is not a number (Infinity)"),
        Arguments.of(
            WHOLE.replaceFirst("\"nanosPerOperation\" : [0-9.]+", "\"nanosPerOperation\" : -1"),
            "measurements[0] (notify-16-none-simulated-none) nanosPerOperation is -1.0"),
        Arguments.of(
            WHOLE.replaceFirst("\"cores\" : 2", "\"cores\" : \"two\""),
            "does not fit the schema at environment.cores"),
        Arguments.of(
            WHOLE.replaceFirst("(?s)\"forks\" : \\[.*?\\}, *\\{.*?\\} \\]", "\"forks\" : [ ]"),
            "has no forks"),
        Arguments.of(
            WHOLE.replaceFirst("\"id\" : \"notify-16-none", "\"id\" : \"../../notify"),
            "an id that is not fit for a file name"),
        Arguments.of(
            WHOLE.replaceFirst("(?s)\"environment\" : \\{.*?\\} \\]\n  \\}", "\"other\" : 1"),
            "environment is missing"));
  }

  @Test
  void refusesWhatIsNoRunDirectory() throws IOException {
    assertThatThrownBy(() -> RunReader.read(directory))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(directory.path() + ": no such run directory");

    Files.createDirectories(directory.path());
    assertThatThrownBy(() -> RunReader.read(directory))
        .hasMessage(directory.path() + ": not a run directory: it holds no run.json");

    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> RunReader.read(RunDirectory.of(file)))
        .hasMessage(file + ": not a run directory but a file");
  }

  @Test
  void leavesTheOldFileWhereANewOneWouldBeUnreadable() throws IOException {
    RunWriter.write(directory, SampleRun.run(1));
    String before = Files.readString(directory.runJson());
    Run run = SampleRun.run(2);
    Run withoutMeasurements =
        new Run(
            run.schema(),
            run.startedAt(),
            run.finishedAt(),
            run.command(),
            run.gitRevision(),
            run.profile(),
            false,
            run.environment(),
            run.yardsticks(),
            List.of(),
            run.claims(),
            run.warnings());

    assertThatThrownBy(() -> RunWriter.write(directory, withoutMeasurements))
        .isInstanceOf(InvalidRunException.class)
        .hasMessageContaining("was not written: it holds no measurement");
    assertThat(directory.runJson()).hasContent(before);
    try (Stream<Path> files = Files.list(directory.path())) {
      assertThat(files).containsExactly(directory.runJson());
    }
  }

  private static String nameInTheFile(RecordComponent component) {
    JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
    return other == null ? component.getName() : other.value();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schemaText(), InputFormat.JSON);
  }

  private static String schemaText() throws IOException {
    try (InputStream schema =
        Run.class.getResourceAsStream("/org/hgbench/results/io/hgbench.run-1.schema.json")) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
