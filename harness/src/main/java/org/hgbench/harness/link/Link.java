package org.hgbench.harness.link;

import org.hgbench.machine.counter.CounterValues;

/// A machine with one transport and one workload ready on it, opened by [CellSpec#open].
///
/// ```java
/// try (Link link = spec.open()) {
///   Operation operation = link.operation(0);
///   operation.run(0);
///   link.verify();
/// }
/// ```
///
/// The thread that opened it is its first guest thread; it alone calls what is here, but for
/// [#operation].
public interface Link extends AutoCloseable {
  /// A port that no device claims, for bare traps.
  int UNCLAIMED_PORT = 0x5F0;

  /// The workload, for a guest thread, which calls this itself, runs the operation from then on,
  /// and is pinned if the placement says so.
  ///
  /// @param guestThread from 0; the thread that opened the link is 0
  Operation operation(int guestThread);

  /// One trap that nobody answers: the floor below every operation that must trap. Does nothing on
  /// a link without a boundary.
  void bareTrap();

  /// Compares what both ends saw since the link was opened, or since the last call. No operation
  /// may be under way.
  Verification verify();

  /// What has been counted so far, by the machine and its devices.
  CounterValues counters();

  /// Disconnects and ends the machine.
  @Override
  void close();
}
