package org.hgbench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.io.InvalidRunException;

/// The reader of `.hlog` files: it reads histograms that can be asked, or refuses with its own
/// exception.
final class HistogramTarget implements FuzzTarget {
  private final Path file;

  HistogramTarget() {
    try {
      file = Files.createTempDirectory("hgbench-fuzz").resolve("call.hlog");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void run(byte[] input) {
    List<Histogram> forks;
    try {
      Files.write(file, input);
      forks = HistogramLog.read(file);
    } catch (InvalidRunException refused) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Histogram fork : forks) {
      fork.getValueAtPercentile(99);
    }
  }

  @Override
  public List<byte[]> seeds() {
    Histogram one = new Histogram(3);
    one.recordValue(120);
    one.recordValue(9_000_000);
    Histogram two = new Histogram(1);
    two.recordValueWithCount(5, 1000);
    try {
      HistogramLog.write(file, List.of(one, two));
      return List.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
