package org.hgbench.machine.os;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// A socket between two processes of this machine that carries messages of text, each with an open
/// descriptor if need be. It has a name that is no file, so nothing is left behind.
///
/// Source: `sys/socket.h`, `sys/un.h`, `poll.h`.
public final class UnixSocket implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_SEQPACKET = 5;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_PEERCRED = 17;
  private static final int SCM_RIGHTS = 1;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int MSG_CMSG_CLOEXEC = 0x4000_0000;
  private static final short POLLIN = 1;
  private static final int MOST_BYTES = 64 << 10;
  private static final int CONTROL_BYTES = 24; // CMSG_SPACE(sizeof(int))
  private static final int CONTROL_LENGTH = 20; // CMSG_LEN(sizeof(int))

  /// Sends a text alone.
  public static final int NO_DESCRIPTOR = -1;

  private final Descriptor socket;

  private UnixSocket(Descriptor socket) {
    this.socket = socket;
  }

  /// A message.
  ///
  /// @param text what it says; empty if the other side has closed
  /// @param descriptor the descriptor that came along, owned by the receiver, or -1
  public record Message(String text, int descriptor) {
    /// Whether the other side has closed, or died.
    public boolean isEnd() {
      return text.isEmpty();
    }
  }

  /// A socket that one other process can connect to.
  public static UnixSocket listen(String name) {
    Descriptor socket = create();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = address(arena, name);
      Kernel.checked(SystemCall.BIND, socket.number(), address.address(), address.byteSize());
      Kernel.checked(SystemCall.LISTEN, socket.number(), 1, 0);
      return new UnixSocket(socket);
    } catch (RuntimeException | Error e) {
      socket.close();
      throw e;
    }
  }

  /// Connects to a socket that listens.
  public static UnixSocket connect(String name) {
    Descriptor socket = create();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = address(arena, name);
      Kernel.checked(SystemCall.CONNECT, socket.number(), address.address(), address.byteSize());
      return new UnixSocket(socket);
    } catch (RuntimeException | Error e) {
      socket.close();
      throw e;
    }
  }

  /// Takes the connection of the other process.
  public UnixSocket accept() {
    return new UnixSocket(
        new Descriptor(
            (int) Kernel.checked(SystemCall.ACCEPT4, socket.number(), 0, 0, SOCK_CLOEXEC, 0, 0)));
  }

  /// The number of the process that has connected, as the kernel saw it then. A name that is no
  /// file has no permissions, so whoever accepts must ask.
  public long peer() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment credentials = arena.allocate(12, 4); // struct ucred
      MemorySegment length = arena.allocateFrom(JAVA_INT, 12);
      Kernel.checked(
          SystemCall.GETSOCKOPT,
          socket.number(),
          SOL_SOCKET,
          SO_PEERCRED,
          credentials.address(),
          length.address(),
          0);
      return credentials.get(JAVA_INT, 0);
    }
  }

  /// Whether a message or a connection is there, or the end, within the time.
  public boolean awaitInput(int millis) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment poll = arena.allocate(8, 4); // struct pollfd
      poll.set(JAVA_INT, 0, socket.number());
      poll.set(JAVA_SHORT, 4, POLLIN);
      MemorySegment timeout = arena.allocate(16, 8); // struct timespec
      timeout.set(JAVA_LONG, 0, millis / 1000);
      timeout.set(JAVA_LONG, 8, millis % 1000 * 1_000_000L);
      return Kernel.checked(SystemCall.PPOLL, poll.address(), 1, timeout.address(), 0, 8, 0) > 0;
    }
  }

  /// Sends a text that is not empty.
  public void send(String text) {
    send(text, NO_DESCRIPTOR);
  }

  /// Sends a text that is not empty, and a descriptor, which the sender keeps.
  ///
  /// @throws OsException if the other side is gone
  public void send(String text, int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (bytes.length == 0 || bytes.length > MOST_BYTES) {
        throw new IllegalArgumentException("message: bytes=" + bytes.length);
      }
      MemorySegment content = arena.allocateFrom(JAVA_BYTE, bytes);
      MemorySegment control = arena.allocate(CONTROL_BYTES, 8);
      control.set(JAVA_LONG, 0, CONTROL_LENGTH);
      control.set(JAVA_INT, 8, SOL_SOCKET);
      control.set(JAVA_INT, 12, SCM_RIGHTS);
      control.set(JAVA_INT, 16, descriptor);
      int controlBytes = descriptor == NO_DESCRIPTOR ? 0 : CONTROL_BYTES;
      MemorySegment header = header(arena, content, control, controlBytes);
      Kernel.checked(SystemCall.SENDMSG, socket.number(), header.address(), MSG_NOSIGNAL);
    }
  }

  /// Waits for a message, or the end.
  public Message receive() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment content = arena.allocate(MOST_BYTES, 8);
      MemorySegment control = arena.allocate(CONTROL_BYTES, 8);
      MemorySegment header = header(arena, content, control, CONTROL_BYTES);
      long bytes =
          Kernel.checked(SystemCall.RECVMSG, socket.number(), header.address(), MSG_CMSG_CLOEXEC);
      boolean hasDescriptor = header.get(JAVA_LONG, 40) >= CONTROL_LENGTH;
      String text =
          new String(content.asSlice(0, bytes).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
      return new Message(text, hasDescriptor ? control.get(JAVA_INT, 16) : NO_DESCRIPTOR);
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  private static Descriptor create() {
    return new Descriptor(
        (int) Kernel.checked(SystemCall.SOCKET, AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
  }

  /// `struct sockaddr_un` of an abstract name: it begins with a zero byte.
  private static MemorySegment address(Arena arena, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    MemorySegment address = arena.allocate(2 + 1 + bytes.length, 2);
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(bytes, 0, address, JAVA_BYTE, 3, bytes.length);
    return address;
  }

  /// `struct msghdr` with one `struct iovec`.
  private static MemorySegment header(
      Arena arena, MemorySegment content, MemorySegment control, int controlBytes) {
    MemorySegment vector = arena.allocate(16, 8);
    vector.set(JAVA_LONG, 0, content.address());
    vector.set(JAVA_LONG, 8, content.byteSize());
    MemorySegment header = arena.allocate(56, 8);
    header.set(JAVA_LONG, 16, vector.address());
    header.set(JAVA_LONG, 24, 1);
    header.set(JAVA_LONG, 32, controlBytes == 0 ? 0 : control.address());
    header.set(JAVA_LONG, 40, controlBytes);
    return header;
  }
}
