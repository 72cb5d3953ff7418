package org.hgbench.harness.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Verification;
import org.hgbench.harness.link.Workload;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// A soak that finds what is lost, hangs or grows, and nothing where nothing is.
@Timeout(60)
@Isolated("judges how this JVM grows")
class SoakTest {
  private static final Settings SIMULATED = Settings.of(Map.of("Boundary/Name", "simulated"));
  private static final CellSpec CELL = CellSpec.of(Workload.CALL, "none", 16, "irq", SIMULATED);
  private static final int ROUNDS = 8;
  private static final Duration LONG = Duration.ofSeconds(50);

  private final List<SoakReport> progress = new ArrayList<>();
  private final List<Object> kept = new ArrayList<>();

  @AfterEach
  void closeWhatALeakKept() throws IOException {
    for (Object leaked : kept) {
      if (leaked instanceof InputStream open) {
        open.close();
      }
    }
  }

  @Test
  void drivesEveryCellOnceAndFindsNothingLost() throws InterruptedException {
    List<CellSpec> cells = SoakCells.on(SIMULATED);
    Soak soak = new Soak(cells, CellSpec::open, Duration.ofMillis(2), LONG, progress::add);

    SoakReport report = soak.run(() -> progress.size() >= cells.size(), () -> false);

    assertThat(report.losses()).isEmpty();
    assertThat(report.isSound()).isTrue();
    assertThat(report.lines())
        .extracting(line -> line.label().strip())
        .hasSize(16)
        .contains("call   hgcm", "call   hgsmi", "duplex hgcm", "touch  hgsmi", "stream hgsmi");
    assertThat(report.operations()).isGreaterThan(cells.size());
    assertThat(report.text())
        .contains("losses: 0", "file descriptors: not judged, which takes 7 whole rounds");
  }

  @Test
  void judgesSeveralRoundsFlat() throws InterruptedException {
    SoakReport report = soak(ROUNDS, cell -> new FakeLink(sequence -> sequence));

    assertThat(report.isSound()).isTrue();
    assertThat(report.text()).anyMatch(line -> line.matches("file descriptors: .* flat .*"));
  }

  @Test
  void findsALoss() throws InterruptedException {
    SoakReport report =
        soak(
            2,
            cell ->
                new FakeLink(sequence -> sequence) {
                  @Override
                  public Verification verify() {
                    return new Verification(false, "sent=2, received=1");
                  }
                });

    assertThat(report.isSound()).isFalse();
    assertThat(report.losses())
        .hasSize(2)
        .contains("call none default, 16 bytes, irq, guest threads=1: sent=2, received=1");
  }

  @Test
  void findsAFailure() throws InterruptedException {
    SoakReport report =
        soak(
            2,
            cell -> {
              throw new IllegalStateException("the host process ended");
            });

    assertThat(report.isSound()).isFalse();
    assertThat(report.losses()).first().asString().contains("the host process ended");
  }

  @Test
  void excusesAFailureWhileTheProcessIsBeingEnded() throws InterruptedException {
    int[] turns = {0};
    Soak soak =
        new Soak(
            List.of(CELL),
            cell -> {
              turns[0]++;
              throw new IllegalStateException("the host process ended");
            },
            Duration.ofMillis(1),
            LONG,
            progress::add);

    assertThat(soak.run(() -> turns[0] == 1, () -> true).isSound()).isTrue();
  }

  @Test
  void findsAnOperationThatHangs() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Operation hanging =
        sequence -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return sequence;
        };
    Soak soak =
        new Soak(
            List.of(CELL),
            cell -> new FakeLink(hanging),
            Duration.ofMillis(1),
            Duration.ofMillis(100),
            progress::add);

    SoakReport report = soak.run(() -> false, () -> false);
    never.countDown();

    assertThat(report.isSound()).isFalse();
    assertThat(report.losses()).singleElement().asString().contains("hangs at", "CountDownLatch");
  }

  @Test
  void findsALeakOfHeap() throws InterruptedException {
    SoakReport report =
        soak(
            ROUNDS,
            cell -> {
              kept.add(new byte[512 << 10]);
              return new FakeLink(sequence -> sequence);
            });

    assertThat(report.losses()).isEmpty();
    assertThat(report.isSound()).isFalse();
    assertThat(report.text())
        .anyMatch(line -> line.matches("heap after collection: .* GROWS .*1 MiB.*"));
  }

  @Test
  void findsALeakOfDescriptors(@TempDir Path directory) throws Exception {
    Path file = Files.createFile(directory.resolve("leaked"));
    SoakReport report =
        soak(
            ROUNDS,
            cell -> {
              kept.add(open(file));
              return new FakeLink(sequence -> sequence);
            });

    assertThat(report.isSound()).isFalse();
    assertThat(report.text())
        .anyMatch(line -> line.matches("file descriptors: .* GROWS .may grow by 0."));
  }

  @Test
  void takesASingleHighReadingForNoGrowth() {
    List<Usage> readings = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      readings.add(new Usage(0, round == 0 ? 90 : round == ROUNDS - 2 ? 41 : 40, 0, 0));
    }

    assertThat(Growth.of(Usage.Kind.DESCRIPTORS, readings).isFlat()).isTrue();
    readings.replaceAll(usage -> new Usage(0, usage.descriptors() + readings.indexOf(usage), 0, 0));
    assertThat(Growth.of(Usage.Kind.DESCRIPTORS, readings).isFlat()).isFalse();
  }

  private SoakReport soak(int rounds, Opener opener) throws InterruptedException {
    Soak soak = new Soak(List.of(CELL), opener, Duration.ofMillis(1), LONG, progress::add);
    return soak.run(() -> progress.size() >= rounds, () -> false);
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A link that does what a test wants.
  private static class FakeLink implements Link {
    private final Operation operation;

    FakeLink(Operation operation) {
      this.operation = operation;
    }

    @Override
    public Operation operation(int guestThread) {
      return operation;
    }

    @Override
    public void bareTrap() {
      // There is no boundary.
    }

    @Override
    public Verification verify() {
      return Verification.OK;
    }

    @Override
    public CounterValues counters() {
      return CounterValues.ZERO;
    }

    @Override
    public void close() {
      // There is nothing to end.
    }
  }
}
