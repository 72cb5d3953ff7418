package org.hgbench.results.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A curve over quantiles with a band that shows how far other forks would have moved it.
///
/// Each row of the input is one fork, each column one quantile of it, as the logarithm of a
/// latency. The band is a percentile bootstrap that draws whole forks: quantiles of one fork are
/// never mixed with those of another. It is for looking at; verdicts come from [Shift].
///
/// @param points one per quantile
public record QuantileCurve(List<Point> points) {
  private static final int RESAMPLES = 2000;
  private static final double TAIL = 0.025;

  /// One place on the curve.
  ///
  /// @param quantile between 0 and 1
  /// @param value logarithm of a latency, or of a ratio of two
  /// @param band 95 % of the resampled curves lie in it, quantile by quantile
  public record Point(double quantile, double value, Interval band) {}

  /// Copies the list.
  public QuantileCurve {
    points = List.copyOf(points);
  }

  /// The median fork at each quantile.
  ///
  /// @throws IllegalArgumentException if there is no fork, or rows differ in length
  public static QuantileCurve around(double[] quantiles, double[][] forks, long seed) {
    checkRows(quantiles, forks);
    Random random = new Random(seed);
    double[][] resampled = new double[RESAMPLES][];
    for (int i = 0; i < RESAMPLES; i++) {
      resampled[i] = medians(draw(forks, drawing(random, forks.length)));
    }
    return of(quantiles, medians(forks), resampled);
  }

  /// The shift function: at each quantile, how far `second` lies from `first`. With `paired`, fork
  /// `i` of one ran beside fork `i` of the other, and blocks are drawn.
  ///
  /// @throws IllegalArgumentException if there is no fork, rows differ in length, or the sides of
  ///   pairs differ in number
  public static QuantileCurve shift(
      double[] quantiles, double[][] first, double[][] second, boolean paired, long seed) {
    checkRows(quantiles, first);
    checkRows(quantiles, second);
    if (paired) {
      return around(quantiles, differences(first, second), seed);
    }
    Random random = new Random(seed);
    double[][] resampled = new double[RESAMPLES][];
    for (int i = 0; i < RESAMPLES; i++) {
      double[] from = medians(draw(first, drawing(random, first.length)));
      double[] to = medians(draw(second, drawing(random, second.length)));
      resampled[i] = minus(to, from);
    }
    return of(quantiles, minus(medians(second), medians(first)), resampled);
  }

  private static QuantileCurve of(double[] quantiles, double[] values, double[][] resampled) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < quantiles.length; i++) {
      double[] column = column(resampled, i);
      Interval band =
          new Interval(Sample.quantile(TAIL, column), Sample.quantile(1 - TAIL, column));
      points.add(new Point(quantiles[i], values[i], band));
    }
    return new QuantileCurve(points);
  }

  private static double[][] differences(double[][] first, double[][] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "pairs need as many forks on either side: " + first.length + " and " + second.length);
    }
    return IntStream.range(0, first.length)
        .mapToObj(i -> minus(second[i], first[i]))
        .toArray(double[][]::new);
  }

  private static double[] minus(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
  }

  private static double[] medians(double[][] forks) {
    return IntStream.range(0, forks[0].length)
        .mapToDouble(i -> Sample.median(column(forks, i)))
        .toArray();
  }

  private static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  private static int[] drawing(Random random, int forks) {
    return random.ints(forks, 0, forks).toArray();
  }

  private static double[][] draw(double[][] forks, int[] drawn) {
    return Arrays.stream(drawn).mapToObj(i -> forks[i]).toArray(double[][]::new);
  }

  private static void checkRows(double[] quantiles, double[][] forks) {
    if (forks.length == 0) {
      throw new IllegalArgumentException("no fork to draw a curve through");
    }
    for (double[] fork : forks) {
      if (fork.length != quantiles.length) {
        throw new IllegalArgumentException(
            "a fork has " + fork.length + " of " + quantiles.length + " quantiles");
      }
    }
  }
}
