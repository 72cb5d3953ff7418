package org.hgbench.results.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hgbench.results.model.Run;

/// Writes `run.json`, in one step and only when every figure in it can be read back.
public final class RunWriter {
  private RunWriter() {}

  /// Replaces the `run.json` of `directory`.
  ///
  /// @throws InvalidRunException if the run could not be read again; the file is left as it was
  public static void write(RunDirectory directory, Run run) throws IOException {
    Path file = directory.runJson();
    List<String> faults = RunCheck.faults(run);
    if (!faults.isEmpty()) {
      throw new InvalidRunException(file, "was not written: " + faults.getFirst());
    }
    AtomicFile.write(file, Seal.on(json(run)));
  }

  /// The run as JSON text, as it stands in the file but for the seal.
  public static String json(Run run) {
    return RunJson.MAPPER.writeValueAsString(run) + "\n";
  }
}
