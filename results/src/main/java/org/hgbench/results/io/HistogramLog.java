package org.hgbench.results.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;
import org.hgbench.results.model.Measurement;

/// The latencies of one measurement on disk: an HdrHistogram V2 log whose intervals bear the number
/// of their fork as tag, values in nanoseconds. A fork writes one for each of its iterations.
///
/// The tools of the HdrHistogram project read it as it is; its log processor shows one fork at a
/// time, such as the first with `-tag 1`.
public final class HistogramLog {
  private static final byte[] MAGIC = "#[".getBytes(StandardCharsets.UTF_8);

  /// Eighty days of operations of 100 ns. Percentages of more are not exact in a double, and the
  /// library's lists of percentiles then fail or do not end.
  private static final long MOST_VALUES = 1L << 46;

  private static final String REMEDY = "; restore the file, or delete it to do without";

  private HistogramLog() {}

  /// Replaces `file`.
  ///
  /// @param intervals with their tags, and the start and end time stamps of each set
  public static void write(Path file, List<Histogram> intervals) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter log = new HistogramLogWriter(bytes);
    log.outputComment("[hgbench latencies in nanoseconds]");
    log.outputLogFormatVersion();
    if (!intervals.isEmpty()) {
      log.outputStartTime(intervals.getFirst().getStartTimeStamp());
      log.setBaseTime(0);
    }
    log.outputLegend();
    intervals.forEach(log::outputIntervalHistogram);
    log.close();
    AtomicFile.write(file, bytes.toByteArray());
  }

  /// The latencies of a measurement, fork by fork; empty if there is no log of it.
  ///
  /// @throws InvalidRunException if the log cannot be read, or does not hold what the run says of
  ///   its latencies
  public static List<Histogram> read(RunDirectory directory, Measurement measurement) {
    Path file = directory.histogram(measurement.id());
    List<Histogram> forks = read(file);
    if (!forks.isEmpty()) {
      Histogram all = sum(forks);
      check(file, "maximum", measurement.max(), all.getMaxValue());
      check(file, "median", measurement.p50(), all.getValueAtPercentile(50));
      check(file, "90th percentile", measurement.p90(), all.getValueAtPercentile(90));
      check(file, "99th percentile", measurement.p99(), all.getValueAtPercentile(99));
      check(file, "99.9th percentile", measurement.p999(), all.getValueAtPercentile(99.9));
    }
    return forks;
  }

  /// All latencies together.
  public static Histogram sum(List<Histogram> parts) {
    Histogram sum = new Histogram(3);
    parts.forEach(sum::add);
    return sum;
  }

  private static void check(Path file, String what, Double expected, long found) {
    if (expected != null && expected != found) {
      throw new InvalidRunException(
          file,
          String.format(
              Locale.ROOT,
              "holds other latencies than its run.json tells of: their %s is %,d ns, not %,.0f ns"
                  + REMEDY,
              what,
              found,
              expected));
    }
  }

  /// The histograms of all forks, in the order in which the file first names them; empty if there
  /// is no such file.
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
      throw new InvalidRunException(file, "is not an HdrHistogram log" + REMEDY);
    }
    SequencedMap<String, Histogram> forks = new LinkedHashMap<>();
    int intervals = 0;
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
            forks.computeIfAbsent(interval.getTag(), HistogramLog::fork).add(interval);
            intervals++;
          }
          case EncodableHistogram other ->
              throw new IllegalArgumentException("no whole nanoseconds: " + other.getClass());
        }
      }
    } catch (RuntimeException e) {
      throw new InvalidRunException(
          file, "is damaged after interval " + intervals + " of its histogram log" + REMEDY, e);
    }
    return List.copyOf(forks.values());
  }

  private static Histogram fork(String tag) {
    Histogram fork = new Histogram(3);
    fork.setTag(tag);
    return fork;
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
