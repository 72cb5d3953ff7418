package org.hgbench.results.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
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
    if (!Files.isDirectory(directory)) {
      throw new InvalidRunException(
          directory, Files.exists(directory) ? "not a directory but a file" : "no such directory");
    }
    try (Stream<Path> entries = Files.list(directory)) {
      List<RunDirectory> runs =
          entries
              .map(RunDirectory::new)
              .filter(run -> Files.exists(run.runJson()))
              .sorted((one, other) -> one.path().compareTo(other.path()))
              .toList();
      if (runs.isEmpty()) {
        throw new InvalidRunException(directory, "holds no run directory");
      }
      return runs.stream().map(RunHistory::dated).toList();
    } catch (IOException e) {
      throw new InvalidRunException(directory, "cannot be read: " + e, e);
    }
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
