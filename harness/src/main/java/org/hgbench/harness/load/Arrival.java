package org.hgbench.harness.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// How the times at which operations are due lie.
public enum Arrival {
  /// Equally far apart.
  FIXED {
    @Override
    public Schedule schedule(double perSecond, long seed) {
      double gap = NANOS / perSecond;
      return new Schedule() {
        private long count;

        @Override
        public long next() {
          return (long) (count++ * gap);
        }
      };
    }
  },

  /// Independent of each other: the gaps are exponential. The same seed gives the same times.
  POISSON {
    @Override
    public Schedule schedule(double perSecond, long seed) {
      double meanGap = NANOS / perSecond;
      SplittableRandom random = new SplittableRandom(seed);
      return new Schedule() {
        private double due;

        @Override
        public long next() {
          due -= meanGap * Math.log(1 - random.nextDouble());
          return (long) due;
        }
      };
    }
  },

  /// [#BURST_SIZE] at a time, the bursts equally far apart.
  BURST {
    @Override
    public Schedule schedule(double perSecond, long seed) {
      double gap = BURST_SIZE * NANOS / perSecond;
      return new Schedule() {
        private long count;

        @Override
        public long next() {
          return (long) (count++ / BURST_SIZE * gap);
        }
      };
    }
  };

  /// How many operations of a burst are due at once.
  public static final int BURST_SIZE = 16;

  private static final double NANOS = 1e9;

  /// The times at this rate.
  ///
  /// @param perSecond above 0
  /// @param seed of what is random in it
  public abstract Schedule schedule(double perSecond, long seed);

  /// Its name in settings and results.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The arrival of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Arrival of(String label) {
    return Arrays.stream(values())
        .filter(arrival -> arrival.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no arrival '%s'; there are %s"
                    .formatted(
                        label,
                        Arrays.stream(values())
                            .map(Arrival::label)
                            .collect(Collectors.joining(", ")))));
  }
}
