package org.hgbench.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
  private final Scratch scratch = Scratch.open();
  private final Path file = scratch.path().resolve("call.hlog");

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
    ask(forks);
  }

  @Override
  public List<byte[]> seeds() {
    try {
      HistogramLog.write(file, histograms());
      return List.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    scratch.close();
  }

  /// Honest histograms.
  static List<Histogram> histograms() {
    Histogram one = new Histogram(3);
    one.setTag("1");
    one.recordValue(120);
    one.recordValue(9_000_000);
    Histogram two = new Histogram(1);
    two.setTag("2");
    two.recordValueWithCount(5, 1000);
    Histogram more = new Histogram(3);
    more.setTag("1");
    more.recordValue(130);
    return List.of(one, two, more);
  }

  /// Asks what charts, reports and exports ask.
  private static void ask(List<Histogram> forks) {
    Histogram all = new Histogram(3);
    for (Histogram fork : forks) {
      fork.getValueAtPercentile(99);
      fork.getMaxValue();
      all.add(fork);
    }
    all.recordedValues().forEach(value -> value.getCountAtValueIteratedTo());
    all.outputPercentileDistribution(new PrintStream(OutputStream.nullOutputStream()), 5, 1000.0);
  }
}
