package org.hgbench.results.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Where a series changed its level: E-divisive means with a permutation test.
///
/// The series is divided at the place where the two sides differ most by their energy distance, the
/// divided parts are divided again, and so on, as long as fewer than alpha of the shuffled series
/// would have differed as much. It needs no distribution and finds any number of changes, slow ones
/// as one or more steps.
///
/// Origin: D. Matteson and N. James, A Nonparametric Approach for Multiple Change Point Analysis of
/// Multivariate Data, Journal of the American Statistical Association 109 (2014), 334-345, with
/// moment index 1.
public final class ChangePoints {
  /// Two values on either side are the fewest that have a spread.
  private static final int SMALLEST_PART = 2;

  private static final int SHUFFLES = 499;

  private ChangePoints() {}

  /// One change.
  ///
  /// @param at index of the first value after it
  /// @param shift median of the part after it less that of the part before it
  /// @param pValue share of shuffled series that differ at least as much somewhere
  public record ChangePoint(int at, double shift, double pValue) {}

  /// The changes of a series, in its order. The shuffles are drawn from `seed`.
  ///
  /// @throws IllegalArgumentException if a value is not finite
  public static List<ChangePoint> of(double[] series, double alpha, long seed) {
    if (series.length < 2 * SMALLEST_PART) {
      return List.of();
    }
    Sample.finite(series);
    Random random = new Random(seed);
    List<Part> parts = new ArrayList<>(List.of(new Part(0, series.length, 1)));
    while (true) {
      Optional<Split> best = best(series, parts);
      if (best.isEmpty()) {
        return points(series, parts);
      }
      double pValue = pValue(series, parts, best.get().difference(), random);
      if (pValue > alpha) {
        return points(series, parts);
      }
      divide(parts, best.get(), pValue);
    }
  }

  /// A stretch without a change inside; `pValue` is that of the change it begins with.
  private record Part(int from, int to, double pValue) {}

  /// Where a stretch would best be divided, and how much the sides differ.
  record Split(int at, double difference) {}

  private static Optional<Split> best(double[] series, List<Part> parts) {
    return parts.stream()
        .flatMap(part -> bestOf(series, part.from(), part.to()).stream())
        .max(Comparator.comparingDouble(Split::difference));
  }

  /// The best place in `from` to `to`: over all places, and all ends of the second side, so that a
  /// short change in the middle is not drowned by what follows it.
  static Optional<Split> bestOf(double[] series, int from, int to) {
    double[][] sums = sums(series, from, to);
    int size = to - from;
    Split best = null;
    for (int at = SMALLEST_PART; at <= size - SMALLEST_PART; at++) {
      for (int end = at + SMALLEST_PART; end <= size; end++) {
        double difference = difference(sums, at, end);
        if (best == null || difference > best.difference()) {
          best = new Split(from + at, difference);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /// nm / (n + m) times the energy distance between the first `at` values and those up to `end`.
  private static double difference(double[][] sums, int at, int end) {
    double first = at;
    double second = end - at;
    double between = block(sums, 0, at, at, end);
    double insideFirst = block(sums, 0, at, 0, at) / 2;
    double insideSecond = block(sums, at, end, at, end) / 2;
    double energy =
        2 * between / (first * second)
            - 2 * insideFirst / (first * (first - 1))
            - 2 * insideSecond / (second * (second - 1));
    return first * second / (first + second) * energy;
  }

  /// Sums of the distances between all values up to a row and all values up to a column.
  private static double[][] sums(double[] series, int from, int to) {
    int size = to - from;
    double[][] sums = new double[size + 1][size + 1];
    for (int i = 0; i < size; i++) {
      double row = 0;
      for (int j = 0; j < size; j++) {
        row += Math.abs(series[from + i] - series[from + j]);
        sums[i + 1][j + 1] = sums[i][j + 1] + row;
      }
    }
    return sums;
  }

  private static double block(double[][] sums, int top, int bottom, int left, int right) {
    return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left];
  }

  private static double pValue(
      double[] series, List<Part> parts, double difference, Random random) {
    int asLarge = 1;
    double[] shuffled = series.clone();
    for (int i = 0; i < SHUFFLES; i++) {
      parts.forEach(part -> shuffle(shuffled, part, random));
      double most = best(shuffled, parts).map(Split::difference).orElse(0.0);
      asLarge += most >= difference ? 1 : 0;
    }
    return asLarge / (SHUFFLES + 1.0);
  }

  private static void shuffle(double[] values, Part part, Random random) {
    for (int i = part.to() - 1; i > part.from(); i--) {
      int other = random.nextInt(part.from(), i + 1);
      double value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }

  private static void divide(List<Part> parts, Split split, double pValue) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.from() < split.at() && split.at() < part.to()) {
        parts.set(i, new Part(part.from(), split.at(), part.pValue()));
        parts.add(i + 1, new Part(split.at(), part.to(), pValue));
        return;
      }
    }
  }

  private static List<ChangePoint> points(double[] series, List<Part> parts) {
    List<ChangePoint> points = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      Part part = parts.get(i);
      double shift = median(series, part) - median(series, parts.get(i - 1));
      points.add(new ChangePoint(part.from(), shift, part.pValue()));
    }
    return List.copyOf(points);
  }

  private static double median(double[] series, Part part) {
    return Sample.median(Arrays.copyOfRange(series, part.from(), part.to()));
  }
}
