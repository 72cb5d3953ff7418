package org.hgbench.results.compare;

import java.util.OptionalDouble;

/// From which size on a change matters, and from which size on it can be believed. All values are
/// logarithms of ratios.
///
/// @param asked what the user, or else the metric, sets
/// @param noise this machine's own noise, NaN where no history tells
/// @param noisePairs how many A/A pairs that rests on
/// @param interleaved whether the two sides took turns
public record SmallestEffect(double asked, double noise, int noisePairs, boolean interleaved) {
  static SmallestEffect of(CompareOptions options, String id, Metric metric, boolean interleaved) {
    double asked =
        options.threshold() == null ? metric.smallestEffect() : Math.log1p(options.threshold());
    OptionalDouble noise = options.noise().floor(id, metric, interleaved);
    return new SmallestEffect(
        asked,
        noise.orElse(Double.NaN),
        options.noise().pairs(id, metric, interleaved),
        interleaved);
  }

  /// The smallest effect: what was asked, raised to the machine's own noise. Below it two sides are
  /// the same.
  public double effect() {
    return noiseKnown() ? Math.max(asked, noise) : asked;
  }

  /// The smallest change to call worse or better. Runs that did not take turns differ by what the
  /// machine did in between, which no test inside them can see: unless a history of such runs tells
  /// how much that is, twice the smallest effect is asked for.
  public double change() {
    return interleaved || noiseKnown() ? effect() : 2 * effect();
  }

  /// Whether a history tells the noise.
  public boolean noiseKnown() {
    return !Double.isNaN(noise);
  }
}
