package org.hgbench.results.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.DoubleHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.hgbench.results.SampleRun;
import org.hgbench.results.model.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramLogTest {
  /// What stands before an interval, which was encoded with Python's struct and zlib.
  private static final String LINE = "#[Histogram log format version 1.3]\n0.000,1.000,0.001,";

  private static final String DAMAGED =
      ": is damaged after interval 0 of its histogram log;"
          + " restore the file, or delete it to do without";

  @TempDir Path directory;

  @Test
  void keepsEveryForkWithItsTagTimesAndValues() throws IOException {
    Path file = directory.resolve("call-16.hlog");
    HistogramLog.write(file, List.of(fork("1", 1_000, 120, 480), fork("2", 4_000, 130, 9_000_000)));

    List<Histogram> forks = HistogramLog.read(file);

    assertThat(forks).extracting(Histogram::getTag).containsExactly("1", "2");
    assertThat(forks).extracting(Histogram::getTotalCount).containsExactly(2L, 2L);
    assertThat(forks).extracting(Histogram::getStartTimeStamp).containsExactly(1_000L, 4_000L);
    assertThat(forks.get(1).valuesAreEquivalent(forks.get(1).getMaxValue(), 9_000_000)).isTrue();
    assertThat(Files.readString(file)).contains("Tag=2,4.000");
  }

  /// Iterations of one fork are no sample of their own.
  @Test
  void addsTheIterationsOfAForkUp() throws IOException {
    Path file = directory.resolve("call-16.hlog");
    HistogramLog.write(
        file, List.of(fork("1", 1_000, 120, 480), fork("2", 4_000, 130), fork("1", 2_000, 7)));

    List<Histogram> forks = HistogramLog.read(file);

    assertThat(forks).extracting(Histogram::getTag).containsExactly("1", "2");
    assertThat(forks).extracting(Histogram::getTotalCount).containsExactly(3L, 1L);
    assertThat(forks).extracting(Histogram::getMinValue).containsExactly(7L, 130L);
    assertThat(forks).extracting(Histogram::getEndTimeStamp).containsExactly(2_800L, 4_800L);
  }

  @Test
  void refusesALogOfOtherLatenciesThanItsRunTellsOf() throws IOException {
    RunDirectory run = SampleRun.write(new RunDirectory(directory), 42);
    Measurement measurement =
        RunReader.read(run).measurements().stream().filter(Measurement::gating).findFirst().get();
    Path file = run.histogram(measurement.id());
    List<Histogram> forks = HistogramLog.read(run, measurement);
    assertThat(forks).hasSize(10);

    for (int missing = 0; missing < forks.size(); missing++) {
      List<Histogram> others = new ArrayList<>(forks);
      others.remove(missing);
      HistogramLog.write(file, others);

      assertThatThrownBy(() -> HistogramLog.read(run, measurement))
          .isInstanceOf(InvalidRunException.class)
          .hasMessageStartingWith(file + ": holds other latencies than its run.json tells of: ")
          .hasMessageEndingWith(" ns; restore the file, or delete it to do without");
    }
    Files.delete(file);
    assertThat(HistogramLog.read(run, measurement)).isEmpty();
  }

  @Test
  void aMeasurementWithoutHistogramsHasNone() {
    assertThat(HistogramLog.read(directory.resolve("none.hlog"))).isEmpty();
  }

  @Test
  void refusesAForeignAndADamagedFile() throws IOException {
    Path foreign = Files.writeString(directory.resolve("foreign.hlog"), "%PDF-1.7");
    assertThatThrownBy(() -> HistogramLog.read(foreign))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(
            foreign + ": is not an HdrHistogram log; restore the file, or delete it to do without");

    Path damaged = directory.resolve("damaged.hlog");
    HistogramLog.write(damaged, List.of(fork("1", 1_000, 120, 480)));
    String text = Files.readString(damaged);
    Files.writeString(damaged, text.substring(0, text.length() - 9));
    assertThatThrownBy(() -> HistogramLog.read(damaged))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(damaged + DAMAGED);
  }

  /// The library that reads it accepts each.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HISTFAAAABx4nJNpmSzMAASMDGDADKFgXPYL9h8gLABBzwNS", // counts at offset 2^24
        "HISTFAAAACN4nJNpmSzMwMDAxQABzFCaEUKxX7D/AGG9Z2yAAA4Af24H0w==", // 2^51 times 120 ns
        "HISTggAAACR4nJNpmdzIwMCgwAABzFCaEUKxX7D/wIANMP+HApgAADVzC9o=", // version 1, -1 times 2 ns
      })
  void refusesWhatTheLibraryFailsWithLater(String interval) throws IOException {
    Path honest = directory.resolve("honest.hlog");
    Files.writeString(
        honest, LINE + "HISTFAAAACB4nJNpmSzMwMDAzAABMJoRQrFfsP8AYb1nZAIATt8ERg==\n#[end]\n");
    assertThat(HistogramLog.read(honest).getFirst().getMaxValue()).isEqualTo(120);

    Path damaged = Files.writeString(directory.resolve("damaged.hlog"), LINE + interval + "\n");
    assertThatThrownBy(() -> HistogramLog.read(damaged))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(damaged + DAMAGED);
  }

  @Test
  void refusesValuesThatAreNotWhole() throws IOException {
    Path fractions = directory.resolve("fractions.hlog");
    try (PrintStream file = new PrintStream(fractions.toFile(), StandardCharsets.UTF_8)) {
      HistogramLogWriter log = new HistogramLogWriter(file);
      log.outputLogFormatVersion();
      DoubleHistogram half = new DoubleHistogram(3);
      half.recordValue(0.5);
      log.outputIntervalHistogram(half);
    }
    assertThatThrownBy(() -> HistogramLog.read(fractions))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(fractions + DAMAGED);
  }

  private static Histogram fork(String tag, long start, long... values) {
    Histogram histogram = new Histogram(3);
    for (long value : values) {
      histogram.recordValue(value);
    }
    histogram.setTag(tag);
    histogram.setStartTimeStamp(start);
    histogram.setEndTimeStamp(start + 800);
    return histogram;
  }
}
