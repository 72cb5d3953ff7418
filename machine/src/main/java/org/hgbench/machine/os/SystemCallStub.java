package org.hgbench.machine.os;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A function of the C calling convention that does the system call of its seven arguments and
/// returns what the kernel returned, a negative error number included.
///
/// The C library's `syscall` does the same, but leaves the error in `errno`. Reading that behind
/// the call is too late, since on its way back from native code a thread may stop for a garbage
/// collection, which makes system calls of its own; and having the Java runtime read it in time
/// costs an object per call.
///
/// Source: System V ABI for x86-64, sections 3.2.3 (functions) and A.2.1 (system calls).
final class SystemCallStub {
  private static final int PROT_READ = 1; // asm-generic/mman-common.h
  private static final int PROT_WRITE = 2;
  private static final int PROT_EXEC = 4;
  private static final int MAP_PRIVATE = 2;
  private static final int MAP_ANONYMOUS = 0x20;
  private static final long PAGE = 4096;

  private static final int[] CODE = {
    0xF3, 0x0F, 0x1E, 0xFA, //       endbr64
    0x48, 0x89, 0xF8, //             mov rax, rdi        number
    0x48, 0x89, 0xF7, //             mov rdi, rsi        first argument, and so on
    0x48, 0x89, 0xD6, //             mov rsi, rdx
    0x48, 0x89, 0xCA, //             mov rdx, rcx
    0x4D, 0x89, 0xC2, //             mov r10, r8
    0x4D, 0x89, 0xC8, //             mov r8, r9
    0x4C, 0x8B, 0x4C, 0x24, 0x08, // mov r9, [rsp + 8]
    0x0F, 0x05, //                   syscall
    0xC3, //                         ret
  };

  private SystemCallStub() {}

  /// Maps it for the life of this process; null if the kernel lets no program write code.
  ///
  /// @param kernel another way into the kernel
  static MemorySegment map(Kernel kernel) {
    long at =
        kernel.call(
            SystemCall.MMAP.number(),
            0,
            PAGE,
            PROT_READ | PROT_WRITE,
            MAP_PRIVATE | MAP_ANONYMOUS,
            -1,
            0);
    if (at < 0) {
      return null;
    }
    MemorySegment stub = segment(at);
    for (int i = 0; i < CODE.length; i++) {
      stub.set(ValueLayout.JAVA_BYTE, i, (byte) CODE[i]);
    }
    long refusal = kernel.call(SystemCall.MPROTECT.number(), at, PAGE, PROT_READ | PROT_EXEC);
    return refusal == 0 ? stub : null;
  }

  @SuppressWarnings("restricted") // The page was mapped a moment ago.
  private static MemorySegment segment(long at) {
    return MemorySegment.ofAddress(at).reinterpret(PAGE);
  }
}
