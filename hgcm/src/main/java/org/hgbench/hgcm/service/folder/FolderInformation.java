package org.hgbench.hgcm.service.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.TimeUnit;
import org.hgbench.hgcm.service.Payload;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.hgcm.wire.folder.ObjectInfo;
import org.hgbench.hgcm.wire.folder.VolumeInfo;

/// INFORMATION: asks or changes what is known of an open object or of its volume. Parameters: root,
/// handle, flags, bytes in and out, buffer in and out.
final class FolderInformation {
  private static final int SET = 1;
  private static final int SIZE = 4;
  private static final int FILE = 8;
  private static final int VOLUME = 0x10;

  private FolderInformation() {}

  static int perform(ServiceCall call, OpenObject object, Scratch scratch) throws IOException {
    Payload buffer = call.parameter(4).payload();
    int flags = call.parameter(2).u32();
    int needed = (flags & VOLUME) != 0 ? VolumeInfo.SIZE : ObjectInfo.SIZE;
    if (buffer.bytes() < needed || Integer.compareUnsigned(call.parameter(3).u32(), needed) < 0) {
      return Status.INVALID_PARAMETER;
    }
    ObjectInfo info = new ObjectInfo(scratch.memory(), 0);
    switch (flags) {
      case FILE -> Attributes.write(object.folder().attributes(object.path()), info);
      case VOLUME -> volume(object.folder(), new VolumeInfo(scratch.memory(), 0));
      case SET | FILE, SET | SIZE -> {
        if (!object.folder().writable()) {
          return Status.ACCESS_DENIED;
        }
        buffer.copyTo(0, scratch.memory(), 0, needed);
        int status = flags == (SET | SIZE) ? resize(object, info.size()) : touch(object, info);
        if (status != Status.SUCCESS) {
          return status;
        }
        Attributes.write(object.folder().attributes(object.path()), info);
      }
      default -> {
        return Status.INVALID_PARAMETER;
      }
    }
    scratch.answer(buffer, needed);
    call.parameter(3).u32(needed);
    call.parameter(4).returns(needed);
    return Status.SUCCESS;
  }

  /// Makes a file shorter or longer.
  static int resize(OpenObject object, long size) throws IOException {
    if (!(object instanceof OpenObject.OpenFile file) || size < 0) {
      return Status.INVALID_PARAMETER;
    }
    if (!file.writable()) {
      return Status.ACCESS_DENIED;
    }
    if (size < file.channel().size()) {
      file.channel().truncate(size);
    } else if (size > file.channel().size()) {
      file.channel().write(ByteBuffer.allocate(1), size - 1);
    }
    return Status.SUCCESS;
  }

  /// Changes the times that are not 0, and the permissions unless the mode is 0. The owner can
  /// always read, or the host could not open the file again.
  private static int touch(OpenObject object, ObjectInfo info) throws IOException {
    if (object.path().isRoot()) {
      return Status.ACCESS_DENIED;
    }
    try (SharedFolder.Directory parent = object.folder().open(object.path().parent())) {
      PosixFileAttributeView view = object.folder().view(parent, object.path().last());
      view.setTimes(time(info.modified()), time(info.accessed()), null);
      if (info.mode() != 0) {
        view.setPermissions(Attributes.permissions(info.mode() | ObjectInfo.OWNER_READS));
      }
    }
    return Status.SUCCESS;
  }

  private static FileTime time(long nanos) {
    return nanos == 0 ? null : FileTime.from(nanos, TimeUnit.NANOSECONDS);
  }

  private static void volume(SharedFolder folder, VolumeInfo info) throws IOException {
    FileStore store = Files.getFileStore(folder.root());
    info.write(store.getTotalSpace(), store.getUsableSpace());
  }
}
