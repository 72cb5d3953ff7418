package org.hgbench.harness.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C and SIGTERM: lets the command end in order before the JVM goes.
///
/// The fork in flight may finish, for a while; then it is ended. What was measured is written
/// meanwhile by the command itself, which closes this when it has said its last word.
public final class Interruption implements AutoCloseable {
  private static final Duration FOR_THE_FORK = Duration.ofSeconds(5);
  private static final Duration FOR_THE_FILES = Duration.ofSeconds(20);

  /// A terminal sends Ctrl-C to the fork as well, whose end may be noticed before the signal.
  private static final Duration FOR_THE_SIGNAL = Duration.ofMillis(300);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("hgbench-interrupt").unstarted(this::end);

  private Interruption() {}

  /// Begins to listen.
  public static Interruption listen() {
    Interruption interruption = new Interruption();
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException ending) {
      // The JVM was told to end before anybody listened.
      interruption.asked.countDown();
    }
    return interruption;
  }

  /// Whether the JVM was told to end.
  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /// Whether a fork that ended early did so because the JVM was told to end.
  public boolean explainsTheEndOfAFork() {
    return await(asked, FOR_THE_SIGNAL);
  }

  /// The command has said its last word.
  @Override
  public void close() {
    done.countDown();
    if (!isAsked()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM began to end just now; the hook finds nothing to wait for.
        return;
      }
    }
  }

  private void end() {
    asked.countDown();
    if (!await(done, FOR_THE_FORK)) {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      await(done, FOR_THE_FILES);
    }
  }

  private static boolean await(CountDownLatch latch, Duration patience) {
    try {
      return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
