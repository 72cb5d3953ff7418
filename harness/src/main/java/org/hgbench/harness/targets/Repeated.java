package org.hgbench.harness.targets;

import java.util.function.IntConsumer;

/// A contender that does the same thing again and again; what it sends is how often it did it.
final class Repeated implements Contender {
  private final String name;
  private final IntConsumer work;
  private final Runnable close;
  private long done;

  /// @param work does it so many times
  /// @param close ends what only this contender uses
  Repeated(String name, IntConsumer work, Runnable close) {
    this.name = name;
    this.work = work;
    this.close = close;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void run(int operations) {
    work.accept(operations);
    done += operations;
  }

  @Override
  public long end() {
    return done;
  }

  @Override
  public void close() {
    close.run();
  }
}
