package org.hgbench.harness.load;

import java.util.ArrayList;
import java.util.List;

/// Searches for the highest rate that still meets a bound on the response time.
///
/// It begins at half of what a closed loop reaches, which no open load can exceed, halves until a
/// rate meets the bound, and then closes in between the highest that did and the lowest that did
/// not until they are [#RESOLUTION] apart. One fork decides little on a noisy machine, so a rate is
/// tried twice, and a third time if the two disagree.
///
/// @param <E> what a trial may throw
public final class SloSearch<E extends Exception> {
  /// The ratio of two rates below which they count as the same.
  public static final double RESOLUTION = 1.1;

  /// How often the first rate is halved before the bound counts as out of reach.
  static final int HALVINGS = 6;

  private final Trial<E> trial;
  private final List<Attempt> attempts = new ArrayList<>();

  /// Searches with these trials.
  public SloSearch(Trial<E> trial) {
    this.trial = trial;
  }

  /// Runs one rate.
  ///
  /// @param <E> what may go wrong with it
  @FunctionalInterface
  public interface Trial<E extends Exception> {
    /// Runs it, in a fork of its own.
    Attempt at(double perSecond) throws E;
  }

  /// What came of one.
  ///
  /// @param perSecond the rate
  /// @param p99 99th percentile of the response time, null if it is not known
  /// @param fault why the bound was not met, null if it was
  public record Attempt(double perSecond, Double p99, String fault) {
    /// Judges what was measured.
    ///
    /// @param boundNanos the bound
    /// @param fault what makes the measurement invalid, null if nothing
    public static Attempt judge(double perSecond, Double p99, double boundNanos, String fault) {
      if (fault != null) {
        return new Attempt(perSecond, p99, fault);
      }
      if (p99 == null) {
        return new Attempt(perSecond, null, "too few operations for a 99th percentile");
      }
      return new Attempt(perSecond, p99, p99 <= boundNanos ? null : "above the bound");
    }

    boolean met() {
      return fault == null;
    }
  }

  /// The highest rate that met the bound, or null if none did.
  ///
  /// @param closedPerSecond the rate of a closed loop
  public Double below(double closedPerSecond) throws E {
    double failed = closedPerSecond;
    double rate = closedPerSecond / 2;
    int halvings = 0;
    while (!meets(rate)) {
      failed = rate;
      rate /= 2;
      if (++halvings > HALVINGS) {
        return null;
      }
    }
    double met = rate;
    while (failed / met > RESOLUTION) {
      double middle = Math.sqrt(met * failed);
      if (meets(middle)) {
        met = middle;
      } else {
        failed = middle;
      }
    }
    return met;
  }

  /// Everything that was tried, in order.
  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  private boolean meets(double rate) throws E {
    boolean first = attempt(rate);
    boolean second = attempt(rate);
    return first == second ? first : attempt(rate);
  }

  private boolean attempt(double rate) throws E {
    Attempt attempt = trial.at(rate);
    attempts.add(attempt);
    return attempt.met();
  }
}
