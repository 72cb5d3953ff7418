package org.hgbench.machine.boundary;

import org.hgbench.machine.counter.CounterValues;

/// The thing that makes a trap and an interrupt cost what they cost. The same guest drivers and
/// host devices run over each.
public interface Boundary extends AutoCloseable {
  /// Its name on the command line and in results: `simulated`, `process`, `kvm`.
  String name();

  /// A virtual CPU.
  ///
  /// @throws IndexOutOfBoundsException if the machine has fewer
  Vcpu vcpu(int index);

  /// What was counted by a host that does not run in this process; zero if it does.
  default CounterValues distantCounters() {
    return CounterValues.ZERO;
  }

  /// What the kernel counts of this boundary.
  default KernelCounters kernelCounters() {
    return KernelCounters.NONE;
  }

  /// Ends it. No guest thread may be inside.
  @Override
  void close();
}
