package org.hgbench.hgsmi;

import java.util.HexFormat;
import java.util.List;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// Memory for tests, written and read as hex.
public final class Vram implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private final MachineMemory owner;
  private final GuestMemory memory;

  /// Zeroed memory of so many whole pages.
  public Vram(long bytes) {
    this.owner = MachineMemory.create(List.of(new MemoryRegion("vram", 0, bytes)));
    this.memory = owner.window("vram");
  }

  /// The memory itself.
  public GuestMemory memory() {
    return memory;
  }

  /// Writes `hex`, bytes separated by single spaces.
  public static void write(GuestMemory memory, long at, String hex) {
    byte[] bytes = HEX.parseHex(hex);
    memory.copyFrom(at, bytes, 0, bytes.length);
  }

  /// What is there, as hex.
  public static String read(GuestMemory memory, long at, int length) {
    byte[] bytes = new byte[length];
    memory.copyTo(at, bytes, 0, length);
    return HEX.formatHex(bytes);
  }

  @Override
  public void close() {
    owner.close();
  }
}
