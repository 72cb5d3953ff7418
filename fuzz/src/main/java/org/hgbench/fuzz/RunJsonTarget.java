package org.hgbench.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Run;
import org.hgbench.results.report.SummaryTable;

/// The reader of `run.json`: it reads a run that can be shown, or refuses with its own exception.
final class RunJsonTarget implements FuzzTarget {
  private final Scratch scratch = Scratch.open();
  private final RunDirectory directory = new RunDirectory(scratch.path());

  @Override
  public void run(byte[] input) {
    try {
      Files.write(directory.runJson(), input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Run run;
    try {
      run = RunReader.read(directory);
    } catch (InvalidRunException refused) {
      if (refused.getMessage().lines().count() != 1) {
        throw new AssertionError("not one sentence: " + refused.getMessage(), refused);
      }
      return;
    }
    SummaryTable.text(run);
  }

  @Override
  public List<byte[]> seeds() {
    try (InputStream small = RunJsonTarget.class.getResourceAsStream("run.json")) {
      return List.of(small.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    scratch.close();
  }
}
