package org.hgbench.harness.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How amounts are written on the command line.
final class Amounts {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h)");

  private static final Pattern LATENCY = Pattern.compile("(\\d{1,6})(ns|us|ms)");

  private Amounts() {}

  /// A share such as `5%` or `0.05`.
  ///
  /// @throws IllegalArgumentException with a sentence if it is none
  static double share(String option, String text) {
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    try {
      return Double.parseDouble(number) / (text.endsWith("%") ? 100 : 1);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: '%s' is not a share such as 5%% or 0.05".formatted(option, text), e);
    }
  }

  /// A latency such as `800ns`, `100us` or `2ms`.
  ///
  /// @throws IllegalArgumentException with a sentence if it is none
  static Duration latency(String option, String text) {
    Matcher latency = LATENCY.matcher(text);
    if (!latency.matches() || Long.parseLong(latency.group(1)) == 0) {
      throw new IllegalArgumentException(
          "%s: '%s' is not a latency such as 800ns, 100us or 2ms".formatted(option, text));
    }
    long number = Long.parseLong(latency.group(1));
    return switch (latency.group(2)) {
      case "ns" -> Duration.ofNanos(number);
      case "us" -> Duration.ofNanos(1_000 * number);
      default -> Duration.ofMillis(number);
    };
  }

  /// A time such as `90s`, `5m` or `2h`.
  ///
  /// @throws IllegalArgumentException with a sentence if it is none
  static Duration time(String option, String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches() || Long.parseLong(time.group(1)) == 0) {
      throw new IllegalArgumentException(
          "%s: '%s' is not a time such as 90s, 5m or 2h".formatted(option, text));
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
