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

/// The calls of the C library that the machine's memory needs, on Linux.
///
/// Numbers come from `sys/mman.h`, `linux/memfd.h` and `linux/fcntl.h` of x86-64 and AArch64, where
/// they are the same.
@SuppressWarnings("restricted") // Downcalls are what this class is for.
final class Libc {
  static final int MFD_CLOEXEC = 1;
  static final int MFD_ALLOW_SEALING = 2;
  static final int F_ADD_SEALS = 1033;
  static final int F_SEAL_SEAL = 1;
  static final int F_SEAL_SHRINK = 2;
  static final int F_SEAL_GROW = 4;
  static final int PROT_NONE = 0;
  static final int PROT_READ = 1;
  static final int PROT_WRITE = 2;
  static final int MAP_SHARED = 1;
  static final int MAP_PRIVATE = 2;
  static final int MAP_FIXED = 0x10;
  static final int MAP_ANONYMOUS = 0x20;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle MEMFD_CREATE =
      call("memfd_create", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle FTRUNCATE =
      call("ftruncate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle FCNTL =
      call(
          "fcntl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle MMAP =
      call(
          "mmap",
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MUNMAP =
      call("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle CLOSE =
      call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle STRERROR =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("strerror"), FunctionDescriptor.of(ADDRESS, JAVA_INT));

  private Libc() {}

  static int memfdCreate(String name, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      return checked(
          "memfd_create",
          state,
          (int) MEMFD_CREATE.invokeExact(state, arena.allocateFrom(name), flags));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  static void ftruncate(int descriptor, long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      checked("ftruncate", state, (int) FTRUNCATE.invokeExact(state, descriptor, bytes));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  static void fcntl(int descriptor, int command, int argument) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      checked("fcntl", state, (int) FCNTL.invokeExact(state, descriptor, command, argument));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  static MemorySegment mmap(
      MemorySegment wish, long bytes, int protection, int flags, int descriptor, long offset) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment mapped =
          (MemorySegment)
              MMAP.invokeExact(state, wish, bytes, protection, flags, descriptor, offset);
      if (mapped.address() == -1) {
        throw failure("mmap", state);
      }
      return mapped;
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /// Has the mapping removed when the arena closes.
  static void unmapWith(Arena arena, MemorySegment mapping, long bytes) {
    mapping.reinterpret(bytes, arena, segment -> munmap(segment.address(), bytes));
  }

  static void close(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      checked("close", state, (int) CLOSE.invokeExact(state, descriptor));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  private static void munmap(long address, long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      checked(
          "munmap",
          state,
          (int) MUNMAP.invokeExact(state, MemorySegment.ofAddress(address), bytes));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  private static int checked(String call, MemorySegment state, int result) {
    if (result < 0) {
      throw failure(call, state);
    }
    return result;
  }

  private static OsException failure(String call, MemorySegment state) throws OsException {
    int errno = (int) ERRNO.get(state, 0L);
    try {
      MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno);
      return new OsException(call, errno, text.reinterpret(256).getString(0));
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  private static MethodHandle call(String name, FunctionDescriptor type, Linker.Option... further) {
    Linker.Option[] options = java.util.Arrays.copyOf(further, further.length + 1);
    options[further.length] = Linker.Option.captureCallState("errno");
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
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
