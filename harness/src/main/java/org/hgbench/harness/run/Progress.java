package org.hgbench.harness.run;

import java.io.PrintStream;
import java.time.Duration;
import org.hgbench.harness.plan.PlannedFork;

/// Tells whoever waits how far the run is and how long it will still take: one line that updates on
/// a terminal, a plain line every few seconds elsewhere.
///
/// The time left is that of the planned shape at first, corrected by how long the forks so far
/// really took compared with their plan.
final class Progress {
  private static final long QUIET_NANOS = 5_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private final int total;
  private final long start = System.nanoTime();
  private long leftMillis;
  private int done;
  private long donePlannedMillis;
  private long lastLine = System.nanoTime() - QUIET_NANOS;

  Progress(PrintStream out, boolean terminal, int total, long plannedMillis) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
    this.leftMillis = plannedMillis;
  }

  /// A fork need not run: it was measured before, or its pair is known well enough.
  void skipped(PlannedFork fork) {
    done++;
    leftMillis -= fork.shape().estimateMillis();
  }

  void finished(PlannedFork fork, double nanosPerOperation) {
    done++;
    donePlannedMillis += fork.shape().estimateMillis();
    leftMillis -= fork.shape().estimateMillis();
    long now = System.nanoTime();
    if (!terminal && done < total && now - lastLine < QUIET_NANOS) {
      return;
    }
    lastLine = now;
    String line =
        "[%3d/%d] %-46s %10s   %s"
            .formatted(done, total, fork.subject().label(), duration(nanosPerOperation), left(now));
    if (terminal) {
      out.printf("\r%-100s", line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  void end() {
    if (terminal) {
      out.println();
    }
  }

  private String left(long now) {
    double pace = (now - start) / 1e6 / donePlannedMillis;
    long seconds = Math.round(leftMillis * pace / 1e3);
    return done == total ? "done" : "left " + clock(Duration.ofSeconds(seconds));
  }

  /// Minutes and seconds.
  static String clock(Duration time) {
    return time.toMinutes() > 0
        ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }

  private static String duration(double nanos) {
    if (nanos < 1e3) {
      return "%.1f ns".formatted(nanos);
    }
    return nanos < 1e6 ? "%.2f us".formatted(nanos / 1e3) : "%.2f ms".formatted(nanos / 1e6);
  }
}
