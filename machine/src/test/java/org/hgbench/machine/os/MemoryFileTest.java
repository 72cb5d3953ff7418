package org.hgbench.machine.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class MemoryFileTest {
  private static final int EPERM = 1;
  private static final int EINVAL = 22;

  @ParameterizedTest
  @ValueSource(longs = {0, 0x1000, 0x3000})
  void canNeitherGrowNorShrink(long bytes) {
    try (MemoryFile file = MemoryFile.create(0x2000)) {
      assertThatThrownBy(() -> Kernel.checked(SystemCall.FTRUNCATE, file.descriptor(), bytes, 0))
          .isInstanceOfSatisfying(OsException.class, e -> assertThat(e.errno()).isEqualTo(EPERM))
          .hasMessageStartingWith("ftruncate failed: ");
    }
  }

  @Test
  void takesNoFurtherSeals() {
    try (MemoryFile file = MemoryFile.create(0x2000)) {
      assertThatThrownBy(() ->
              Kernel.checked(
                  SystemCall.FCNTL,
                  file.descriptor(),
                  MemoryFile.F_ADD_SEALS,
                  MemoryFile.F_SEAL_SHRINK))
          .isInstanceOfSatisfying(OsException.class, e -> assertThat(e.errno()).isEqualTo(EPERM));
    }
  }

  @Test
  void aFileThatCouldShrinkUnderItsReaderIsNotTakenOver() {
    try (Descriptor raw = MemoryFile.memfd()) {
      Kernel.checked(SystemCall.FTRUNCATE, raw.number(), 0x2000, 0);

      assertThatThrownBy(() -> MemoryFile.adopt(raw.number(), 0x2000))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("memory file: could shrink, seals=0x0");
    }
  }

  @Test
  void aFileThatIsShorterThanWasSaidIsNotTakenOver() {
    try (MemoryFile file = MemoryFile.create(0x2000)) {
      assertThatThrownBy(() -> MemoryFile.adopt(file.descriptor(), 0x2001))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("memory file: bytes=8192, need 8193");
    }
  }

  @Test
  void hasNoNameByWhichAnotherUserCouldOpenIt() throws IOException {
    try (MemoryFile file = MemoryFile.create(0x2000)) {
      Path way = Path.of("/proc/self/fd", Integer.toString(file.descriptor()));

      assertThat(Files.readSymbolicLink(way)).hasToString("/memfd:hgbench (deleted)");
      assertThat(Files.getAttribute(way, "unix:nlink")).isEqualTo(0);
    }
  }

  @Test
  void namesTheCallThatFailed() {
    assertThatThrownBy(() -> MemoryFile.create(-1))
        .isInstanceOfSatisfying(OsException.class, e -> assertThat(e.errno()).isEqualTo(EINVAL))
        .hasMessageStartingWith("ftruncate failed: ")
        .hasMessageEndingWith("(errno=22)");
  }

  @Test
  void aMappingThatFailsTakesItsGuardPagesAlong() {
    try (MemoryFile file = MemoryFile.create(0x2000);
        Arena arena = Arena.ofShared()) {
      assertThatThrownBy(() -> file.mapGuarded(arena, 1, 0x1000))
          .isInstanceOfSatisfying(OsException.class, e -> assertThat(e.errno()).isEqualTo(EINVAL))
          .hasMessageStartingWith("mmap failed: ");
    }
  }
}
