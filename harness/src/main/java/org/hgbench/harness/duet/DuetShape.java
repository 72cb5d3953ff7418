package org.hgbench.harness.duet;

/// How one pair of forks is measured.
///
/// @param warmupPairs slice pairs that do not count
/// @param slicePairs slice pairs that count
/// @param turnMillis what counts of a turn
/// @param discardMicros what does not count at the beginning of each turn
/// @param design how the turns of the two forks are mixed
public record DuetShape(
    int warmupPairs, int slicePairs, int turnMillis, int discardMicros, Design design) {
  /// How the turns of two forks are mixed.
  public enum Design {
    /// Both forks live together and alternate slice by slice.
    SLICES,
    /// One fork does all its slices and ends before the other begins.
    WHOLE_FORKS
  }

  /// A first choice; docs/duet.md tells what was measured with it and what was not.
  public static final DuetShape DEFAULT = new DuetShape(15, 25, 20, 2000, Design.SLICES);

  /// Starting and ending two JVMs, with their machines.
  private static final long FIXED_MILLIS = 1500;

  /// Waiting for all threads to park, and the way of the messages, per turn.
  private static final long HAND_OVER_MILLIS = 1;

  /// Rejects what cannot be measured.
  public DuetShape {
    if (warmupPairs < 0 || slicePairs < 1 || turnMillis < 1 || turnMillis > 1000) {
      throw new IllegalArgumentException(
          "a duet needs slices (1 or more) of 1 to 1000 ms: slices=%d, turn=%d ms"
              .formatted(slicePairs, turnMillis));
    }
  }

  /// The same with other turns.
  public DuetShape withTurns(int slices, int millis) {
    // Warm-up takes the same time whatever the turns.
    int warmup = Math.max(1, Math.round(DEFAULT.warmupPairs * DEFAULT.turnMillis / (float) millis));
    return new DuetShape(warmup, slices, millis, discardMicros, design);
  }

  /// The same in another design.
  public DuetShape as(Design other) {
    return new DuetShape(warmupPairs, slicePairs, turnMillis, discardMicros, other);
  }

  /// About how long a pair of forks takes.
  public long estimateMillis() {
    long turn = turnMillis + discardMicros / 1000 + HAND_OVER_MILLIS;
    return FIXED_MILLIS + 2 * turn * (warmupPairs + slicePairs);
  }
}
