package org.hgbench.harness.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hgbench.harness.plan.PlannedFork;

/// Spares forks the loading and checking of classes that an earlier fork of the run has loaded: the
/// first fork of each kind leaves an archive of them (class data sharing), the later ones map it.
///
/// Nothing that is measured differs: code is compiled in every fork anew. An archive that does not
/// fit is ignored by the JVM. Classes that do not lie in jars cannot be archived.
final class ClassArchive {
  /// The flag of the JVM that makes an archive.
  static final String MAKE = "-XX:ArchiveClassesAtExit=";

  /// The flag of the JVM that uses one.
  static final String USE = "-XX:SharedArchiveFile=";

  private final Path directory;
  private final boolean possible;

  /// Keeps archives in a directory that lasts as long as the run.
  ///
  /// @param classPath of the forks
  ClassArchive(Path directory, String classPath) {
    this.directory = directory;
    this.possible =
        Arrays.stream(classPath.split(File.pathSeparator))
            .allMatch(entry -> Files.isRegularFile(Path.of(entry)));
  }

  /// What the JVM of a fork is told.
  List<String> arguments(PlannedFork fork) {
    if (!possible) {
      return List.of();
    }
    String kind = fork.subject().getClass().getSimpleName();
    Path archive = directory.resolve("classes-" + kind + ".jsa").toAbsolutePath();
    return List.of((Files.exists(archive) ? USE : MAKE) + archive);
  }
}
