package org.hgbench.harness.link;

import org.hgbench.machine.counter.CounterValues;

/// The control: the same calls with nothing behind them. What it costs is what the rig costs.
final class NoneLink implements Link {
  private static final CounterValues NOTHING = new CounterValues(0, 0, 0, 0);

  @Override
  public long notify(long sequence) {
    return sequence;
  }

  @Override
  public long call(long sequence) {
    return sequence;
  }

  @Override
  public long write(long sequence) {
    return sequence;
  }

  @Override
  public long read(long sequence) {
    return sequence;
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
    return NOTHING;
  }

  @Override
  public void close() {
    // There is nothing to end.
  }
}
