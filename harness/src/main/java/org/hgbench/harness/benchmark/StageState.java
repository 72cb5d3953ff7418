package org.hgbench.harness.benchmark;

import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.hgbench.harness.trace.StageRecorder;
import org.hgbench.harness.trace.TracePath;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/// Records the stages of each operation of the measured iterations, and leaves their histograms in
/// the fork's log and their exact sums in its report.
@State(Scope.Thread)
public class StageState {
  /// The tag of whole operations in the log.
  public static final String TOTAL = "total";

  /// No batch is longer.
  private static final int MOST_GATHERED = 2048;

  private StageRecorder recorder;
  private boolean gathers;
  private LongSupplier operation;
  private IntervalLog log;
  private long startedAt;

  /// Finds the path that the operations take.
  @Setup(Level.Trial)
  public void open(LinkState link, GuestState guest) {
    TracePath path =
        TracePath.of(link.workload, link.transport, link.variant, link.waitStrategy)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "no stages are known of %s on %s (%s) with wait strategy %s"
                        .formatted(
                            link.workload, link.transport, link.variant, link.waitStrategy)));
    if (!Stamps.ON) {
      throw new IllegalStateException("stamps are off: -D" + Stamps.PROPERTY + "=true is missing");
    }
    recorder = new StageRecorder(path, Stamps::read);
    gathers = path.gathers();
    operation = () -> guest.operation.run(guest.next());
    log = IntervalLog.open();
  }

  /// Forgets what warming up recorded.
  @Setup(Level.Iteration)
  public void begin(IterationParams iteration) {
    if (iteration.getType() == IterationType.WARMUP || startedAt == 0) {
      recorder.reset();
      startedAt = iteration.getType() == IterationType.WARMUP ? 0 : System.currentTimeMillis();
    }
  }

  /// Does one operation, or as many as it takes until one of them goes the path.
  long run() {
    Stamps.clear();
    long begin = System.nanoTime();
    long result = operation.getAsLong();
    for (int more = 1; gathers && more < MOST_GATHERED && Stamps.read(Stage.WOKE) == 0; more++) {
      result += operation.getAsLong();
    }
    recorder.record(begin, System.nanoTime());
    return result;
  }

  /// Notes what the measured iterations add up to so far.
  @TearDown(Level.Iteration)
  public void end(LinkState link) {
    for (int step = 0; step < recorder.path().steps().size(); step++) {
      link.note("stage." + recorder.path().steps().get(step).tag(), recorder.sum(step));
    }
    link.note("stages.count", recorder.count());
    link.note("stages.incomplete", recorder.incomplete());
  }

  /// Writes the histograms.
  @TearDown(Level.Trial)
  public void close() {
    for (int step = 0; step < recorder.path().steps().size(); step++) {
      write(recorder.histogram(step), recorder.path().steps().get(step).tag());
    }
    write(recorder.total(), TOTAL);
    log.close();
  }

  private void write(Histogram histogram, String tag) {
    histogram.setStartTimeStamp(startedAt);
    histogram.setEndTimeStamp(System.currentTimeMillis());
    log.write(histogram, tag);
  }
}
