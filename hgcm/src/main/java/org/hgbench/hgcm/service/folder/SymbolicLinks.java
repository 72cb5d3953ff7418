package org.hgbench.hgcm.service.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.os.Descriptor;
import org.hgbench.machine.os.Kernel;
import org.hgbench.machine.os.Platform;
import org.hgbench.machine.os.SystemCall;

/// Reads and creates symbolic links below a root, by system calls of Linux, because Java cannot do
/// either relative to an open directory. The way there is walked name by name and follows no link.
///
/// Source: `asm-generic/fcntl.h`, and `asm/fcntl.h` of AArch64, which differs in two numbers.
final class SymbolicLinks {
  private static final int AT_FDCWD = -100;
  private static final int O_PATH = 0x200000;
  private static final int O_CLOEXEC = 0x80000;
  private static final boolean ARM = Platform.ARCHITECTURE.equals("aarch64");
  private static final int O_DIRECTORY = ARM ? 0x4000 : 0x10000;
  private static final int O_NOFOLLOW = ARM ? 0x8000 : 0x20000;

  private static final int EPERM = 1;
  private static final int ENOENT = 2;
  private static final int EACCES = 13;
  private static final int EEXIST = 17;
  private static final int ENOTDIR = 20;
  private static final int EINVAL = 22;

  /// The longest path that Linux takes, with its terminator.
  private static final int PATH_BYTES = 4096;

  private final Kernel kernel = new Kernel();
  private final GuestMemory name = GuestMemory.allocate(PATH_BYTES);
  private final GuestMemory target = GuestMemory.allocate(PATH_BYTES);

  SymbolicLinks() {}

  /// Whether this operating system has what is needed.
  static boolean areSupported() {
    return Platform.IS_LINUX;
  }

  /// Where a link points to, as UTF-8.
  ///
  /// @throws NotLinkException if it is no link
  byte[] read(SharedFolder folder, FolderPath path) throws IOException {
    try (Descriptor parent = open(folder.root(), path.parent())) {
      long bytes =
          checked(
              SystemCall.READLINKAT,
              parent.number(),
              text(name, path.last()),
              target.processAddress(),
              PATH_BYTES,
              path.last());
      byte[] text = new byte[(int) bytes];
      target.copyTo(0, text, 0, text.length);
      return text;
    }
  }

  /// Creates a link that points to `where`, whatever that is.
  void create(SharedFolder folder, FolderPath path, String where) throws IOException {
    try (Descriptor parent = open(folder.root(), path.parent())) {
      checked(
          SystemCall.SYMLINKAT,
          text(target, where),
          parent.number(),
          text(name, path.last()),
          0,
          path.last());
    }
  }

  private Descriptor open(Path root, FolderPath way) throws IOException {
    Descriptor directory = open(AT_FDCWD, root.toAbsolutePath().toString(), 0);
    for (String next : way.names()) {
      try (Descriptor outer = directory) {
        directory = open(outer.number(), next, O_NOFOLLOW);
      }
    }
    return directory;
  }

  private Descriptor open(int directory, String path, int flags) throws IOException {
    int how = flags | O_PATH | O_DIRECTORY | O_CLOEXEC;
    return new Descriptor(
        (int) checked(SystemCall.OPENAT, directory, text(name, path), how, 0, path));
  }

  /// Writes a text as the kernel wants it, and returns its address.
  private static long text(GuestMemory memory, String text) throws FileSystemException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length >= PATH_BYTES) {
      throw new FileSystemException(text, null, "too long");
    }
    memory.copyFrom(0, bytes, 0, bytes.length);
    memory.u8(bytes.length, 0);
    return memory.processAddress();
  }

  private long checked(SystemCall call, long a, long b, long c, long d, String what)
      throws IOException {
    long result;
    do {
      result = kernel.call(call.number(), a, b, c, d, 0, 0);
    } while (result == -Kernel.EINTR);
    if (result >= 0) {
      return result;
    }
    throw switch ((int) -result) {
      case ENOENT -> new NoSuchFileException(what);
      case ENOTDIR -> new NotDirectoryException(what);
      case EEXIST -> new FileAlreadyExistsException(what);
      case EINVAL -> new NotLinkException(what);
      case EPERM, EACCES -> new AccessDeniedException(what);
      default -> new FileSystemException(what, null, call + " failed: errno=" + -result);
    };
  }
}
