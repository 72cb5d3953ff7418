package org.hgbench.harness.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out from what a fork printed whether a plug-in threw.
public final class Culprit {
  private static final Pattern FRAME =
      Pattern.compile("^\\s+at (?:[\\w.@-]+/{1,2})?([\\w.$]+)\\.[\\w$<>]+\\(.*");
  private static final Pattern THROWN =
      Pattern.compile(
          "^(?:Caused by: |Exception in thread \"[^\"]*\" )?([\\w.$]+(?:Exception|Error)\\b.*)");

  private Culprit() {}

  /// A sentence that names the jar, the class and what it threw, if a plug-in did.
  public static Optional<String> in(Path log, PluginJars plugins) throws IOException {
    if (plugins.jars().isEmpty() || !Files.exists(log)) {
      return Optional.empty();
    }
    String thrown = "an exception";
    for (String line : Files.readAllLines(log)) {
      Matcher headline = THROWN.matcher(line);
      if (headline.matches()) {
        thrown = headline.group(1);
      }
      Matcher frame = FRAME.matcher(line);
      if (frame.matches()) {
        Optional<Path> jar = plugins.owner(frame.group(1));
        if (jar.isPresent()) {
          return Optional.of(
              "plug-in %s: %s threw %s".formatted(jar.get(), frame.group(1), thrown));
        }
      }
    }
    return Optional.empty();
  }
}
