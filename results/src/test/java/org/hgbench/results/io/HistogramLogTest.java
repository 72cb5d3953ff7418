package org.hgbench.results.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramLogTest {
  @TempDir Path directory;

  @Test
  void keepsEveryForkWithItsTagTimesAndValues() throws IOException {
    Path file = directory.resolve("call-16.hlog");
    HistogramLog.write(file, List.of(fork(1_000, 120, 480), fork(4_000, 130, 9_000_000)));

    List<Histogram> forks = HistogramLog.read(file);

    assertThat(forks).extracting(Histogram::getTag).containsExactly("0", "1");
    assertThat(forks).extracting(Histogram::getTotalCount).containsExactly(2L, 2L);
    assertThat(forks).extracting(Histogram::getStartTimeStamp).containsExactly(1_000L, 4_000L);
    assertThat(forks.get(1).valuesAreEquivalent(forks.get(1).getMaxValue(), 9_000_000)).isTrue();
    assertThat(Files.readString(file)).contains("Tag=1,4.000");
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
        .hasMessage(foreign + ": is not an HdrHistogram log");

    Path damaged = directory.resolve("damaged.hlog");
    HistogramLog.write(damaged, List.of(fork(1_000, 120, 480)));
    String text = Files.readString(damaged);
    Files.writeString(damaged, text.substring(0, text.length() - 9));
    assertThatThrownBy(() -> HistogramLog.read(damaged))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(damaged + ": is damaged after interval 0 of its histogram log");
  }

  private static Histogram fork(long start, long... values) {
    Histogram histogram = new Histogram(3);
    for (long value : values) {
      histogram.recordValue(value);
    }
    histogram.setStartTimeStamp(start);
    histogram.setEndTimeStamp(start + 800);
    return histogram;
  }
}
