package org.hgbench.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The JVM flags of the suite, as the build wrote them into the jar. The build file is the one
/// place where they are set.
public final class JvmFlags {
  private static final String RESOURCE = "jvm.flags";

  private JvmFlags() {}

  /// All flags, one per element.
  public static List<String> all() {
    try (InputStream file = JvmFlags.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException("the jar lacks " + RESOURCE + "; build it with Maven");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.strip().split("\\s+"));
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE, e);
    }
  }
}
