package org.hgbench.machine.settings;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// A tree of settings, as `path/to/key = value`, for the machine and each of its devices.
///
/// ```text
///   RamSize = 64M
///   Boundary/Name = simulated
///   Devices/vga/0/Config/VRamSize = 16M
/// ```
///
/// Keys are case-sensitive. Sizes take `K`, `M` or `G` (powers of 1024). A key that nobody asked
/// for is probably misspelt, so [#unused] lists those once the machine is built.
public final class Settings {
  private static final Map<Character, Integer> UNITS = Map.of('K', 10, 'M', 20, 'G', 30);

  private final Map<String, String> values;
  private final String prefix;
  private final Set<String> asked;

  private Settings(Map<String, String> values, String prefix, Set<String> asked) {
    this.values = values;
    this.prefix = prefix;
    this.asked = asked;
  }

  /// Settings from complete paths.
  public static Settings of(Map<String, String> values) {
    return new Settings(
        Collections.unmodifiableMap(new TreeMap<>(values)),
        "",
        Collections.synchronizedSet(new TreeSet<>()));
  }

  /// Settings from lines of `key = value`; blank lines and lines that begin with `#` are skipped.
  ///
  /// @throws IllegalArgumentException if a line has no `=` or a key comes twice
  public static Settings parse(List<String> lines) {
    Map<String, String> values = new TreeMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("settings: not 'key = value': '" + line.strip() + "'");
      }
      String key = line.substring(0, equals).strip();
      if (key.isEmpty()) {
        throw new IllegalArgumentException("settings: no key: '" + line.strip() + "'");
      }
      if (values.put(key, line.substring(equals + 1).strip()) != null) {
        throw new IllegalArgumentException("settings: key '" + key + "' comes twice");
      }
    }
    return of(values);
  }

  /// These settings with those of `other` on top.
  public Settings with(Settings other) {
    Map<String, String> merged = new TreeMap<>(all());
    merged.putAll(other.all());
    return of(merged);
  }

  /// These settings with one value on top.
  public Settings with(String key, Object value) {
    return with(of(Map.of(key, String.valueOf(value))));
  }

  /// The subtree under `path`.
  public Settings at(String path) {
    return new Settings(values, prefix + path + "/", asked);
  }

  /// The names directly below this node, in alphabetical order.
  public Set<String> children() {
    Set<String> names = new TreeSet<>();
    for (String key : all().keySet()) {
      int slash = key.indexOf('/');
      names.add(slash < 0 ? key : key.substring(0, slash));
    }
    return names;
  }

  /// All values below this node, with paths relative to it.
  public Map<String, String> all() {
    Map<String, String> below = new TreeMap<>();
    values.forEach((key, value) -> {
      if (key.startsWith(prefix)) {
        below.put(key.substring(prefix.length()), value);
      }
    });
    return below;
  }

  /// A text.
  public String text(String key, String fallback) {
    return value(key, fallback, Function.identity(), "text");
  }

  /// A whole number.
  ///
  /// @throws IllegalArgumentException if the value is not one
  public int integer(String key, int fallback) {
    return value(key, fallback, Settings::whole, "a whole number");
  }

  /// A number of bytes, such as `4096`, `64K` or `16M`.
  ///
  /// @throws IllegalArgumentException if the value is not one
  public long size(String key, long fallback) {
    return value(key, fallback, Settings::bytes, "a size such as 4096, 64K or 16M");
  }

  /// A duration in nanoseconds, a plain number of at least 0.
  ///
  /// @throws IllegalArgumentException if the value is not one
  public long nanos(String key, long fallback) {
    return value(key, fallback, Settings::natural, "a number of nanoseconds, 0 or more");
  }

  /// Yes or no: `true` or `false`.
  ///
  /// @throws IllegalArgumentException if the value is neither
  public boolean flag(String key, boolean fallback) {
    return value(key, fallback, Settings::truth, "true or false");
  }

  /// The paths that were set but that nobody has asked for.
  public Set<String> unused() {
    Set<String> unused = new TreeSet<>(values.keySet());
    unused.removeAll(asked);
    return unused;
  }

  /// Says that nobody will ask for what is below this node, and that it is no mistake: the settings
  /// of a device that is switched off.
  public void dismiss() {
    all().keySet().forEach(key -> asked.add(prefix + key));
  }

  /// The path that was asked for and looks most like `path`, if one looks alike: what somebody who
  /// misspelt it may have meant.
  public Optional<String> nearestAsked(String path) {
    return asked.stream()
        .filter(key -> !values.containsKey(key))
        .min(Comparator.comparingInt(key -> EditDistance.between(key, path)))
        .filter(key -> EditDistance.between(key, path) <= Math.max(2, path.length() / 4));
  }

  private <T> T value(String key, T fallback, Function<String, T> parse, String expected) {
    String path = prefix + key;
    asked.add(path);
    String text = values.get(path);
    if (text == null) {
      return fallback;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "setting %s: '%s' is not %s".formatted(path, text, expected), e);
    }
  }

  private static long bytes(String text) {
    Integer shift = text.isEmpty() ? null : UNITS.get(text.charAt(text.length() - 1));
    if (shift == null) {
      return natural(text);
    }
    long number = natural(text.substring(0, text.length() - 1));
    if (number > Long.MAX_VALUE >> shift) {
      throw new IllegalArgumentException("too large");
    }
    return number << shift;
  }

  private static long natural(String text) {
    long number = decode(text);
    if (number < 0) {
      throw new IllegalArgumentException("negative");
    }
    return number;
  }

  private static int whole(String text) {
    return Math.toIntExact(decode(text));
  }

  /// Decimal or `0x` hexadecimal; a leading zero does not mean octal.
  private static long decode(String text) {
    return text.startsWith("0x")
        ? Long.parseLong(text, 2, text.length(), 16)
        : Long.parseLong(text);
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither");
    };
  }
}
