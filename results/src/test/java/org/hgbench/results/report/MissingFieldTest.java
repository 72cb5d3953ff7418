package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.hgbench.results.SampleLoad;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.io.RunWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A run without one of its fields, each in turn: it is refused with a sentence, or shown without
/// it. In the long form it is also drawn.
class MissingFieldTest {
  private static final boolean LONG = Boolean.getBoolean("hgbench.long");
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path temporary;

  @Test
  void isNamedOrDoneWithout() throws IOException {
    RunDirectory directory = new RunDirectory(temporary.resolve("run"));
    RunWriter.write(directory, SampleLoad.run(3));
    ObjectNode whole = (ObjectNode) JSON.readTree(Files.readAllBytes(directory.runJson()));
    whole.remove("sha256");
    SequencedMap<String, Place> fields = new LinkedHashMap<>();
    collect("", whole, fields);
    assertThat(fields).hasSizeGreaterThan(100);
    List<String> refused = new ArrayList<>();
    List<String> broken = new ArrayList<>();

    fields.forEach((name, place) -> {
      JsonNode value = place.holder.remove(place.field);
      try {
        Files.write(directory.runJson(), JSON.writeValueAsBytes(whole));
        show(directory);
      } catch (InvalidRunException e) {
        assertThat(e.getMessage()).hasLineCount(1);
        refused.add(name);
      } catch (IOException | RuntimeException e) {
        broken.add(name + ": " + e + " at " + e.getStackTrace()[0]);
      }
      place.holder.set(place.field, value);
    });

    assertThat(broken).isEmpty();
    assertThat(refused)
        .contains("schema", "measurements", "measurements.wait", "measurements.forks")
        .contains("breakdowns.variant", "rateSearches.boundary", "environment.findings.grade")
        .contains("measurements.forks.disturbance.grade")
        .doesNotContain("mode", "measurements.p99", "environment.governor");
  }

  private static void show(RunDirectory directory) throws IOException {
    SummaryTable.text(RunReader.read(directory));
    if (LONG) {
      ReportWriter.write(directory);
    }
  }

  /// The first place of each field.
  private static void collect(String path, JsonNode node, SequencedMap<String, Place> fields) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(field -> {
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            fields.putIfAbsent(name, new Place(object, field.getKey()));
            collect(name, field.getValue(), fields);
          });
    } else {
      node.forEach(element -> collect(path, element, fields));
    }
  }

  private record Place(ObjectNode holder, String field) {}
}
