package org.hgbench.machine.counter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// What crossing the boundary consisted of, counted by the machine and its devices themselves.
///
/// Each writer has a cell of its own, so counting costs a plain increment; a reader adds them up. A
/// sum read while the machine works is a moment old.
public final class Counters {
  /// What is counted.
  public enum Kind {
    /// Port accesses: the guest left for the host.
    TRAPS,
    /// Interrupts that a vCPU took.
    INTERRUPTS,
    /// Requests that the protocol handed from an EMT to another thread of the host.
    HANDOVERS,
    /// Payload bytes that a transport copied, on either side, beyond the one write and the one
    /// read.
    BYTES_COPIED
  }

  private final Map<Kind, List<Counter>> cells = new EnumMap<>(Kind.class);

  /// Creates counters that stand at zero.
  public Counters() {
    for (Kind kind : Kind.values()) {
      cells.put(kind, new CopyOnWriteArrayList<>());
    }
  }

  /// A new cell for one writer: one thread, or several under one lock.
  public Counter writer(Kind kind) {
    Counter cell = new Counter();
    cells.get(kind).add(cell);
    return cell;
  }

  /// The sum over all cells since the machine was built.
  public long read(Kind kind) {
    long sum = 0;
    for (Counter cell : cells.get(kind)) {
      sum += cell.value();
    }
    return sum;
  }

  /// All sums at this moment.
  public CounterValues values() {
    return new CounterValues(
        read(Kind.TRAPS), read(Kind.INTERRUPTS), read(Kind.HANDOVERS), read(Kind.BYTES_COPIED));
  }
}
