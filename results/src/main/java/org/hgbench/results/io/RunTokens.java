package org.hgbench.results.io;

import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/// One pass over the tokens of a `run.json`. A large run holds half a million numbers, so nothing
/// is kept of them.
///
/// @param values how many JSON values there are, one after the other
/// @param schema what its field `schema` says, empty if it is no text
/// @param isSealed whether it has a [Seal]
/// @param notANumber which number is none, in words, or null
record RunTokens(int values, String schema, boolean isSealed, String notANumber) {
  private static final Set<String> NOT_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  static RunTokens of(byte[] content) {
    int values = 0;
    String schema = "";
    boolean isSealed = false;
    String notANumber = null;
    try (JsonParser parser = RunJson.MAPPER.createParser(content)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        TokenStreamContext place = parser.streamReadContext();
        values += place.inRoot() ? 1 : 0;
        if (!token.isScalarValue()) {
          continue;
        }
        if (place.inObject() && place.getParent().inRoot()) {
          isSealed |= place.currentName().equals(Seal.FIELD);
          schema = place.currentName().equals("schema") ? text(parser, token) : schema;
        }
        if (notANumber == null && isNotANumber(parser, token)) {
          notANumber = "%s is not a number (%s)".formatted(where(place), parser.getString());
        }
      }
    }
    return new RunTokens(values, schema, isSealed, notANumber);
  }

  private static String text(JsonParser parser, JsonToken token) {
    return token == JsonToken.VALUE_STRING ? parser.getString() : "";
  }

  private static boolean isNotANumber(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> NOT_NUMBERS.contains(parser.getString());
      case VALUE_NUMBER_FLOAT -> !Double.isFinite(parser.getDoubleValue());
      default -> false;
    };
  }

  /// Such as `measurements[3].forks[0].p50`.
  private static String where(TokenStreamContext place) {
    if (place.inRoot()) {
      return "";
    }
    String parent = where(place.getParent());
    if (place.inArray()) {
      return parent + "[" + place.getCurrentIndex() + "]";
    }
    return parent + (parent.isEmpty() ? "" : ".") + place.currentName();
  }
}
