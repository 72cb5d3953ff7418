package org.hgbench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Kills and stops other processes, and looks how they are.
public final class OtherProcess {
  /// Two seconds as promised, and three for a busy machine.
  public static final Duration SOON = Duration.ofSeconds(5);

  private OtherProcess() {}

  /// Sends a signal, such as `KILL`. It may arrive a little later.
  public static void signal(String signal, long pid) {
    try {
      int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
      assertThat(code).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Waits until a process has ended, which must be soon.
  public static void awaitEnd(ProcessHandle process) {
    awaitEnd(process, SOON);
  }

  /// Waits until a process has ended, which must not take longer than this.
  public static void awaitEnd(ProcessHandle process, Duration patience) {
    await(process, patience, "ended", 'Z');
  }

  /// Waits until a process that was killed or stopped does nothing more, which must be soon.
  public static void awaitStillness(ProcessHandle process) {
    await(process, SOON, "still", 'Z', 'T');
  }

  private static void await(ProcessHandle process, Duration patience, String what, char... states) {
    long start = System.nanoTime();
    while (!isIn(process, states) && System.nanoTime() - start < patience.toNanos()) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(isIn(process, states)).as("process %d is %s", process.pid(), what).isTrue();
  }

  /// A process whose parent is stopped stays in the process table, as a zombie, until that goes on.
  private static boolean isIn(ProcessHandle process, char... states) {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      char state = status.charAt(status.lastIndexOf(')') + 2);
      return !process.isAlive() || new String(states).indexOf(state) >= 0;
    } catch (IOException e) {
      return true; // It left the table before or while it was looked up.
    }
  }
}
