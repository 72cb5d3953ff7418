package org.hgbench.harness.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hgbench.hgcm.guest.Acknowledgement;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.folder.CreateParameters;
import org.hgbench.hgcm.wire.folder.FolderString;
import org.hgbench.machine.memory.GuestMemory;

/// Reads of 4 KiB of a file in a shared folder, always the same ones, which the host's page cache
/// holds. The guest acknowledges by the fast port, as the Additions do.
final class HgcmFolderRead implements Contender {
  static final int BYTES = 4096;

  private static final WaitMode WAIT = WaitMode.IRQ;
  private static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final int CREATE = 3;
  private static final int READ = 5;
  private static final int SET_UTF8 = 16;
  private static final int MAP_FOLDER = 17;

  private final String name;
  private final Path directory;
  private final HgcmMachine machine;
  private final HgcmGuest guest;
  private final long buffer;
  private final HgcmCall read;
  private long sum;

  /// @param preset what a trap costs
  HgcmFolderRead(String name, String preset) {
    this.name = name;
    this.directory = directory();
    this.machine =
        new HgcmMachine(
            Map.of(
                "vmm:Services/VBoxSharedFolders/Folders/bench/Path",
                directory.toString(),
                "Boundary/Preset",
                preset));
    this.guest = machine.guest(Acknowledgement.FAST_PORT);
    this.buffer = guest.pages().allocate(BYTES);
    int client = guest.connect("VBoxSharedFolders", WAIT);
    run(guest.call(client, SET_UTF8).build());
    int root = map(client);
    long handle = open(client, root);
    this.read =
        guest
            .call(client, READ)
            .u32(root)
            .u64(handle)
            .u64(0)
            .u32(BYTES)
            .pages(buffer, BYTES, Direction.FROM_HOST)
            .build();
  }

  private static Path directory() {
    try {
      Path directory = Files.createTempDirectory("hgbench-folder-");
      Files.write(directory.resolve("file"), PlainRead.content());
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int map(int client) {
    long text = guest.pages().allocate(BYTES);
    HgcmCall call =
        guest
            .call(client, MAP_FOLDER)
            .pages(text, text(text, "bench"), Direction.TO_HOST)
            .u32(0)
            .u32('/')
            .u32(1)
            .build();
    run(call);
    return call.u32(1);
  }

  private long open(int client, int root) {
    long text = guest.pages().allocate(BYTES);
    long parameters = guest.pages().allocate(BYTES);
    CreateParameters create = new CreateParameters(guest.ram(), parameters);
    create.ask(CreateParameters.FAIL_IF_NEW | CreateParameters.READ);
    run(
        guest
            .call(client, CREATE)
            .u32(root)
            .pages(text, text(text, "/file"), Direction.BOTH)
            .pages(parameters, CreateParameters.SIZE, Direction.BOTH)
            .build());
    return create.handle();
  }

  private int text(long at, String text) {
    GuestMemory ram = guest.ram();
    new FolderString(ram, at).write(text, UTF_8);
    return FolderString.size(text, UTF_8);
  }

  private static void run(HgcmCall call) {
    HgcmMachine.run(call, WAIT);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void run(int operations) {
    for (int i = 0; i < operations; i++) {
      run(read);
      sum += guest.ram().sum(buffer, BYTES);
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
      Files.delete(directory.resolve("file"));
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
