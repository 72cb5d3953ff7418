package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hgbench.harness.plan.ForkShape;
import org.hgbench.harness.plan.PlannedFork;
import org.hgbench.harness.plan.TimingMode;
import org.hgbench.harness.plan.YardstickCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  private static final PlannedFork FORK =
      new PlannedFork(
          new YardstickCell("checksum", "B.checksum", Map.of(), null, null, null, 0),
          false,
          1,
          new ForkShape(1, 1, 1, TimingMode.AVERAGE));

  @TempDir Path directory;

  @Test
  void theFirstForkOfAKindMakesWhatTheOthersUse() throws IOException {
    Path jar = Files.createFile(directory.resolve("suite.jar"));
    ClassArchive archive = new ClassArchive(directory, jar.toString());
    Path file = directory.resolve("classes-YardstickCell.jsa").toAbsolutePath();

    assertThat(archive.arguments(FORK)).containsExactly("-XX:ArchiveClassesAtExit=" + file);
    Files.createFile(file);
    assertThat(archive.arguments(FORK)).containsExactly("-XX:SharedArchiveFile=" + file);
  }

  @Test
  void classesInDirectoriesCannotBeArchived() throws IOException {
    Path jar = Files.createFile(directory.resolve("suite.jar"));
    ClassArchive archive =
        new ClassArchive(directory, jar + File.pathSeparator + directory.toString());

    assertThat(archive.arguments(FORK)).isEmpty();
  }
}
