package org.hgbench.machine.boundary;

import java.util.List;

/// Counters that the kernel keeps of a boundary, whatever they count on this machine.
public interface KernelCounters {
  /// A boundary that the kernel knows nothing of.
  KernelCounters NONE =
      new KernelCounters() {
        @Override
        public List<String> names() {
          return List.of();
        }

        @Override
        public long[] read() {
          return new long[0];
        }
      };

  /// Their names.
  List<String> names();

  /// Their values at this moment, in the order of the names. The guest must have trapped once.
  long[] read();
}
