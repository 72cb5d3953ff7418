package org.hgbench.harness.duet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Every thread that could still work when a turn is over: service threads, compilers and
/// collectors of this JVM, and the threads of the processes that it started.
///
/// A thread is parked when the kernel says that it is neither running nor waiting for a processor.
/// Only Linux tells; elsewhere nothing is claimed.
final class OtherThreads {
  private static final long PAUSE_NANOS = 100_000;

  private final List<Path> tasks;
  private final String self;
  private String busiest = "";

  /// What is known at the end of a turn.
  enum State {
    /// All of them sleep.
    PARKED,
    /// Some still work.
    BUSY,
    /// The operating system does not tell.
    UNKNOWN
  }

  private OtherThreads(List<Path> tasks, String self) {
    this.tasks = tasks;
    this.self = self;
  }

  /// All but the calling thread. Processes are those that live now: call it when all are started.
  static OtherThreads ofThisProcess() {
    Path proc = Path.of("/proc/thread-self");
    if (!Files.exists(proc)) {
      return new OtherThreads(List.of(), null);
    }
    try {
      List<Path> tasks = new ArrayList<>(List.of(Path.of("/proc/self/task")));
      ProcessHandle.current()
          .descendants()
          .map(process -> Path.of("/proc", Long.toString(process.pid()), "task"))
          .forEach(tasks::add);
      return new OtherThreads(
          List.copyOf(tasks), Files.readSymbolicLink(proc).getFileName().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until all are parked, at most so long.
  State await(long boundNanos) {
    if (tasks.isEmpty()) {
      return State.UNKNOWN;
    }
    long start = System.nanoTime();
    while (anyWorks()) {
      if (System.nanoTime() - start > boundNanos) {
        return State.BUSY;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return State.PARKED;
  }

  /// Name of the thread that was last seen to work, as the kernel knows it.
  String busiest() {
    return busiest;
  }

  private boolean anyWorks() {
    for (Path directory : tasks) {
      try (DirectoryStream<Path> threads = Files.newDirectoryStream(directory)) {
        for (Path thread : threads) {
          if (!thread.getFileName().toString().equals(self) && works(thread)) {
            return true;
          }
        }
      } catch (NoSuchFileException gone) {
        // The process has ended: it does not work.
        continue;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }

  /// The state is the first field after the name, which stands in parentheses and may hold any
  /// character.
  private boolean works(Path thread) {
    try {
      String stat =
          new String(Files.readAllBytes(thread.resolve("stat")), StandardCharsets.ISO_8859_1);
      int end = stat.lastIndexOf(')');
      if (stat.charAt(end + 2) != 'R') {
        return false;
      }
      busiest = stat.substring(stat.indexOf('(') + 1, end);
      return true;
    } catch (IOException gone) {
      return false; // It ended between the listing and the reading.
    }
  }
}
