package org.hgbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every written form of a comparison, held against a file that a person has read.
///
/// What was written is left in `target/golden`; copy it over the file in the test resources when a
/// change is meant.
@Isolated("changes the locale, and judges a time")
class ReportsTest {
  private static final Path WRITTEN = Path.of("target", "golden");

  private final Comparison changed = Samples.changed();
  private final Comparison quiet = Samples.quiet();

  @Test
  void textPutsTheAnswerFirst() throws IOException {
    golden("changed.txt", write(changed, OutputFormat.TEXT));
    golden("quiet.txt", write(quiet, OutputFormat.TEXT));
    golden("refused.txt", write(Samples.refused(), OutputFormat.TEXT));
  }

  @Test
  void markdownIsOneLineWhenNothingChanged() throws IOException {
    String text = write(quiet, OutputFormat.MARKDOWN);

    assertThat(text.lines()).hasSize(1);
    golden("quiet.md", text);
    golden("changed.md", write(changed, OutputFormat.MARKDOWN));
    golden("refused.md", write(Samples.refused(), OutputFormat.MARKDOWN));
  }

  @Test
  void explanationsShowTheWholeArithmetic() throws IOException {
    golden("explained-paired.txt", explain(changed, "call-hgcm-16"));
    golden("explained-unpaired.txt", explain(Samples.unpaired(), "call-hgsmi-16"));
  }

  @Test
  void anExplanationOfAnUnknownCellListsThoseThereAre() {
    Outcome outcome =
        Comparison.of(changed.base(), changed.next(), CompareOptions.DEFAULTS.explaining("cal"))
            .outcome();

    assertThat(outcome.exitCode()).isEqualTo(Outcome.USAGE);
    assertThat(outcome.text()).startsWith("no cell is named 'cal'").contains("  call-hgcm-16\n");
  }

  @Test
  void jsonFollowsItsSchema() throws IOException {
    JsonNode schema = schema();
    for (Comparison comparison :
        List.of(changed, quiet, Samples.refused(), Samples.unpaired(), Samples.empty())) {
      JsonNode document = JsonMapper.shared().readTree(write(comparison, OutputFormat.JSON));

      assertThat(new SchemaCheck(schema).violations(document)).isEmpty();
      assertThat(document.get("exitCode").intValue()).isEqualTo(comparison.exitCode());
      assertThat(document.get("cells").size()).isEqualTo(comparison.cells().size());
    }
  }

  @Test
  void theSchemaRejectsWhatItDoesNotDescribe() throws IOException {
    String text = write(changed, OutputFormat.JSON);
    SchemaCheck check = new SchemaCheck(schema());

    for (String broken :
        List.of(
            text.replace("\"answer\"", "\"anwser\""),
            text.replace("\"verdict\" : \"worse\"", "\"verdict\" : \"bad\""),
            text.replace("\"familySize\" : 1", "\"familySize\" : \"1\""))) {
      assertThat(broken).isNotEqualTo(text);
      assertThat(check.violations(JsonMapper.shared().readTree(broken))).isNotEmpty();
    }
  }

  @Test
  void jsonCarriesTheNumbersOfEachCell() {
    JsonNode document = JsonMapper.shared().readTree(write(changed, OutputFormat.JSON));
    JsonNode worse = document.get("cells").get(1);
    JsonNode missing = document.get("cells").get(4);

    assertThat(document.get("answer").stringValue()).startsWith("1 of 5 gating cells got worse");
    assertThat(worse.get("id").stringValue()).isEqualTo("call-hgcm-16");
    assertThat(worse.get("verdict").stringValue()).isEqualTo("worse");
    assertThat(worse.get("change").doubleValue()).isCloseTo(0.0893, within(1e-3));
    assertThat(worse.get("low").doubleValue()).isCloseTo(0.0823, within(1e-3));
    assertThat(worse.get("pValue").doubleValue()).isEqualTo(2.0 / 4096);
    assertThat(worse.get("adjustedP").doubleValue()).isEqualTo(8.0 / 4096);
    assertThat(worse.get("base").get("forks").intValue()).isEqualTo(12);
    assertThat(missing.get("verdict").stringValue()).isEqualTo("not comparable");
    assertThat(missing.get("change").isNull()).isTrue();
    assertThat(missing.get("low").isNull()).isTrue();
  }

  @Test
  void junitCountsWhatACiServerCounts() throws Exception {
    golden("changed.xml", write(changed, OutputFormat.JUNIT));
    for (boolean strict : new boolean[] {false, true}) {
      Element suite = parse(junit(strict));
      assertThat(suite.getAttribute("tests"))
          .isEqualTo(count(suite, "testcase"))
          .isEqualTo(Integer.toString(changed.gating().size()));
      assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
      assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
      assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
    }
    assertThat(parse(junit(true)).getAttribute("failures")).isEqualTo("2");
  }

  @Test
  void writesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(write(Samples.changed(), OutputFormat.TEXT))
          .isEqualTo(write(changed, OutputFormat.TEXT))
          .contains("+8.");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void comparesAFullRunWellInsideTwoSeconds() {
    Random random = new Random(71);
    List<Measurement> base = new ArrayList<>();
    List<Measurement> next = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      base.add(
          Runs.measurement("w" + i, "hgsmi", 16, i < 24, Runs.forks(random, 24, 0, 1, 900, 0.02)));
      next.add(
          Runs.measurement("w" + i, "hgsmi", 16, i < 24, Runs.forks(random, 24, 99, 1, 900, 0.02)));
    }
    Run first = Runs.run(base.toArray(Measurement[]::new));
    Run second = Runs.run(next.toArray(Measurement[]::new));

    long start = System.nanoTime();
    String text = Comparison.of(first, second, CompareOptions.DEFAULTS).outcome().text();
    double seconds = (System.nanoTime() - start) / 1e9;

    assertThat(text).contains("24 gating cells");
    // Measured at a few tenths; the bound leaves room for a busy machine.
    assertThat(seconds).isLessThan(10);
  }

  private String junit(boolean strict) {
    CompareOptions options = CompareOptions.DEFAULTS.as(OutputFormat.JUNIT);
    return Comparison.of(changed.base(), changed.next(), strict ? options.strictly() : options)
        .outcome()
        .text();
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static String count(Element suite, String name) {
    return Integer.toString(suite.getElementsByTagName(name).getLength());
  }

  private static String write(Comparison comparison, OutputFormat format) {
    return Comparison.of(comparison.base(), comparison.next(), comparison.options().as(format))
        .outcome()
        .text();
  }

  private static String explain(Comparison comparison, String cell) {
    return Comparison.of(
            comparison.base(), comparison.next(), comparison.options().explaining(cell))
        .outcome()
        .text();
  }

  private static JsonNode schema() throws IOException {
    try (InputStream in = Comparison.class.getResourceAsStream("comparison.schema.json")) {
      return JsonMapper.shared().readTree(in);
    }
  }

  private static void golden(String name, String text) throws IOException {
    Files.createDirectories(WRITTEN);
    Files.writeString(WRITTEN.resolve(name), text);
    try (InputStream in = ReportsTest.class.getResourceAsStream("golden/" + name)) {
      assertThat(in).as("golden file " + name).isNotNull();
      assertThat(text).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
