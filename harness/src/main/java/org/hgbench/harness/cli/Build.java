package org.hgbench.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// What the build wrote into the jar about itself.
final class Build {
  private Build() {}

  /// The git revision it was built from, with `-dirty` appended if files were changed, or `unknown`
  /// where the sources were not in a git repository.
  static String revision() {
    Properties git = new Properties();
    try (InputStream file = Build.class.getResourceAsStream("/git.properties")) {
      if (file != null) {
        git.load(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException("git.properties", e);
    }
    String revision = git.getProperty("git.commit.id", "unknown");
    return Boolean.parseBoolean(git.getProperty("git.dirty")) ? revision + "-dirty" : revision;
  }
}
