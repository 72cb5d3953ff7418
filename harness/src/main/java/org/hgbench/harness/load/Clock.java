package org.hgbench.harness.load;

/// The time, and waiting for it.
public interface Clock {
  /// The system's monotonic clock; waiting is spinning.
  Clock SPINNING =
      new Clock() {
        @Override
        public long now() {
          return System.nanoTime();
        }

        @Override
        public long await(long due) {
          long now = System.nanoTime();
          while (now - due < 0) {
            Thread.onSpinWait();
            now = System.nanoTime();
          }
          return now;
        }
      };

  /// Nanoseconds.
  long now();

  /// Waits until a time, if it is still to come. Returns what time it is then.
  long await(long due);
}
