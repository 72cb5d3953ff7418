package org.hgbench.machine.os;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// A way into the kernel of Linux: system calls by number.
///
/// Calls are ordinary downcalls, so a thread that blocks in one does not hold up a garbage
/// collection. On x86-64 they go through a [SystemCallStub] and allocate nothing. Elsewhere, and
/// where the stub cannot be, they go through the C library, and the Java runtime makes a small
/// object for `errno` at each. Each object has room for one error number: one thread at a time may
/// use it.
@SuppressWarnings("restricted") // Downcalls are what this class is for.
public final class Kernel {
  /// `errno.h`: a signal came first; the call can be repeated.
  public static final int EINTR = 4;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final FunctionDescriptor ARGUMENTS =
      FunctionDescriptor.of(
          JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  /// `long syscall(long number, ...)` of `unistd.h`.
  private static final MethodHandle SYSCALL =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("syscall"),
          ARGUMENTS,
          Linker.Option.firstVariadicArg(1),
          Linker.Option.captureCallState("errno"));

  /// The same without `errno`: an error is a negative result. Null where there is no such way.
  private static final MethodHandle DIRECT = direct();

  private final MemorySegment state = Arena.ofAuto().allocate(STATE);

  /// Creates one, for one thread at a time.
  public Kernel() {}

  /// Does a system call and returns its result, or the negative error number. A result below zero
  /// that is no error cannot be told apart; the calls used here have none.
  public long call(int number, long a, long b, long c, long d, long e, long f) {
    try {
      if (DIRECT != null) {
        return (long) DIRECT.invokeExact((long) number, a, b, c, d, e, f);
      }
      long result = (long) SYSCALL.invokeExact(state, (long) number, a, b, c, d, e, f);
      return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /// Whether calls allocate nothing.
  public static boolean isDirect() {
    return DIRECT != null;
  }

  /// Does a system call of three arguments or fewer.
  public long call(int number, long a, long b, long c) {
    return call(number, a, b, c, 0, 0, 0);
  }

  /// Does a system call that must succeed; repeats it if a signal came first.
  ///
  /// @throws OsException if the kernel refuses
  public static long checked(SystemCall call, long a, long b, long c, long d, long e, long f) {
    Kernel kernel = new Kernel();
    long result;
    do {
      result = kernel.call(call.number(), a, b, c, d, e, f);
    } while (result == -EINTR);
    if (result < 0) {
      throw failure(call.name().toLowerCase(java.util.Locale.ROOT), result);
    }
    return result;
  }

  /// Does a system call of three arguments or fewer that must succeed.
  ///
  /// @throws OsException if the kernel refuses
  public static long checked(SystemCall call, long a, long b, long c) {
    return checked(call, a, b, c, 0, 0, 0);
  }

  /// What to throw when a call returned a negative error number.
  public static OsException failure(String call, long result) {
    int errno = (int) -result;
    try {
      MemorySegment text = (MemorySegment) Failures.STRERROR.invokeExact(errno);
      return new OsException(call, errno, text.reinterpret(256).getString(0));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /// Maps memory.
  static long mmap(long wish, long bytes, int protection, int flags, int descriptor, long offset) {
    return checked(SystemCall.MMAP, wish, bytes, protection, flags, descriptor, offset);
  }

  /// The mapping as a segment that is unmapped when the arena closes.
  static MemorySegment mapping(Arena arena, long address, long bytes) {
    return MemorySegment.ofAddress(address)
        .reinterpret(bytes, arena, gone -> checked(SystemCall.MUNMAP, address, bytes, 0));
  }

  private static MethodHandle direct() {
    if (!Platform.IS_LINUX || !Platform.ARCHITECTURE.equals("amd64")) {
      return null;
    }
    // While this class is being initialised its calls still go through the library.
    MemorySegment stub = SystemCallStub.map(new Kernel());
    return stub == null ? null : LINKER.downcallHandle(stub, ARGUMENTS);
  }

  /// Linked when something fails, and not at every start.
  private static final class Failures {
    static final MethodHandle STRERROR =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("strerror"),
            FunctionDescriptor.of(ADDRESS, JAVA_INT));
  }

  private static RuntimeException unexpected(Throwable t) {
    if (t instanceof RuntimeException e) {
      return e;
    }
    if (t instanceof Error e) {
      throw e;
    }
    return new IllegalStateException(t);
  }
}
