package org.hgbench.harness.duet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.hgbench.harness.SuiteJvm;
import org.hgbench.results.io.InvalidRunException;

/// A build of the suite, as far as a duet must know it: how to start its agent.
///
/// @param side `base` or `new`
/// @param revision what it was built from, or `unknown`
/// @param classPath where its classes are
/// @param main name of its agent's class
/// @param flags what its JVM needs
public record AgentBuild(
    String side, String revision, String classPath, String main, List<String> flags) {
  /// The file in a jar that tells all of this.
  static final String DESCRIPTION = "META-INF/hgbench-duet.properties";

  /// Copies the list.
  public AgentBuild {
    flags = List.copyOf(flags);
  }

  /// Reads a jar of hgbench.
  ///
  /// @throws InvalidRunException if it is no jar
  /// @throws NotComparableException if it does not speak the protocol
  public static AgentBuild of(String side, Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Properties duet = properties(file, DESCRIPTION);
      String protocol = duet.getProperty("protocol");
      if (!Message.PROTOCOL.equals(protocol)) {
        throw new NotComparableException(
            "%s (%s) speaks %s, not %s: take a revision that speaks it"
                .formatted(
                    jar,
                    side,
                    protocol == null ? "no turn protocol" : Message.shown(protocol),
                    Message.PROTOCOL));
      }
      Properties git = properties(file, "git.properties");
      String revision = git.getProperty("git.commit.id", "unknown");
      return new AgentBuild(
          side,
          Boolean.parseBoolean(git.getProperty("git.dirty")) ? revision + "-dirty" : revision,
          jar.toAbsolutePath().toString(),
          required(jar, duet, "main"),
          List.of(required(jar, duet, "flags").strip().split("\\s+")));
    } catch (IOException e) {
      throw new InvalidRunException(jar, "is not a jar that can be read", e);
    }
  }

  /// The same, where it is known better than by the jar what it was built from: older revisions
  /// name what is checked out beside their worktree.
  AgentBuild from(String commit) {
    return new AgentBuild(side, commit, classPath, main, flags);
  }

  /// The command line that starts its agent with these system properties.
  List<String> command(List<String> properties) {
    List<String> command = new ArrayList<>();
    command.add(SuiteJvm.JAVA);
    command.addAll(flags);
    command.addAll(properties);
    command.addAll(List.of("-cp", classPath, main));
    return command;
  }

  private static Properties properties(JarFile jar, String name) throws IOException {
    Properties properties = new Properties();
    ZipEntry entry = jar.getEntry(name);
    if (entry != null) {
      try (InputStream content = jar.getInputStream(entry)) {
        properties.load(content);
      }
    }
    return properties;
  }

  private static String required(Path jar, Properties properties, String name) {
    String value = properties.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new InvalidRunException(jar, DESCRIPTION + " lacks '" + name + "'");
    }
    return value;
  }
}
