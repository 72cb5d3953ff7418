package org.hgbench.harness.link;

import org.hgbench.machine.counter.CounterValues;

/// A guest connected to its host by one transport, with buffers ready for one payload size.
///
/// One guest thread uses it. `sequence` numbers the operations and decides the bytes they carry, so
/// that no operation can be mistaken for another. The returned numbers depend on every byte the
/// guest received; benchmarks return them, so that no compiler drops the work.
public interface Link extends AutoCloseable {
  /// A port that no device claims, for bare traps.
  int UNCLAIMED_PORT = 0x5F0;

  /// Tells the host something: 16 bytes, no answer.
  long notify(long sequence);

  /// Asks the host something: 16 bytes each way.
  long call(long sequence);

  /// Sends the payload to the host, which reads every byte.
  long write(long sequence);

  /// Receives the payload from the host, which writes every byte; the guest reads every byte.
  long read(long sequence);

  /// One trap that nobody answers: the floor below every operation that must trap. Does nothing on
  /// a link without a boundary.
  void bareTrap();

  /// Compares what both ends saw since the link was opened, or since the last call.
  Verification verify();

  /// What has been counted so far, by the machine and its devices.
  CounterValues counters();

  /// Disconnects and ends the machine.
  @Override
  void close();
}
