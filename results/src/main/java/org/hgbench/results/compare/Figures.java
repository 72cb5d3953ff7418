package org.hgbench.results.compare;

import java.util.Locale;
import org.hgbench.results.statistics.Interval;

/// Numbers as comparisons print them, the same in every locale.
final class Figures {
  private static final long KIB = 1024;

  private Figures() {}

  static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  /// Four digits and a unit that fits.
  static String nanos(double nanos) {
    if (nanos < 1e3) {
      return digits(nanos) + " ns";
    }
    if (nanos < 1e6) {
      return digits(nanos / 1e3) + " us";
    }
    return nanos < 1e9 ? digits(nanos / 1e6) + " ms" : digits(nanos / 1e9) + " s";
  }

  static String bytes(long bytes) {
    if (bytes >= KIB * KIB && bytes % (KIB * KIB) == 0) {
      return bytes / (KIB * KIB) + " MiB";
    }
    return bytes >= KIB && bytes % KIB == 0 ? bytes / KIB + " KiB" : bytes + " B";
  }

  /// A shift of logarithms as a signed change, `+6.1%`.
  static String change(double shift) {
    if (Double.isInfinite(shift)) {
      return shift > 0 ? "+inf" : "-100%";
    }
    double percent = 100 * Math.expm1(shift);
    // What rounds to nothing has no direction.
    return Math.abs(percent) < 0.05 ? "0.0%" : format("%+.1f%%", percent);
  }

  static String changes(Interval interval) {
    return "[" + change(interval.low()) + ", " + change(interval.high()) + "]";
  }

  /// A shift of logarithms as an unsigned change, `3.0%`.
  static String size(double shift) {
    return format("%.1f%%", 100 * Math.expm1(Math.abs(shift)));
  }

  static String p(double p) {
    return p < 0.001 ? format("%.1e", p) : format("%.3f", p);
  }

  static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String digits(double value) {
    return format(value < 10 ? "%.3f" : value < 100 ? "%.2f" : "%.1f", value);
  }
}
