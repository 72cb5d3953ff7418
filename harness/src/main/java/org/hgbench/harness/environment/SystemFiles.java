package org.hgbench.harness.environment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The files in which the kernel describes the machine, below a root that tests replace.
///
/// What cannot be read is absent: another operating system, an older kernel, a container that hides
/// it, a file that only root may read, pressure stall information that was switched off.
///
/// @param root the directory that contains `proc` and `sys`
public record SystemFiles(Path root) {
  /// Those of the machine this runs on.
  public static SystemFiles ofThisMachine() {
    return new SystemFiles(Path.of("/"));
  }

  /// The content of a file without the white space around it.
  ///
  /// @param path absolute or relative, always below the root
  Optional<String> text(String path) {
    // Read with the old streams, which cost a third of java.nio.file while the code is cold.
    try (FileInputStream in = new FileInputStream(at(path))) {
      byte[] bytes = new byte[4096];
      int length = 0;
      for (int read = in.read(bytes);
          read > 0;
          read = in.read(bytes, length, bytes.length - length)) {
        length += read;
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * length);
        }
      }
      return Optional.of(new String(bytes, 0, length, UTF_8).strip());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /// The lines of a file, none when it cannot be read.
  List<String> lines(String path) {
    return text(path).map(text -> text.lines().toList()).orElse(List.of());
  }

  /// A file that holds one number.
  Optional<Long> number(String path) {
    return text(path).flatMap(SystemFiles::digits);
  }

  /// The number behind `key` in a file of lines `key value` or `key: value`.
  Optional<Long> number(String path, String key) {
    return lines(path).stream()
        .map(line -> line.split("[\\s:]+"))
        .filter(words -> words.length > 1 && words[0].equals(key))
        .findFirst()
        .flatMap(words -> digits(words[1]));
  }

  /// The names in a directory, sorted; none when it cannot be read.
  List<String> names(String directory) {
    String[] names = at(directory).list();
    if (names == null) {
      return List.of();
    }
    Arrays.sort(names);
    return List.of(names);
  }

  static Optional<Long> digits(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private File at(String path) {
    return new File(root.toFile(), path);
  }
}
