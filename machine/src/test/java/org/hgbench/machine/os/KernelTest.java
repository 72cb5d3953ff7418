package org.hgbench.machine.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class KernelTest {
  private static final int EBADF = 9;
  private static final int ENOTTY = 25;

  private final Kernel kernel = new Kernel();

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void callsGoThroughTheStub() {
    assertThat(Kernel.isDirect()).isTrue();
  }

  @Test
  void anErrorIsItsNegativeNumber() {
    assertThat(kernel.call(SystemCall.CLOSE.number(), -1, 0, 0)).isEqualTo(-EBADF);
    try (MemoryFile file = MemoryFile.create(4096)) {
      assertThat(kernel.call(SystemCall.IOCTL.number(), file.descriptor(), 0xAE80, 0))
          .isEqualTo(-ENOTTY);
    }
    assertThat(kernel.call(0x4848, 1, 2, 3, 4, 5, 6)).isEqualTo(-38); // ENOSYS
  }

  @Test
  void everyOneOfSixArgumentsArrives() {
    try (MemoryFile file = MemoryFile.create(3 * 4096);
        Arena arena = Arena.ofConfined()) {
      // The fifth and sixth are the descriptor and the offset.
      long at = Kernel.mmap(0, 8192, 3, 1, file.descriptor(), 4096);
      MemorySegment mapping = Kernel.mapping(arena, at, 8192);
      mapping.set(java.lang.foreign.ValueLayout.JAVA_INT, 4096, 0x12345678);
      MemorySegment read = arena.allocate(4, 4);
      long bytes =
          Kernel.checked(SystemCall.PREAD64, file.descriptor(), read.address(), 4, 2 * 4096, 0, 0);

      assertThat(bytes).isEqualTo(4);
      assertThat(read.get(java.lang.foreign.ValueLayout.JAVA_INT, 0)).isEqualTo(0x12345678);
    }
  }

  @Test
  void aRefusalNamesTheCallAndTheReason() {
    assertThatThrownBy(() -> Kernel.checked(SystemCall.CLOSE, -1, 0, 0))
        .isInstanceOf(OsException.class)
        .hasMessageContaining("close")
        .hasMessageContaining("Bad file descriptor");
  }
}
