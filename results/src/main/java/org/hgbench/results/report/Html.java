package org.hgbench.results.report;

import java.util.regex.Pattern;

/// Text that came from a file, made safe for HTML.
final class Html {
  private static final Pattern UNIT =
      Pattern.compile("(\\d)(?: )(?=(?:[nµm]?s|[KMG]iB|[kMG]?B(?:/s)?|[kMG]/s|%|times)\\b|%)");

  private Html() {}

  /// Fit for content and for attributes in double quotes.
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /// Running text: as [#escape], and no line breaks between a number and its unit.
  static String prose(String text) {
    return UNIT.matcher(escape(text)).replaceAll("$1\u00a0");
  }

  /// An id or class made of any text.
  static String id(String text) {
    return text.replaceAll("[^A-Za-z0-9-]+", "-");
  }
}
