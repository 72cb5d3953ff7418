package org.hgbench.machine.memory;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hgbench.machine.os.MemoryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MachineMemoryTest {
  private static final List<MemoryRegion> REGIONS =
      List.of(
          new MemoryRegion(MemoryRegion.RAM, 0, 0x4000),
          new MemoryRegion("vga/0/vram", 0xE000_0000L, 0x2000));

  @Test
  void givesEachRegionAWindowOfItsSizeOnAPageBoundary() {
    try (MachineMemory memory = MachineMemory.create(REGIONS)) {
      assertThat(memory.regions()).isEqualTo(REGIONS);
      assertThat(memory.ram().bytes()).isEqualTo(0x4000);
      assertThat(memory.window("vga/0/vram").bytes()).isEqualTo(0x2000);
      assertThat(memory.ram().processAddress() % MemoryRegion.PAGE).isZero();
    }
  }

  @Test
  void namesTheRegionsThereAreWhenAskedForAnother() {
    try (MachineMemory memory = MachineMemory.create(REGIONS)) {
      assertThatThrownBy(() -> memory.window("vga/1/vram"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no memory region 'vga/1/vram'; there are [ram, vga/0/vram]");
    }
  }

  @Test
  void refusesRegionsThatCollide() {
    MemoryRegion ram = REGIONS.getFirst();

    assertThatThrownBy(
            () -> MachineMemory.create(List.of(ram, new MemoryRegion("x", 0x3000, 0x1000))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("regions collide: ");
    assertThatThrownBy(
            () -> MachineMemory.create(List.of(ram, new MemoryRegion("ram", 0x8000, 0x1000))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void putsAnInaccessiblePageOnEitherSideOfEachRegion() throws IOException {
    try (MachineMemory memory = MachineMemory.create(REGIONS)) {
      for (MemoryRegion region : REGIONS) {
        GuestMemory window = memory.window(region.name());
        long start = window.processAddress();
        long end = start + window.bytes();
        assertThat(permissionsAt(start)).isEqualTo("rw-s");
        assertThat(permissionsAt(end - 1)).isEqualTo("rw-s");
        assertThat(permissionsAt(start - 1)).isEqualTo("---p");
        assertThat(permissionsAt(end)).isEqualTo("---p");
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aSecondMappingOfTheFileSeesTheSamePages() throws IOException {
    try (MachineMemory memory = MachineMemory.create(REGIONS);
        FileChannel file = FileChannel.open(descriptor(memory), READ, WRITE)) {
      MappedByteBuffer second = file.map(FileChannel.MapMode.READ_WRITE, 0, 0x6000);
      second.order(ByteOrder.LITTLE_ENDIAN);

      memory.ram().u32(0x3FFC, 0x11223344);
      memory.window("vga/0/vram").u64(0, 0x5566778899AABBCCL);
      assertThat(second.getInt(0x3FFC)).isEqualTo(0x11223344);
      assertThat(second.getLong(0x4000)).isEqualTo(0x5566778899AABBCCL);

      second.putInt(0x5FFC, 77);
      assertThat(memory.window("vga/0/vram").u32(0x1FFC)).isEqualTo(77);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesAFileThatIsTooSmallAndLeavesItOpen() {
    try (MemoryFile file = MemoryFile.create(0x5000)) {
      assertThatThrownBy(() -> MachineMemory.map(REGIONS, file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("memory file: bytes=20480, regions need 24576");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesNothingBehind() throws IOException {
    MachineMemory memory = MachineMemory.create(REGIONS);
    long start = memory.ram().processAddress();
    Path file = descriptor(memory);
    memory.close();

    assertThat(permissionsAt(start)).isNotEqualTo("rw-s");
    assertThat(permissionsAt(start - 1)).isNotEqualTo("rw-s");
    assertThat(Files.isSymbolicLink(file) && isMemoryFile(file)).isFalse();
  }

  @Test
  void worksWithoutMemoryFiles() {
    try (MachineMemory memory = MachineMemory.allocate(REGIONS)) {
      memory.ram().u32(0x3FFC, 5);
      memory.window("vga/0/vram").u32(0, 6);

      assertThat(memory.ram().sum(0, 0x4000)).isEqualTo(5L << 32);
      assertThat(memory.window("vga/0/vram").sum(0, 0x2000)).isEqualTo(6);
      assertThat(memory.ram().processAddress() % MemoryRegion.PAGE).isZero();
      assertThatThrownBy(() -> memory.ram().u8(0x4000))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(memory::file)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("memory is not in a file on this operating system");
    }
  }

  private static Path descriptor(MachineMemory memory) {
    return Path.of("/proc/self/fd/" + memory.file().descriptor());
  }

  private static boolean isMemoryFile(Path descriptor) throws IOException {
    return Files.readSymbolicLink(descriptor).toString().contains("memfd:hgbench");
  }

  /// The permissions of the mapping at an address, or an empty text if there is none.
  private static String permissionsAt(long address) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      String[] fields = line.split(" ");
      String[] range = fields[0].split("-");
      if (Long.compareUnsigned(Long.parseUnsignedLong(range[0], 16), address) <= 0
          && Long.compareUnsigned(address, Long.parseUnsignedLong(range[1], 16)) < 0) {
        return fields[1];
      }
    }
    return "";
  }
}
