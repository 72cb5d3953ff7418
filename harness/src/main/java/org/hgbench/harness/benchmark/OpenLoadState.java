package org.hgbench.harness.benchmark;

import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.hgbench.harness.load.Arrival;
import org.hgbench.harness.load.Clock;
import org.hgbench.harness.load.OpenLoop;
import org.hgbench.harness.load.Pace;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/// Keeps an open load for one measured iteration.
///
/// Each warm-up iteration is mostly a closed loop, whose last rate is what a load in percent refers
/// to: what this very JVM can do at this very time. The rest of it is an open load of half that
/// rate, so that its code is warm, too.
@State(Scope.Thread)
public class OpenLoadState {
  /// The tag of response times in the log.
  public static final String RESPONSE = "response";

  /// The tag of service times in the log.
  public static final String SERVICE = "service";

  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final int LOOK_AT_CLOCK = 16;

  /// How operations are due.
  @Param("poisson")
  public String arrival;

  /// The rate as a share of the closed loop's, in percent; 0 if it is named itself.
  @Param("50")
  public int loadPercent;

  /// The rate, where no percentage is given.
  @Param("0")
  public double ratePerSecond;

  /// Length of a warm-up iteration.
  @Param("100")
  public int warmupMillis;

  /// Length of the measured one.
  @Param("1000")
  public int loadMillis;

  /// What decides when random operations are due; each fork has one of its own.
  @Param("1")
  public long seed;

  private final Histogram response = new Histogram(LONGEST_NANOS, 3);
  private final Histogram service = new Histogram(LONGEST_NANOS, 3);
  private final OpenLoop loop = new OpenLoop(Clock.SPINNING, response, service);
  private IntervalLog log;
  private LongSupplier operation;
  private boolean warmingUp;
  private double closedPerSecond;
  private double planned;
  private Pace pace;

  /// Opens the log.
  @Setup(Level.Trial)
  public void open(GuestState guest) {
    log = IntervalLog.open();
    operation = () -> guest.operation.run(guest.next());
  }

  /// Begins an iteration.
  @Setup(Level.Iteration)
  public void begin(IterationParams iteration) {
    warmingUp = iteration.getType() == IterationType.WARMUP;
    response.reset();
    service.reset();
    response.setStartTimeStamp(System.currentTimeMillis());
    service.setStartTimeStamp(System.currentTimeMillis());
  }

  long run() {
    if (warmingUp) {
      closedPerSecond = closed(warmupMillis * 750_000L);
      open(closedPerSecond / 2, warmupMillis * 250_000L);
    } else {
      planned = loadPercent == 0 ? ratePerSecond : closedPerSecond * loadPercent / 100;
      pace = open(planned, loadMillis * 1_000_000L);
    }
    return loop.results();
  }

  private Pace open(double perSecond, long nanos) {
    return loop.run(operation, Arrival.of(arrival).schedule(perSecond, seed), nanos);
  }

  private double closed(long nanos) {
    long start = System.nanoTime();
    long done = 0;
    long now = start;
    while (now - start < nanos) {
      for (int i = 0; i < LOOK_AT_CLOCK; i++) {
        operation.getAsLong();
        done++;
      }
      now = System.nanoTime();
    }
    return done * 1e9 / (now - start);
  }

  /// Writes both histograms of the measured iteration, and the pace.
  @TearDown(Level.Iteration)
  public void end(LinkState link) {
    if (warmingUp) {
      return;
    }
    response.setEndTimeStamp(System.currentTimeMillis());
    service.setEndTimeStamp(System.currentTimeMillis());
    log.write(response, RESPONSE);
    log.write(service, SERVICE);
    link.note("load.closedPerSecond", closedPerSecond);
    link.note("load.ratePerSecond", planned);
    link.note("load.seed", seed);
    link.note("load.planned", pace.planned());
    link.note("load.done", pace.done());
    link.note("load.plannedNanos", pace.plannedNanos());
    link.note("load.tookNanos", pace.tookNanos());
    link.note("load.responseMean", response.getMean());
  }

  /// Closes the log.
  @TearDown(Level.Trial)
  public void close() {
    log.close();
  }
}
