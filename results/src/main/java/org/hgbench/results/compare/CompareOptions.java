package org.hgbench.results.compare;

import java.util.Objects;

/// What a user may ask of a comparison.
///
/// @param threshold smallest change worth reporting, 0.05 for 5 %; null for each metric's own
/// @param alpha chance of one false verdict among all gating cells
/// @param format how to write it
/// @param strict whether an unclear gating cell fails the comparison
/// @param force whether to compare runs of different machines or settings all the same
/// @param explain the cell whose arithmetic is to be printed instead, or null
/// @param noise what is known of this machine's own noise
public record CompareOptions(
    Double threshold,
    double alpha,
    OutputFormat format,
    boolean strict,
    boolean force,
    String explain,
    NoiseHistory noise) {
  /// What holds when nothing was asked for.
  public static final CompareOptions DEFAULTS =
      new CompareOptions(null, 0.05, OutputFormat.TEXT, false, false, null, NoiseHistory.UNKNOWN);

  /// Rejects a threshold or an alpha that cannot be meant.
  public CompareOptions {
    if (threshold != null && !(threshold > 0 && threshold < 10)) {
      throw new IllegalArgumentException(
          "threshold must lie between 0 and 10 (1000 %): " + threshold);
    }
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha must lie between 0 and 0.5: " + alpha);
    }
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(noise, "noise");
  }

  /// The same with another format.
  public CompareOptions as(OutputFormat other) {
    return new CompareOptions(threshold, alpha, other, strict, force, explain, noise);
  }

  /// The same, explaining one cell.
  public CompareOptions explaining(String cell) {
    return new CompareOptions(threshold, alpha, format, strict, force, cell, noise);
  }

  /// The same with another threshold.
  public CompareOptions withThreshold(Double other) {
    return new CompareOptions(other, alpha, format, strict, force, explain, noise);
  }

  /// The same with another alpha.
  public CompareOptions withAlpha(double other) {
    return new CompareOptions(threshold, other, format, strict, force, explain, noise);
  }

  /// The same, strict.
  public CompareOptions strictly() {
    return new CompareOptions(threshold, alpha, format, true, force, explain, noise);
  }

  /// The same, forced.
  public CompareOptions forced() {
    return new CompareOptions(threshold, alpha, format, strict, true, explain, noise);
  }

  /// The same with what is known of the noise.
  public CompareOptions knowing(NoiseHistory history) {
    return new CompareOptions(threshold, alpha, format, strict, force, explain, history);
  }
}
