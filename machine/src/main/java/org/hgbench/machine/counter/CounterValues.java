package org.hgbench.machine.counter;

/// The sums of a machine's counters at one moment.
///
/// @param traps port accesses
/// @param interrupts interrupts taken by a vCPU
/// @param handovers requests handed from an EMT to another host thread
/// @param bytesCopied payload bytes copied by a transport
public record CounterValues(long traps, long interrupts, long handovers, long bytesCopied) {
  /// Nothing counted.
  public static final CounterValues ZERO = new CounterValues(0, 0, 0, 0);

  /// What both counted.
  public CounterValues plus(CounterValues other) {
    return new CounterValues(
        traps + other.traps,
        interrupts + other.interrupts,
        handovers + other.handovers,
        bytesCopied + other.bytesCopied);
  }

  /// What was counted since `before`.
  public CounterValues since(CounterValues before) {
    return new CounterValues(
        traps - before.traps,
        interrupts - before.interrupts,
        handovers - before.handovers,
        bytesCopied - before.bytesCopied);
  }
}
