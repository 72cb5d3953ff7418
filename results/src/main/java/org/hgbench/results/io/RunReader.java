package org.hgbench.results.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hgbench.results.model.Run;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;

/// Reads `run.json` and refuses, with a sentence, whatever could lead a reader astray.
public final class RunReader {
  private static final Pattern SCHEMA = Pattern.compile("hgbench\\.run/(\\d{1,9})");
  private static final int NEWEST = 1;
  private static final Set<String> NOT_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  private RunReader() {}

  /// The run in `directory`.
  ///
  /// @throws InvalidRunException if it is missing, truncated, foreign, of a newer schema or holds
  ///   figures that cannot be
  public static Run read(RunDirectory directory) {
    Path file = directory.runJson();
    JsonNode tree = parse(file, content(directory));
    checkSchema(file, tree);
    checkNumbers(file, tree, new ArrayDeque<>());
    Run run = bind(file, tree);
    List<String> faults = RunCheck.faults(run);
    if (!faults.isEmpty()) {
      throw new InvalidRunException(file, faults.getFirst());
    }
    return run;
  }

  private static byte[] content(RunDirectory directory) {
    Path path = directory.path();
    if (!Files.exists(path)) {
      throw new InvalidRunException(path, "no such run directory");
    }
    if (!Files.isDirectory(path)) {
      throw new InvalidRunException(path, "not a run directory but a file");
    }
    if (!Files.exists(directory.runJson())) {
      throw new InvalidRunException(path, "not a run directory: it holds no run.json");
    }
    try {
      return Files.readAllBytes(directory.runJson());
    } catch (IOException e) {
      throw new InvalidRunException(directory.runJson(), "cannot be read: " + e, e);
    }
  }

  private static JsonNode parse(Path file, byte[] content) {
    if (content.length == 0) {
      throw new InvalidRunException(file, "is empty");
    }
    try {
      return RunJson.MAPPER.readTree(content);
    } catch (JacksonException e) {
      String fault = endsEarly(e) ? "is truncated: the JSON ends" : "is not JSON";
      throw new InvalidRunException(file, fault + at(e), e);
    }
  }

  // Between two fields the parser reports the end of the file as an ordinary error.
  private static boolean endsEarly(JacksonException e) {
    return e instanceof UnexpectedEndOfInputException
        || e.getOriginalMessage().startsWith("Unexpected end-of-input");
  }

  private static String at(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static void checkSchema(Path file, JsonNode tree) {
    String schema = tree.path("schema").asString("");
    Matcher known = SCHEMA.matcher(schema);
    if (!known.matches()) {
      throw new InvalidRunException(
          file, "is not a run of hgbench: its \"schema\" is not \"" + Run.SCHEMA + "\"");
    }
    if (Integer.parseInt(known.group(1)) > NEWEST) {
      throw new InvalidRunException(
          file,
          "has schema \"%s\", newer than this version of hgbench can read (\"%s\")"
              .formatted(schema, Run.SCHEMA));
    }
  }

  // A large run holds half a million numbers: where one stands is put into words only if need be.
  private static void checkNumbers(Path file, JsonNode node, Deque<Object> steps) {
    if (node.isObject()) {
      for (var field : node.properties()) {
        steps.addLast(field.getKey());
        checkNumbers(file, field.getValue(), steps);
        steps.removeLast();
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        steps.addLast(i);
        checkNumbers(file, node.get(i), steps);
        steps.removeLast();
      }
    } else if (node.isString() ? NOT_NUMBERS.contains(node.stringValue()) : endless(node)) {
      throw new InvalidRunException(
          file, where(steps) + " is not a number (" + node.asString() + ")");
    }
  }

  private static boolean endless(JsonNode node) {
    return node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue());
  }

  private static String where(Deque<Object> steps) {
    StringBuilder where = new StringBuilder();
    for (Object step : steps) {
      if (step instanceof Integer index) {
        where.append('[').append(index).append(']');
      } else {
        where.append(where.isEmpty() ? "" : ".").append(step);
      }
    }
    return where.toString();
  }

  private static Run bind(Path file, JsonNode tree) {
    try {
      return RunJson.MAPPER.treeToValue(tree, Run.class);
    } catch (JacksonException e) {
      throw new InvalidRunException(file, "does not fit the schema at " + place(e), e);
    }
  }

  private static String place(JacksonException e) {
    StringBuilder place = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return place.isEmpty() ? "its root" : place.toString();
  }
}
