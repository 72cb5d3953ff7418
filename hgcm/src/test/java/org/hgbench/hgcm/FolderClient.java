package org.hgbench.hgcm;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.folder.CreateParameters;
import org.hgbench.hgcm.wire.folder.DirectoryEntry;
import org.hgbench.hgcm.wire.folder.FolderString;
import org.hgbench.hgcm.wire.folder.ObjectInfo;
import org.hgbench.hgcm.wire.folder.VolumeInfo;
import org.hgbench.machine.memory.GuestMemory;

/// A guest's file system over a shared folder, as far as Linux's vboxsf goes: every buffer is a
/// page list. Keeps the status of the last call.
public final class FolderClient {
  private static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final int DATA_BYTES = 1 << 20;

  private final HgcmGuest guest;
  private final GuestMemory ram;
  private final long path;
  private final long path2;
  private final long parameters;
  private final long data;
  private final int client;
  private int root;
  private int status;

  public FolderClient(HgcmGuest guest) {
    this.guest = guest;
    this.ram = guest.ram();
    this.path = guest.pages().allocate(8192);
    this.path2 = guest.pages().allocate(8192);
    this.parameters = guest.pages().allocate(4096);
    this.data = guest.pages().allocate(DATA_BYTES);
    this.client = guest.connect("VBoxSharedFolders", WaitMode.IRQ);
    run(guest.call(client, 16).build());
  }

  public int status() {
    return status;
  }

  /// Where file data is read to and written from.
  public long data() {
    return data;
  }

  public void map(String name) {
    HgcmCall call =
        guest
            .call(client, 17)
            .pages(path, text(path, name), Direction.TO_HOST)
            .u32(0)
            .u32('/')
            .u32(1)
            .build();
    run(call);
    root = call.u32(1);
  }

  public void unmap() {
    run(guest.call(client, 13).u32(root).build());
    guest.disconnect(client, WaitMode.IRQ);
  }

  public CreateParameters create(String name, int flags) {
    CreateParameters create = new CreateParameters(ram, parameters);
    create.ask(flags);
    run(
        guest
            .call(client, 3)
            .u32(root)
            .pages(path, text(path, name), Direction.BOTH)
            .pages(parameters, CreateParameters.SIZE, Direction.BOTH)
            .build());
    return create;
  }

  public void close(long handle) {
    run(guest.call(client, 4).u32(root).u64(handle).build());
  }

  /// Reads into [#data] and returns how many bytes.
  public int read(long handle, long offset, int bytes, int room) {
    HgcmCall call =
        guest
            .call(client, 5)
            .u32(root)
            .u64(handle)
            .u64(offset)
            .u32(bytes)
            .pages(data, room, Direction.FROM_HOST)
            .build();
    run(call);
    return call.u32(3);
  }

  /// Writes from [#data] and returns how many bytes.
  public int write(long handle, long offset, int bytes, int room) {
    HgcmCall call =
        guest
            .call(client, 6)
            .u32(root)
            .u64(handle)
            .u64(offset)
            .u32(bytes)
            .pages(data, room, Direction.TO_HOST)
            .build();
    run(call);
    return call.u32(3);
  }

  /// The names of one listing call.
  public List<String> list(long handle, int flags, int room) {
    HgcmCall call =
        guest
            .call(client, 8)
            .u32(root)
            .u64(handle)
            .u32(flags)
            .u32(room)
            .linear(ParameterType.LINEAR_IN, 0, 0)
            .pages(data, room, Direction.FROM_HOST)
            .u32(0)
            .u32(0)
            .build();
    run(call);
    List<String> names = new ArrayList<>();
    long at = data;
    for (int i = 0; i < call.u32(7); i++) {
      DirectoryEntry entry = new DirectoryEntry(ram, at);
      String name = entry.name().read(room, UTF_8);
      names.add(name);
      at += DirectoryEntry.size(name, UTF_8);
    }
    return names;
  }

  public ObjectInfo information(long handle, int flags) {
    information(handle, flags, ObjectInfo.SIZE);
    return new ObjectInfo(ram, parameters);
  }

  public ObjectInfo setInformation(long handle, int flags, long size, long modified) {
    return setInformation(handle, flags, size, modified, 0);
  }

  public ObjectInfo setInformation(long handle, int flags, long size, long modified, int mode) {
    new ObjectInfo(ram, parameters).write(size, 0, modified, 0, mode);
    information(handle, flags, ObjectInfo.SIZE);
    return new ObjectInfo(ram, parameters);
  }

  public VolumeInfo volume(long handle) {
    information(handle, 0x10, VolumeInfo.SIZE);
    return new VolumeInfo(ram, parameters);
  }

  private void information(long handle, int flags, int bytes) {
    run(
        guest
            .call(client, 9)
            .u32(root)
            .u64(handle)
            .u32(flags)
            .u32(bytes)
            .pages(parameters, bytes, Direction.BOTH)
            .build());
  }

  public void remove(String name, int flags) {
    run(
        guest
            .call(client, 11)
            .u32(root)
            .pages(path, text(path, name), Direction.TO_HOST)
            .u32(flags)
            .build());
  }

  public void rename(String from, String to, int flags) {
    run(
        guest
            .call(client, 14)
            .u32(root)
            .pages(path, text(path, from), Direction.TO_HOST)
            .pages(path2, text(path2, to), Direction.TO_HOST)
            .u32(flags)
            .build());
  }

  /// Where a link points to, read into a buffer of so many bytes.
  public String readLink(String name, int room) {
    ram.fill(data, room, (byte) '?');
    run(
        guest
            .call(client, 18)
            .u32(root)
            .pages(path, text(path, name), Direction.TO_HOST)
            .pages(data, room, Direction.FROM_HOST)
            .build());
    byte[] bytes = new byte[room];
    ram.copyTo(data, bytes, 0, room);
    String text = new String(bytes, UTF_8);
    return text.substring(0, text.indexOf('\0'));
  }

  public ObjectInfo createLink(String name, String target) {
    run(
        guest
            .call(client, 19)
            .u32(root)
            .pages(path, text(path, name), Direction.TO_HOST)
            .pages(path2, text(path2, target), Direction.TO_HOST)
            .pages(parameters, ObjectInfo.SIZE, Direction.FROM_HOST)
            .build());
    return new ObjectInfo(ram, parameters);
  }

  /// Sends bytes where a path should be, and returns the status.
  public int lookupRaw(byte[] string) {
    ram.copyFrom(path, string, 0, string.length);
    new CreateParameters(ram, parameters).ask(CreateParameters.LOOKUP);
    run(
        guest
            .call(client, 3)
            .u32(root)
            .pages(path, string.length, Direction.BOTH)
            .pages(parameters, CreateParameters.SIZE, Direction.BOTH)
            .build());
    return status;
  }

  public int call(int function) {
    run(guest.call(client, function).build());
    return status;
  }

  private int text(long at, String text) {
    new FolderString(ram, at).write(text, UTF_8);
    return FolderString.size(text, UTF_8);
  }

  private void run(HgcmCall call) {
    status = call.run(WaitMode.IRQ);
    call.close();
  }
}
