package org.hgbench.harness.duet;

import java.io.PrintStream;
import java.time.Duration;

/// Tells whoever waits where a duet is: one line that updates on a terminal, a line per block
/// elsewhere.
///
/// @param out where to
/// @param terminal whether lines may be overwritten
public record DuetProgress(PrintStream out, boolean terminal) {
  /// Begins a line of its own.
  public void say(String line) {
    out.println(line);
  }

  void block(int done, int look, int cells, int cellsDone, Duration left) {
    if (!terminal && cellsDone < cells) {
      return;
    }
    String line =
        "block %d of %d to the next look, cell %d of %d, about %s left to it"
            .formatted(done, look, cellsDone, cells, clock(left));
    if (terminal) {
      out.printf("\r%-90s", line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  void look(String line) {
    if (terminal) {
      out.println();
    }
    out.println(line);
  }

  /// Minutes and seconds.
  static String clock(Duration time) {
    return time.toMinutes() > 0
        ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }
}
