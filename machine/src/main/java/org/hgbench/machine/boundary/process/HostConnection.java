package org.hgbench.machine.boundary.process;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.os.Descriptor;
import org.hgbench.machine.os.OsException;
import org.hgbench.machine.os.UnixSocket;

/// The guest's end of the control socket to its host process, and that process.
///
/// | request | with | answer |
/// |---|---|---|
/// | the settings | the memory file | `ready`, or why not |
/// | `listener` | the descriptor of the traps | the EMT's thread number, and whether it wakes synchronously |
/// | `counters` | | hand-overs and bytes copied |
/// | `close` | | the end |
final class HostConnection implements AutoCloseable {
  static final String READY = "ready";
  static final String REFUSED = "refused: ";
  static final String FAILED = "the host process failed: ";

  private static final int LOOK_MILLIS = 50;
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long ANSWER_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long END_MILLIS = 2_000;

  private final Process process;
  private final ControlPage page;
  private final UnixSocket socket;
  private volatile String end;
  private volatile boolean synchronous;
  private volatile long emt;
  private boolean closed;

  /// Waits for the process to connect. Whoever else does is turned away: what follows is the memory
  /// of the machine.
  HostConnection(Process process, ControlPage page, UnixSocket listening) {
    this.process = process;
    this.page = page;
    try {
      this.socket = accept(listening);
    } catch (RuntimeException | Error e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private UnixSocket accept(UnixSocket listening) {
    while (true) {
      if (!await(listening, START_NANOS, "did not connect")) {
        throw ended("before it was ready");
      }
      UnixSocket connection = listening.accept();
      if (connection.peer() == process.pid()) {
        return connection;
      }
      connection.close();
    }
  }

  Process process() {
    return process;
  }

  /// Hands over the machine.
  ///
  /// @throws IllegalArgumentException if the host refuses the settings
  /// @throws IllegalStateException if it fails otherwise
  void start(String settings, int memoryFile) {
    String answer = ask(settings, memoryFile, START_NANOS);
    if (answer.startsWith(REFUSED)) {
      throw new IllegalArgumentException(answer.substring(REFUSED.length()));
    }
    if (!answer.equals(READY)) {
      throw new IllegalStateException(answer);
    }
  }

  /// Hands over where the traps of the calling thread are received. The own copy is closed: with it
  /// open, the death of the host would leave the guest waiting for ever.
  synchronized void listenTo(Supplier<Descriptor> installation) {
    String[] answer;
    try (Descriptor listener = installation.get()) {
      answer = ask("listener", listener.number(), ANSWER_NANOS).split(" ");
    }
    emt = Long.parseLong(answer[0]);
    synchronous = Boolean.parseBoolean(answer[1]);
  }

  /// Whether the kernel wakes either side on the other's processor.
  boolean isSynchronous() {
    return synchronous;
  }

  /// The kernel's number of the host's EMT; 0 until the guest has trapped.
  long emt() {
    return emt;
  }

  synchronized CounterValues counters() {
    if (closed) {
      return CounterValues.ZERO;
    }
    String[] numbers = ask("counters", UnixSocket.NO_DESCRIPTOR, ANSWER_NANOS).split(" ");
    return new CounterValues(0, 0, Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }

  /// Notes why the host is gone, the first reason only.
  void note(String reason) {
    if (end == null) {
      end = reason;
    }
  }

  /// What to throw when the host is gone.
  IllegalStateException ended(String where) {
    String reason = page.reason();
    if (reason.isEmpty()) {
      reason = end == null ? exit() : end;
    }
    return new IllegalStateException("the host process ended " + where + ": " + reason);
  }

  /// Ends the process, by force if it does not end by itself.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (process.isAlive()) {
        socket.send("close");
      }
    } catch (OsException e) {
      note(e.getMessage()); // It died just now, which is what was wanted.
    } finally {
      socket.close();
      reap();
    }
  }

  private void reap() {
    boolean interrupted = false;
    while (true) {
      try {
        if (!process.waitFor(END_MILLIS, TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
        }
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private String ask(String request, int descriptor, long nanos) {
    try {
      socket.send(request, descriptor);
      if (await(socket, nanos, "did not answer")) {
        UnixSocket.Message message = socket.receive();
        if (!message.isEnd()) {
          return message.text();
        }
      }
    } catch (OsException e) {
      throw (IllegalStateException) ended("instead of an answer").initCause(e);
    }
    throw ended("instead of an answer");
  }

  /// Waits until there is something to read; answers no if the process has ended and said no more.
  private boolean await(UnixSocket input, long nanos, String complaint) {
    long start = System.nanoTime();
    while (!input.awaitInput(LOOK_MILLIS)) {
      if (!process.isAlive()) {
        return input.awaitInput(0); // Its last words, said after the look and before the end.
      }
      if (System.nanoTime() - start > nanos) {
        process.destroyForcibly();
        throw new IllegalStateException("the host process " + complaint);
      }
    }
    return true;
  }

  private String exit() {
    try {
      return process.waitFor(1, TimeUnit.SECONDS)
          ? "exit code " + process.exitValue()
          : "it does not answer";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted while waiting for its exit code";
    }
  }
}
