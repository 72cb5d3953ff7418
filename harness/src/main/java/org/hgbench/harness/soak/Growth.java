package org.hgbench.harness.soak;

import java.util.List;
import org.hgbench.harness.soak.Usage.Kind;

/// Whether something grew from round to round.
///
/// The least reading of the first third is compared with the least of the last third: what comes
/// and goes lifts single readings, what grows lifts all of them. The reading after the first round
/// is left out, because classes and caches are loaded in it.
///
/// @param kind what
/// @param first least reading of the first third
/// @param last least reading of the last third
/// @param judged whether there were readings enough to tell
record Growth(Kind kind, long first, long last, boolean judged) {
  /// Thirds of less than two readings say nothing.
  static final int LEAST_ROUNDS = 7;

  /// Looks at the readings after each round, in their order.
  static Growth of(Kind kind, List<Usage> readings) {
    if (readings.size() < LEAST_ROUNDS) {
      return new Growth(kind, 0, 0, false);
    }
    List<Usage> warm = readings.subList(1, readings.size());
    int third = warm.size() / 3;
    return new Growth(
        kind,
        least(kind, warm.subList(0, third)),
        least(kind, warm.subList(warm.size() - third, warm.size())),
        true);
  }

  private static long least(Kind kind, List<Usage> readings) {
    return readings.stream().mapToLong(kind::of).min().orElseThrow();
  }

  /// Whether it did not grow by more than is allowed, as far as that was judged.
  boolean isFlat() {
    return last - first <= kind.allowed();
  }
}
