package org.hgbench.results.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hgbench.results.model.Run;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Reads `run.json` and refuses, with a sentence, whatever could lead a reader astray.
public final class RunReader {
  private static final Pattern SCHEMA = Pattern.compile("hgbench\\.run/(\\d{1,9})");
  private static final int NEWEST = 1;

  private RunReader() {}

  /// The run in `directory`.
  ///
  /// @throws InvalidRunException if it is missing, truncated, damaged, foreign, of a newer schema
  ///   or holds figures that cannot be
  public static Run read(RunDirectory directory) {
    Path file = directory.runJson();
    byte[] content = content(directory);
    check(file, content);
    Run run = bind(file, content);
    List<String> faults = RunCheck.faults(run);
    if (!faults.isEmpty()) {
      throw new InvalidRunException(file, faults.getFirst());
    }
    return run;
  }

  /// The runs in several directories, in their order, on as many processors as there are.
  ///
  /// @throws InvalidRunException if one of them cannot be used, see [#read]
  public static List<Run> readAll(List<RunDirectory> directories) {
    return directories.parallelStream().map(RunReader::read).toList();
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

  /// What can be said before anything is bound: whether it is JSON, of hgbench, whole and a number
  /// where there is one.
  private static void check(Path file, byte[] content) {
    if (content.length == 0) {
      throw new InvalidRunException(file, "is empty");
    }
    RunTokens tokens = tokens(file, content);
    if (tokens.values() != 1) {
      throw new InvalidRunException(file, "is not JSON: there is more behind its end");
    }
    checkSchema(file, tokens.schema());
    if (tokens.isSealed() && !Seal.fits(content)) {
      throw new InvalidRunException(
          file,
          "does not fit its own checksum, so a figure in it may be wrong: copy it again, or remove"
              + " the field \"%s\" if it was changed on purpose".formatted(Seal.FIELD));
    }
    if (tokens.notANumber() != null) {
      throw new InvalidRunException(file, tokens.notANumber());
    }
  }

  private static RunTokens tokens(Path file, byte[] content) {
    try {
      return RunTokens.of(content);
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

  private static void checkSchema(Path file, String schema) {
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

  private static Run bind(Path file, byte[] content) {
    try {
      return RunJson.MAPPER.readValue(content, Run.class);
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
