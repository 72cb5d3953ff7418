package org.hgbench.results.statistics;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/// Turns a test of "the shift is s" into the interval of the shifts that it does not reject.
///
/// The statistic counts how many candidates (Walsh averages or pairwise differences) lie above s,
/// so p changes at candidates only. Without ties the accepted candidates are known by their rank;
/// with ties the distribution itself changes from gap to gap, so the gaps are tried from both ends.
final class Inversion {
  private Inversion() {}

  /// The largest c with P(T <= c - 1) <= alpha / 2, or 0.
  static int rank(IntToDoubleFunction atMost, int candidates, double alpha) {
    int rank = 0;
    while (rank < candidates && atMost.applyAsDouble(rank) <= alpha / 2) {
      rank++;
    }
    return rank;
  }

  static Interval interval(
      Shift shift, double[] sorted, boolean tied, DoubleUnaryOperator pValue, double alpha) {
    Interval accepted =
        tied ? accepted(sorted, pValue, alpha) : between(sorted, shift.intervalRank(alpha));
    Interval whole = accepted == null ? point(shift.estimate()) : accepted;
    whole = whole.including(shift.estimate());
    // At zero itself equal distances on either side are ties that no other shift has, so the test
    // there may accept what it rejects on both sides of zero.
    return shift.pValue() > alpha ? whole.including(0) : whole;
  }

  private static Interval between(double[] sorted, int rank) {
    return rank == 0
        ? Interval.UNBOUNDED
        : new Interval(sorted[rank - 1], sorted[sorted.length - rank]);
  }

  private static Interval accepted(double[] sorted, DoubleUnaryOperator pValue, double alpha) {
    int gaps = sorted.length + 1;
    int first = 0;
    while (first < gaps && rejected(sorted, first, pValue, alpha)) {
      first++;
    }
    if (first == gaps) {
      return null;
    }
    int last = gaps - 1;
    while (rejected(sorted, last, pValue, alpha)) {
      last--;
    }
    return new Interval(
        first == 0 ? Double.NEGATIVE_INFINITY : sorted[first - 1],
        last == gaps - 1 ? Double.POSITIVE_INFINITY : sorted[last]);
  }

  /// Tries the middle of the gap below candidate `gap`; a gap of no width holds no shift.
  private static boolean rejected(
      double[] sorted, int gap, DoubleUnaryOperator pValue, double alpha) {
    if (gap == 0) {
      return pValue.applyAsDouble(sorted[0] - 1) <= alpha;
    }
    if (gap == sorted.length) {
      return pValue.applyAsDouble(sorted[gap - 1] + 1) <= alpha;
    }
    double middle = sorted[gap - 1] + (sorted[gap] - sorted[gap - 1]) / 2;
    boolean empty = middle <= sorted[gap - 1] || middle >= sorted[gap];
    return empty || pValue.applyAsDouble(middle) <= alpha;
  }

  private static Interval point(double value) {
    return new Interval(value, value);
  }
}
