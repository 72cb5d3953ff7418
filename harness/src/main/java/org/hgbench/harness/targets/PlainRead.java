package org.hgbench.harness.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// The same 4 KiB read by the host itself, with no guest before it.
final class PlainRead implements Contender {
  private final Path file;
  private final FileChannel channel;
  private final byte[] bytes = new byte[HgcmFolderRead.BYTES];
  private final ByteBuffer view = ByteBuffer.wrap(bytes);
  private final MachineMemory machine;
  private final GuestMemory memory;
  private long sum;

  PlainRead() {
    machine = MachineMemory.create(List.of(new MemoryRegion("plain", 0, bytes.length)));
    memory = machine.window("plain");
    try {
      file = Files.createTempFile("hgbench-", ".file");
      Files.write(file, content());
      channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What stands in the file.
  static byte[] content() {
    ByteBuffer content = ByteBuffer.allocate(HgcmFolderRead.BYTES);
    for (int i = 0; content.hasRemaining(); i++) {
      content.putLong(Record64.word(i));
    }
    return content.array();
  }

  @Override
  public String name() {
    return "the host's own read of the file";
  }

  @Override
  public void run(int operations) {
    try {
      for (int i = 0; i < operations; i++) {
        view.clear();
        channel.read(view, 0);
        memory.copyFrom(0, bytes, 0, bytes.length);
        sum += memory.sum(0, bytes.length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long end() {
    return sum;
  }

  @Override
  public void close() {
    machine.close();
    try {
      channel.close();
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
