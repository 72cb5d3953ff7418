package org.hgbench.machine.os;

/// The system calls of Linux that the machine needs, and their numbers.
///
/// Source: `asm/unistd_64.h` (x86-64) and `asm-generic/unistd.h` (AArch64).
public enum SystemCall {
  /// Opens a file.
  OPENAT(257, 56),
  /// Closes a descriptor.
  CLOSE(3, 57),
  /// Reads from a place in a file.
  PREAD64(17, 67),
  /// Reads where a symbolic link points to.
  READLINKAT(267, 78),
  /// Creates a symbolic link.
  SYMLINKAT(266, 36),
  /// Asks a driver.
  IOCTL(16, 29),
  /// Maps memory.
  MMAP(9, 222),
  /// Changes what may be done with mapped memory.
  MPROTECT(10, 226),
  /// Unmaps memory.
  MUNMAP(11, 215),
  /// Finds the end of a file.
  LSEEK(8, 62),
  /// Sets a file's size.
  FTRUNCATE(77, 46),
  /// Changes a descriptor.
  FCNTL(72, 25),
  /// Creates a file in memory.
  MEMFD_CREATE(319, 279),
  /// Changes the calling process or thread.
  PRCTL(157, 167),
  /// Filters system calls.
  SECCOMP(317, 277),
  /// Waits for a word of memory, and wakes who waits.
  FUTEX(202, 98),
  /// Creates a socket.
  SOCKET(41, 198),
  /// Names a socket.
  BIND(49, 200),
  /// Lets a socket be connected to.
  LISTEN(50, 201),
  /// Takes a connection.
  ACCEPT4(288, 242),
  /// Connects a socket.
  CONNECT(42, 203),
  /// Asks who is at the other end of a socket.
  GETSOCKOPT(55, 209),
  /// Sends a message, with descriptors if need be.
  SENDMSG(46, 211),
  /// Receives a message.
  RECVMSG(47, 212),
  /// Waits for descriptors.
  PPOLL(271, 73),
  /// The number of the calling thread.
  GETTID(186, 178),
  /// The processor that the calling thread runs on.
  GETCPU(309, 168),
  /// Chooses the processors of a thread.
  SCHED_SETAFFINITY(203, 122),
  /// Tells the processors of a thread.
  SCHED_GETAFFINITY(204, 123),
  /// No call of Linux: the number that the seccomp filter of a guest thread hands to the host.
  GUEST_TRAP(0x4847, 0x4847);

  private final int x86;
  private final int arm;

  SystemCall(int x86, int arm) {
    this.x86 = x86;
    this.arm = arm;
  }

  /// Its number on this machine.
  ///
  /// @throws UnsupportedOperationException on another processor than the two
  public int number() {
    return switch (Platform.ARCHITECTURE) {
      case "amd64" -> x86;
      case "aarch64" -> arm;
      default -> throw new UnsupportedOperationException("no numbers for " + Platform.ARCHITECTURE);
    };
  }
}
