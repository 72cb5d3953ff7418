package org.hgbench.hgcm.service.property;

import java.util.Arrays;
import java.util.Set;

/// A named text.
///
/// @param name its name
/// @param value the text
/// @param timestamp when it changed, in nanoseconds since 1970, unlike that of any other change
/// @param flags names of flags, separated by commas; may be empty
public record Property(String name, String value, long timestamp, String flags) {
  private static final String READ_ONLY = "READONLY";
  private static final String READ_ONLY_FOR_GUEST = "RDONLYGUEST";
  private static final Set<String> FLAGS =
      Set.of("TRANSIENT", "TRANSRESET", READ_ONLY_FOR_GUEST, "RDONLYHOST", READ_ONLY);

  /// Whether a text is a list of known flags.
  static boolean areFlags(String text) {
    return text.isBlank()
        || Arrays.stream(text.split(",")).map(String::strip).allMatch(FLAGS::contains);
  }

  /// Whether the guest may change it.
  boolean isWritableByGuest() {
    return Arrays.stream(flags.split(","))
        .map(String::strip)
        .noneMatch(flag -> flag.equals(READ_ONLY) || flag.equals(READ_ONLY_FOR_GUEST));
  }
}
