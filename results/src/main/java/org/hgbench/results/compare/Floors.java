package org.hgbench.results.compare;

import java.util.Optional;
import org.hgbench.results.model.Fork;
import org.hgbench.results.statistics.Shift;

/// What the floors, measured inside each fork, say about the machine between two measurements.
final class Floors {
  private Floors() {}

  /// The floor of a fork, NaN where none was measured.
  static double of(Fork fork) {
    Double floor = fork.floorNanos();
    return floor != null && Double.isFinite(floor) && floor > 0 ? floor : Double.NaN;
  }

  /// How far the floors themselves moved.
  static Optional<Shift> shift(Pairing pairing) {
    Pairing known = pairing.where(Floors::of);
    return known.isEmpty() ? Optional.empty() : Optional.of(known.shift(Floors::of));
  }

  /// How far the metric moved as a multiple of its floor.
  static Optional<Shift> relative(Pairing pairing, Metric metric) {
    Pairing known = pairing.where(fork -> metric.of(fork) / of(fork));
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(known.shift(fork -> metric.of(fork) / of(fork)));
  }
}
