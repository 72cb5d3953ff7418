package org.hgbench.harness.duet;

/// One turn of each fork, moments apart.
///
/// @param base nanoseconds per operation
/// @param next nanoseconds per operation
record SlicePair(double base, double next) {
  /// ln(new / base).
  double difference() {
    return Math.log(next / base);
  }
}
