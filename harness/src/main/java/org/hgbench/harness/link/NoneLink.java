package org.hgbench.harness.link;

import org.hgbench.machine.counter.CounterValues;

/// The control: the same calls with nothing behind them. What it costs is what the rig costs.
final class NoneLink implements Link {
  @Override
  public Operation operation(int guestThread) {
    return sequence -> sequence;
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
    return CounterValues.ZERO;
  }

  @Override
  public void close() {
    // There is nothing to end.
  }
}
