package org.hgbench.harness.link;

/// What a benchmark does again and again: one operation of one workload on one transport.
///
/// `sequence` numbers the operations of a guest thread and decides the bytes they carry, so that no
/// operation can be mistaken for another. The returned number depends on every byte that the guest
/// received; benchmarks return it, so that no compiler drops the work. Nothing is allocated.
@FunctionalInterface
public interface Operation {
  /// Does one.
  long run(long sequence);
}
