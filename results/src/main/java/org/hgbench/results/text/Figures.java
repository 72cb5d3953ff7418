package org.hgbench.results.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as text, to three significant digits and with their unit.
public final class Figures {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final String[] TIMES = {"ns", "µs", "ms", "s"};
  private static final String[] RATES = {"", "k", "M", "G", "T"};
  private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Figures() {}

  /// A duration: `4.98 µs`.
  public static String nanos(double nanos) {
    return scaled(nanos, TIMES);
  }

  /// Two durations with the unit once where it is the same: `4.91 to 5.03 µs`.
  public static String nanos(double from, double to) {
    String low = nanos(from);
    String high = nanos(to);
    String unit = high.substring(high.indexOf(' '));
    return (low.endsWith(unit) ? low.substring(0, low.indexOf(' ')) : low) + " to " + high;
  }

  /// A number of bytes: `64 KiB`.
  public static String bytes(double bytes) {
    double value = bytes;
    int unit = 0;
    while (Math.abs(value) >= 1024 && unit < SIZES.length - 1) {
      value /= 1024;
      unit++;
    }
    return significant(value) + " " + SIZES[unit];
  }

  /// A bandwidth in decimal units: `3.12 GB/s`.
  public static String bandwidth(double bytesPerSecond) {
    return scaled(bytesPerSecond, RATES) + "B/s";
  }

  /// Operations per second: `187 k/s`.
  public static String rate(double perSecond) {
    String text = scaled(perSecond, RATES);
    return (text.endsWith(" ") ? text.strip() : text) + "/s";
  }

  /// A multiple: `4.21×`.
  public static String multiple(double value) {
    return significant(value) + "×";
  }

  /// A share: `12 %`, from 0.12.
  public static String percent(double share) {
    double percent = share * 100;
    return Math.abs(percent) < 10
        ? String.format(Locale.ROOT, "%.1f %%", percent)
        : String.format(Locale.ROOT, "%.0f %%", percent);
  }

  /// A plain number to three significant digits, without an exponent: `1.94`, `0.0317`, `12,400`. A
  /// number that is whole is written as such: `64`, not `64.0`.
  public static String significant(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
    int decimals = Math.clamp(2 - (rounded.precision() - rounded.scale() - 1), 0, 9);
    boolean whole = value == Math.rint(value) || Math.abs(value) >= 100;
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%." + decimals + "f", rounded);
  }

  private static String scaled(double value, String[] units) {
    double scaled = value;
    int unit = 0;
    while (unit < units.length - 1 && rounded(scaled) >= 1000) {
      scaled /= 1000;
      unit++;
    }
    return significant(scaled) + " " + units[unit];
  }

  // 999.7 is written 1.00 of the next unit, so the unit follows from the rounded number.
  private static double rounded(double value) {
    return new BigDecimal(Math.abs(value)).round(THREE_DIGITS).doubleValue();
  }
}
