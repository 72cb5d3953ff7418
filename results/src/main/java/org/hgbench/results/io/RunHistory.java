package org.hgbench.results.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hgbench.results.model.Run;

/// A directory in which many run directories were collected.
public final class RunHistory {
  private RunHistory() {}

  /// All runs that lie in `directory`, each in a directory of its own, by name.
  ///
  /// @throws InvalidRunException if there is none, or one cannot be read: a run is never left out
  ///   silently
  public static List<Run> read(Path directory) {
    try (Stream<Path> entries = directories(directory)) {
      List<Run> runs =
          entries
              .map(RunDirectory::new)
              .filter(run -> Files.exists(run.runJson()))
              .sorted((one, other) -> one.path().compareTo(other.path()))
              .map(RunHistory::dated)
              .toList();
      return some(directory, runs);
    } catch (IOException e) {
      throw new InvalidRunException(directory, "cannot be read: " + e, e);
    }
  }

  /// The same, and also both sides of every duet that `ab --keep` left in a directory of its own
  /// there.
  ///
  /// @throws InvalidRunException if there is none, or one cannot be read
  public static List<Run> readWithDuets(Path directory) {
    List<Run> runs = new ArrayList<>();
    try (Stream<Path> entries = directories(directory)) {
      for (Path entry : entries.sorted().toList()) {
        for (Path run : List.of(entry, entry.resolve("base"), entry.resolve("new"))) {
          if (Files.exists(new RunDirectory(run).runJson())) {
            runs.add(dated(new RunDirectory(run)));
          }
        }
      }
    } catch (IOException e) {
      throw new InvalidRunException(directory, "cannot be read: " + e, e);
    }
    return some(directory, runs);
  }

  private static Stream<Path> directories(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new InvalidRunException(
          directory, Files.exists(directory) ? "not a directory but a file" : "no such directory");
    }
    return Files.list(directory);
  }

  private static List<Run> some(Path directory, List<Run> runs) {
    if (runs.isEmpty()) {
      throw new InvalidRunException(directory, "holds no run directory");
    }
    return runs;
  }

  // A run that does not say when it took place has no place in a history.
  private static Run dated(RunDirectory directory) {
    Run run = RunReader.read(directory);
    try {
      ZonedDateTime.parse(run.startedAt());
      return run;
    } catch (DateTimeParseException e) {
      throw new InvalidRunException(
          directory.runJson(), "startedAt is '" + run.startedAt() + "', which is no time", e);
    }
  }
}
