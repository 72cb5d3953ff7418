package org.hgbench.results.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/// The latencies of one measurement on disk: an HdrHistogram V2 interval log with one interval per
/// fork, tagged with the number of the fork, values in nanoseconds.
///
/// The tools of the HdrHistogram project read it as it is; its log processor shows one fork at a
/// time, such as the first with `-tag 0`.
public final class HistogramLog {
  private static final byte[] MAGIC = "#[".getBytes(StandardCharsets.UTF_8);

  /// Eighty days of operations of 100 ns. Percentages of more are not exact in a double, and the
  /// library's lists of percentiles then fail or do not end.
  private static final long MOST_VALUES = 1L << 46;

  private HistogramLog() {}

  /// Replaces `file` with one interval per fork, in the order of the list.
  ///
  /// @param forks with the start and end time stamps of each set
  public static void write(Path file, List<Histogram> forks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter log = new HistogramLogWriter(bytes);
    log.outputComment("[hgbench latency in nanoseconds, one interval per fork, tag = fork]");
    log.outputLogFormatVersion();
    if (!forks.isEmpty()) {
      log.outputStartTime(forks.getFirst().getStartTimeStamp());
      log.setBaseTime(0);
    }
    log.outputLegend();
    for (int fork = 0; fork < forks.size(); fork++) {
      forks.get(fork).setTag(Integer.toString(fork));
      log.outputIntervalHistogram(forks.get(fork));
    }
    log.close();
    AtomicFile.write(file, bytes.toByteArray());
  }

  /// The histograms of all forks, in the order of the file; empty if there is no such file.
  ///
  /// @throws InvalidRunException if the file cannot be read as a histogram log
  public static List<Histogram> read(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return parse(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InvalidRunException(file, "cannot be read: " + e, e);
    }
  }

  private static List<Histogram> parse(Path file, byte[] content) {
    if (content.length < MAGIC.length || content[0] != MAGIC[0] || content[1] != MAGIC[1]) {
      throw new InvalidRunException(file, "is not an HdrHistogram log");
    }
    List<Histogram> forks = new ArrayList<>();
    long values = 0;
    try (HistogramLogReader log = new HistogramLogReader(new ByteArrayInputStream(content))) {
      while (log.hasNext()) {
        switch (log.nextIntervalHistogram()) {
          case null -> {} // A comment was the last line.
          case Histogram interval -> {
            values = Math.addExact(values, count(interval));
            if (values > MOST_VALUES) {
              throw new IllegalArgumentException(values + " values were never recorded");
            }
            forks.add(interval);
          }
          case EncodableHistogram other ->
              throw new IllegalArgumentException("no whole nanoseconds: " + other.getClass());
        }
      }
    } catch (RuntimeException e) {
      throw new InvalidRunException(
          file, "is damaged after interval " + forks.size() + " of its histogram log", e);
    }
    return forks;
  }

  /// Looks at every count, since the library believes a header that puts them where there are none,
  /// and at no total, which can have overflowed.
  private static long count(Histogram histogram) {
    long count = 0;
    for (HistogramIterationValue value : histogram.allValues()) {
      long here = value.getCountAtValueIteratedTo();
      if (here < 0) {
        throw new IllegalArgumentException("a count of " + here);
      }
      count = Math.addExact(count, here);
    }
    return count;
  }
}
