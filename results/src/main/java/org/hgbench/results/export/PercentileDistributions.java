package org.hgbench.results.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.HdrHistogram.Histogram;
import org.hgbench.results.io.AtomicFile;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// `ID.hgrm`: the latencies of all forks of a measurement together, in microseconds, as
/// HdrHistogram prints them and its plotter reads them.
final class PercentileDistributions {
  private static final int TICKS = 5;
  private static final double NANOS_PER_MICRO = 1000;

  private PercentileDistributions() {}

  static void write(RunDirectory directory, Run run, Path target) throws IOException {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      List<Histogram> forks = HistogramLog.read(directory, measurement);
      if (!forks.isEmpty()) {
        files.put(measurement.id() + ".hgrm", distribution(forks));
      }
    }
    if (files.isEmpty()) {
      throw new InvalidRunException(
          directory.histograms(), "holds no histogram of any measurement of the run");
    }
    for (var file : files.entrySet()) {
      AtomicFile.write(target.resolve(file.getKey()), file.getValue());
    }
  }

  private static byte[] distribution(List<Histogram> forks) {
    Histogram all = HistogramLog.sum(forks);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    all.outputPercentileDistribution(out, TICKS, NANOS_PER_MICRO);
    out.flush();
    return bytes.toByteArray();
  }
}
