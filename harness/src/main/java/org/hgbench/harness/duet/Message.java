package org.hgbench.harness.duet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One line of the turn protocol `hgbench.duet/1`: what it is, and its fields.
///
/// ```text
///   line  = kind *( SP name "=" value )          at most 8192 octets, ended by LF
///   kind  = 1*( a-z )
///   name  = a-z *( a-z / A-Z )
///   value = *( %x21-24 / %x26-7E / "%" 2HEX )    everything else is written as the octets of UTF-8
/// ```
///
/// @param kind such as `turn`
/// @param fields by name, in the order of the line
record Message(String kind, Map<String, String> fields) {
  /// The version of the protocol.
  static final String PROTOCOL = "hgbench.duet/1";

  /// The longest line in octets.
  static final int LONGEST = 8192;

  private static final Pattern KIND = Pattern.compile("[a-z]+");
  private static final Pattern FIELD = Pattern.compile("([a-z][a-zA-Z]*)=(.*)");
  private static final Pattern VALUE = Pattern.compile("(?:[!-$&-~]|%[0-9A-Fa-f]{2})*");

  /// Copies the fields.
  Message {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// A message of names and values in turn.
  static Message of(String kind, Object... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
    }
    return new Message(kind, fields);
  }

  /// Reads a line without its end.
  static Message parse(String line) throws ProtocolException {
    if (line.length() > LONGEST) {
      throw new ProtocolException("syntax", "a line is longer than " + LONGEST + " octets");
    }
    String[] words = line.split(" ", -1);
    if (!KIND.matcher(words[0]).matches()) {
      throw new ProtocolException("syntax", "no message begins like '" + shown(line) + "'");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      var field = FIELD.matcher(words[i]);
      if (!field.matches() || !VALUE.matcher(field.group(2)).matches()) {
        throw new ProtocolException("syntax", "'" + shown(words[i]) + "' is not name=value");
      }
      if (fields.put(field.group(1), decode(field.group(2))) != null) {
        throw new ProtocolException("syntax", "the field '" + field.group(1) + "' comes twice");
      }
    }
    return new Message(words[0], fields);
  }

  /// The line, without its end.
  String line() {
    return fields.entrySet().stream()
        .map(field -> " " + field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("", kind, ""));
  }

  /// A field that must be there.
  String text(String name) throws ProtocolException {
    String value = fields.get(name);
    if (value == null) {
      throw new ProtocolException("value", "'%s' lacks '%s'".formatted(kind, name));
    }
    return value;
  }

  /// A whole number from `least` to `most`.
  long number(String name, long least, long most) throws ProtocolException {
    String value = text(name);
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one sentence for all values that do not fit.
    }
    throw new ProtocolException(
        "value",
        "%s=%s is not a whole number from %d to %d".formatted(name, shown(value), least, most));
  }

  /// A time above nothing.
  double time(String name) throws ProtocolException {
    String value = text(name);
    try {
      double time = Double.parseDouble(value);
      if (time > 0 && Double.isFinite(time)) {
        return time;
      }
    } catch (NumberFormatException e) {
      // As above.
    }
    throw new ProtocolException(
        "value", "%s=%s is not a time above 0".formatted(name, shown(value)));
  }

  /// Foreign text, short and printable.
  static String shown(String text) {
    String printable = text.replaceAll("[^ -~]", "?");
    return printable.length() <= 80 ? printable : printable.substring(0, 80) + "...";
  }

  private static String encode(String value) {
    StringBuilder text = new StringBuilder();
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      if (octet > ' ' && octet < 0x7F && octet != '%') {
        text.append((char) octet);
      } else {
        text.append("%%%02X".formatted(octet));
      }
    }
    return text.toString();
  }

  private static String decode(String value) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '%') {
        octets.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        octets.write(value.charAt(i));
      }
    }
    return octets.toString(StandardCharsets.UTF_8);
  }
}
