package org.hgbench.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hgbench.results.compare.CellComparison;
import org.hgbench.results.compare.CompareOptions;
import org.hgbench.results.compare.Comparison;
import org.hgbench.results.compare.OutputFormat;
import org.hgbench.results.export.ExportFormat;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Run;
import org.hgbench.results.report.ReportWriter;
import org.hgbench.results.report.SummaryTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Everything that is made of a `run.json`, whose fields an input changes one by one: what is read
/// can be shown, compared and exported, or is refused with the reader's own exception.
///
/// [RunJsonTarget] changes bytes, few of which get past the tokens.
final class RunFieldsTarget implements FuzzTarget {
  private static final int QUESTIONS = 16;

  /// Few, since most changes alone make the reader refuse.
  private static final int MOST_CHANGES = 4;

  private static final CompareOptions FORCED = CompareOptions.DEFAULTS.forced();
  private static final OutputFormat[] FORMATS = OutputFormat.values();
  private static final List<ExportFormat> EXPORTS =
      List.of(ExportFormat.CSV, ExportFormat.GITHUB, ExportFormat.OPENMETRICS);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double[] NUMBERS = {
    0, -1, 1, 0.5, 1e-300, 1e300, -1e300, Double.MIN_VALUE, Double.MAX_VALUE, 1e15, 100, 1e9
  };
  private static final long[] WHOLE_NUMBERS = {
    0, -1, 1, 2, Integer.MAX_VALUE, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE
  };
  private static final String[] TEXTS = {
    "", " ", "NaN", "none", "hgcm", "hgsmi", "kvm", "open", "closed", "poor", "\n", "../..", "<b>",
  };

  private final JsonMapper json = new JsonMapper();
  private final ObjectNode whole;
  private final Run base;
  private final Scratch scratch = Scratch.open();
  private final RunDirectory directory = new RunDirectory(scratch.path());

  RunFieldsTarget() {
    try (InputStream run = RunFieldsTarget.class.getResourceAsStream("run-fields.json")) {
      whole = (ObjectNode) json.readTree(run);
      Files.write(directory.runJson(), json.writeValueAsBytes(whole));
      base = RunReader.read(directory);
      // Before the first input, whose patience is no measure for a JVM that has just started.
      ReportWriter.write(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void run(byte[] bytes) {
    Input input = new Input(bytes);
    int question = input.u8();
    ObjectNode changed = whole.deepCopy();
    for (int i = 0; i < MOST_CHANGES && !input.isEmpty(); i++) {
      change(changed, input);
    }
    try {
      Files.write(directory.runJson(), json.writeValueAsBytes(changed));
      ask(question);
    } catch (InvalidRunException refused) {
      if (refused.getMessage().lines().count() != 1) {
        throw new AssertionError("not one sentence: " + refused.getMessage(), refused);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The run as it is, for each question, with one change of each kind, and with many.
  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (int question = 0; question < QUESTIONS; question++) {
      seeds.add(new byte[] {(byte) question});
    }
    for (int kind = 0; kind < 10; kind++) {
      seeds.add(new byte[] {(byte) kind, (byte) (40 * kind), (byte) (kind % 3), (byte) kind, 3});
    }
    byte[] many = new byte[20];
    new SplittableRandom(1).nextBytes(many);
    seeds.add(many);
    return seeds;
  }

  @Override
  public void close() {
    scratch.close();
  }

  private void ask(int question) throws IOException {
    Run run = RunReader.read(directory);
    SummaryTable.text(run);
    for (ExportFormat format : EXPORTS) {
      format.write(directory, scratch.path().resolve("exported"));
    }
    switch (question % QUESTIONS) {
      case 0 -> ReportWriter.write(directory);
      case 1, 2, 3, 4 -> compare(base, run, FORCED.as(FORMATS[question % 4]));
      case 5, 6, 7, 8 -> compare(run, base, FORCED.as(FORMATS[question % 4]));
      case 9 -> explain(run);
      default -> {} // What has been asked already.
    }
  }

  private static void compare(Run from, Run to, CompareOptions options) {
    Comparison.of(from, to, options).outcome();
  }

  private void explain(Run run) {
    List<CellComparison> cells = Comparison.of(base, run, FORCED).cells();
    if (!cells.isEmpty()) {
      compare(base, run, FORCED.explaining(cells.getFirst().name()));
    }
  }

  /// Changes one field or element, which the input chooses by its number.
  private static void change(ObjectNode root, Input input) {
    List<Place> places = new ArrayList<>();
    collect(root, places);
    if (places.isEmpty()) {
      return;
    }
    Place place = places.get(input.u16() % places.size());
    int kind = input.u8();
    if (kind % 10 == 0) {
      place.remove();
    } else {
      place.set(value(kind % 10, places, place, input));
    }
  }

  private static JsonNode value(int kind, List<Place> places, Place place, Input input) {
    return switch (kind) {
      case 1 -> NODES.nullNode();
      case 2 -> NODES.numberNode(NUMBERS[input.u8() % NUMBERS.length]);
      case 3 -> NODES.numberNode(WHOLE_NUMBERS[input.u8() % WHOLE_NUMBERS.length]);
      case 4 -> NODES.stringNode(TEXTS[input.u8() % TEXTS.length]);
      case 5 -> NODES.stringNode(new String(input.bytes(input.u8()), StandardCharsets.UTF_8));
      case 6 -> input.u8() % 2 == 0 ? NODES.arrayNode() : NODES.objectNode();
      case 7 -> NODES.booleanNode(input.u8() % 2 == 0);
      case 8 -> places.get(input.u16() % places.size()).get().deepCopy();
      default -> NODES.numberNode(place.get().asDouble(0) * Math.scalb(1.0, input.u8() - 128));
    };
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      for (var field : object.properties()) {
        places.add(new Place(object, field.getKey(), 0));
        collect(field.getValue(), places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        places.add(new Place(array, null, i));
        collect(array.get(i), places);
      }
    }
  }

  /// A field of an object, or an element of an array.
  private record Place(JsonNode holder, String field, int index) {
    JsonNode get() {
      return field == null ? holder.get(index) : holder.get(field);
    }

    void remove() {
      if (field == null) {
        ((ArrayNode) holder).remove(index);
      } else {
        ((ObjectNode) holder).remove(field);
      }
    }

    void set(JsonNode value) {
      if (field == null) {
        ((ArrayNode) holder).set(index, value);
      } else {
        ((ObjectNode) holder).set(field, value);
      }
    }
  }
}
