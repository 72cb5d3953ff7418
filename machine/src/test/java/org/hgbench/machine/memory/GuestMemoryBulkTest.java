package org.hgbench.machine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestMemoryBulkTest {
  private static final int BYTES = 8192;

  private final MachineMemory machine =
      MachineMemory.create(
          List.of(
              new MemoryRegion(MemoryRegion.RAM, 0, BYTES),
              new MemoryRegion("vga/0/vram", 1 << 20, BYTES)));
  private final GuestMemory ram = machine.ram();
  private final GuestMemory vram = machine.window("vga/0/vram");

  @AfterEach
  void unmap() {
    machine.close();
  }

  @Test
  void sumsEveryLengthAtEveryPositionAsThePlainDefinitionDoes() {
    byte[] content = randomBytes(new Random(1));
    ram.copyFrom(0, content, 0, BYTES);

    for (int length = 0; length <= 100; length++) {
      for (int at = 0; at < 9; at++) {
        assertThat(ram.sum(at, length))
            .as("at=%d length=%d", at, length)
            .isEqualTo(plainSum(content, at, length));
      }
    }
    assertThat(ram.sum(0, BYTES)).isEqualTo(plainSum(content, 0, BYTES));
  }

  @Test
  void fillsEveryLengthAtEveryPositionAndKnowsTheSum() {
    Random random = new Random(2);
    for (int length = 0; length <= 100; length++) {
      for (int at = 0; at < 9; at++) {
        long word = random.nextLong();
        ram.fill(0, 128, (byte) 0x5A);

        long sum = ram.fillWords(at, length, word);

        assertThat(content(ram, 0, 128))
            .as("at=%d length=%d", at, length)
            .isEqualTo(plainFill(at, length, word));
        assertThat(sum).as("at=%d length=%d", at, length).isEqualTo(ram.sum(at, length));
      }
    }
  }

  @Test
  void copiesBetweenMemoryAndArrays() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      byte[] model = content(ram, 0, BYTES);
      byte[] source = randomBytes(random);
      int length = random.nextInt(200);
      int at = random.nextInt(BYTES - length);
      int from = random.nextInt(BYTES - length);

      ram.copyFrom(at, source, from, length);

      System.arraycopy(source, from, model, at, length);
      assertThat(content(ram, 0, BYTES)).isEqualTo(model);
      byte[] target = new byte[BYTES];
      ram.copyTo(at, target, from, length);
      assertThat(target).isEqualTo(only(source, from, length));
    }
  }

  @Test
  void copiesFromOneRegionToAnother() {
    byte[] source = randomBytes(new Random(4));
    ram.copyFrom(0, source, 0, BYTES);

    ram.copyTo(3, vram, 1001, 777);

    byte[] expected = new byte[BYTES];
    System.arraycopy(source, 3, expected, 1001, 777);
    assertThat(content(vram, 0, BYTES)).isEqualTo(expected);
    assertThat(content(ram, 0, BYTES)).isEqualTo(source);
  }

  @Test
  void fillsAndClears() {
    ram.fill(5, 100, (byte) 0xEE);
    ram.clear(10, 3);

    byte[] expected = new byte[BYTES];
    Arrays.fill(expected, 5, 105, (byte) 0xEE);
    Arrays.fill(expected, 10, 13, (byte) 0);
    assertThat(content(ram, 0, BYTES)).isEqualTo(expected);
  }

  private static long plainSum(byte[] content, int at, int length) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (content[at + i] & 0xFFL) << 8 * (i % 8);
    }
    return sum;
  }

  private static byte[] plainFill(int at, int length, long word) {
    byte[] expected = new byte[128];
    Arrays.fill(expected, (byte) 0x5A);
    for (int i = 0; i < length; i++) {
      expected[at + i] = (byte) (word >>> 8 * (i % 8));
    }
    return expected;
  }

  private static byte[] only(byte[] source, int from, int length) {
    byte[] bytes = new byte[BYTES];
    System.arraycopy(source, from, bytes, from, length);
    return bytes;
  }

  private static byte[] content(GuestMemory memory, long at, int length) {
    byte[] bytes = new byte[length];
    memory.copyTo(at, bytes, 0, length);
    return bytes;
  }

  private static byte[] randomBytes(Random random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }
}
