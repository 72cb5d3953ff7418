package org.hgbench.machine.boundary.process;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.hgbench.machine.os.Descriptor;
import org.hgbench.machine.os.Kernel;
import org.hgbench.machine.os.OsException;
import org.hgbench.machine.os.SeccompHeader;
import org.hgbench.machine.os.SystemCall;

/// The filter that turns one system call number of the calling thread into a trap.
///
/// It stays with the thread for ever, and with the threads and processes that it starts.
final class TrapFilter {
  private static final int EBUSY = 16;
  private static final int EINVAL = 22;
  private static final int INSTRUCTION_BYTES = 8;

  private TrapFilter() {}

  /// Installs it on the calling thread and returns the descriptor at which traps are received.
  ///
  /// @throws IllegalStateException if the kernel is too old, or this thread has such a filter
  static Descriptor install() {
    Kernel.checked(SystemCall.PRCTL, SeccompHeader.PR_SET_NO_NEW_PRIVS, 1, 0);
    int flags =
        SeccompHeader.FLAG_NEW_LISTENER
            | SeccompHeader.FLAG_SPEC_ALLOW
            | SeccompHeader.FLAG_WAIT_KILLABLE_RECV;
    try (Arena arena = Arena.ofConfined()) {
      return new Descriptor(
          (int)
              Kernel.checked(
                  SystemCall.SECCOMP,
                  SeccompHeader.SET_MODE_FILTER,
                  flags,
                  program(arena).address()));
    } catch (OsException e) {
      throw switch (e.errno()) {
        case EBUSY ->
            new IllegalStateException(
                "this thread has been the guest of another machine: a guest of boundary process"
                    + " needs a fresh thread",
                e);
        case EINVAL ->
            new IllegalStateException(
                "this kernel refuses the filter: boundary process needs Linux 5.19 or later", e);
        default -> e;
      };
    }
  }

  /// `struct sock_fprog`.
  private static MemorySegment program(Arena arena) {
    int[][] instructions = {
      {SeccompHeader.LOAD_WORD, 0, 0, SeccompHeader.DATA_ARCHITECTURE}, //      architecture
      {SeccompHeader.JUMP_IF_EQUAL, 0, 2, SeccompHeader.AUDIT_ARCH_X86_64}, //  other: allow
      {SeccompHeader.LOAD_WORD, 0, 0, SeccompHeader.DATA_NUMBER}, //            number
      {SeccompHeader.JUMP_IF_EQUAL, 1, 0, SystemCall.GUEST_TRAP.number()}, //   trap: notify
      {SeccompHeader.RETURN, 0, 0, SeccompHeader.RET_ALLOW},
      {SeccompHeader.RETURN, 0, 0, SeccompHeader.RET_USER_NOTIF},
    };
    MemorySegment code = arena.allocate((long) instructions.length * INSTRUCTION_BYTES, 8);
    long at = 0;
    for (int[] instruction : instructions) { // struct sock_filter
      code.set(JAVA_SHORT, at, (short) instruction[0]);
      code.set(JAVA_BYTE, at + 2, (byte) instruction[1]);
      code.set(JAVA_BYTE, at + 3, (byte) instruction[2]);
      code.set(JAVA_INT, at + 4, instruction[3]);
      at += INSTRUCTION_BYTES;
    }
    MemorySegment program = arena.allocate(16, 8);
    program.set(JAVA_SHORT, 0, (short) instructions.length);
    program.set(JAVA_LONG, 8, code.address());
    return program;
  }
}
