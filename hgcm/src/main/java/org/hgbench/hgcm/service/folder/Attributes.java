package org.hgbench.hgcm.service.folder;

import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hgbench.hgcm.wire.folder.ObjectInfo;

/// What the host's file system knows of an object, in the guest's form.
final class Attributes {
  private static final PosixFilePermission[] BITS = PosixFilePermission.values();

  private Attributes() {}

  static void write(PosixFileAttributes from, ObjectInfo to) {
    to.write(
        from.isDirectory() ? 0 : from.size(),
        nanos(from.lastAccessTime()),
        nanos(from.lastModifiedTime()),
        nanos(from.creationTime()),
        kind(from) | permissions(from));
  }

  private static int kind(PosixFileAttributes attributes) {
    if (attributes.isDirectory()) {
      return ObjectInfo.DIRECTORY;
    }
    return attributes.isSymbolicLink() ? ObjectInfo.SYMLINK : ObjectInfo.FILE;
  }

  /// The enumeration runs from the owner's read to the others' execute, the bits' own order.
  private static int permissions(PosixFileAttributes attributes) {
    int bits = 0;
    for (PosixFilePermission permission : BITS) {
      bits = bits << 1 | (attributes.permissions().contains(permission) ? 1 : 0);
    }
    return bits;
  }

  /// The same the other way round.
  static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (PosixFilePermission permission : BITS) {
      if ((mode >> BITS.length - 1 - permission.ordinal() & 1) != 0) {
        permissions.add(permission);
      }
    }
    return permissions;
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
