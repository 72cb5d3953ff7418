package org.hgbench.machine.boundary.kvm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.hgbench.machine.os.KvmHeader;
import org.hgbench.machine.os.KvmHeader.Regs;
import org.hgbench.machine.os.KvmHeader.Run;

/// The page that the kernel and the EMT share for one vCPU: why the guest was left, and its
/// registers (`struct kvm_run`).
record RunPage(MemorySegment page) {
  /// Has the kernel store the general registers on every exit, and begin at an address with
  /// interrupts off. Until the first exit the registers here are those of the first entry.
  void begin(long address) {
    page.set(JAVA_LONG, Run.VALID_REGS, KvmHeader.SYNC_X86_REGS);
    register(Regs.RIP, address);
    register(Regs.RFLAGS, 0x2);
  }

  /// Sets what a trampoline finds when the guest is entered.
  void prepare(long trampoline, int port, int value) {
    long word = Integer.toUnsignedLong(value);
    register(Regs.RAX, word);
    register(Regs.R8, word);
    register(Regs.RDX, port);
    register(Regs.RBX, trampoline);
    register(Regs.RSP, Firmware.STACK_END);
    page.set(JAVA_LONG, Run.DIRTY_REGS, KvmHeader.SYNC_X86_REGS);
  }

  long register(long offset) {
    return page.get(JAVA_LONG, Run.REGS + offset);
  }

  void register(long offset, long value) {
    page.set(JAVA_LONG, Run.REGS + offset, value);
  }

  int exitReason() {
    return page.get(JAVA_INT, Run.EXIT_REASON);
  }

  boolean isWrite() {
    return page.get(JAVA_BYTE, Run.IO_DIRECTION) == KvmHeader.IO_OUT;
  }

  int width() {
    return page.get(JAVA_BYTE, Run.IO_SIZE);
  }

  int port() {
    return page.get(JAVA_SHORT, Run.IO_PORT) & 0xFFFF;
  }

  /// What the guest wrote to the port, zero-extended.
  int written() {
    long at = page.get(JAVA_LONG, Run.IO_DATA_OFFSET);
    return switch (width()) {
      case 4 -> page.get(JAVA_INT_UNALIGNED, at);
      case 2 -> page.get(JAVA_SHORT_UNALIGNED, at) & 0xFFFF;
      default -> page.get(JAVA_BYTE, at) & 0xFF;
    };
  }

  /// What the guest will find when it reads the port.
  void answer(int value) {
    long at = page.get(JAVA_LONG, Run.IO_DATA_OFFSET);
    switch (width()) {
      case 4 -> page.set(JAVA_INT_UNALIGNED, at, value);
      case 2 -> page.set(JAVA_SHORT_UNALIGNED, at, (short) value);
      default -> page.set(JAVA_BYTE, at, (byte) value);
    }
  }

  /// The reason of the last exit and the registers, for a message.
  String dump() {
    StringBuilder text = new StringBuilder("exit ").append(reasonName());
    if (exitReason() == KvmHeader.EXIT_IO) {
      text.append(
          " %s port=0x%x width=%d value=0x%x"
              .formatted(isWrite() ? "out" : "in", port(), width(), isWrite() ? written() : 0));
    } else {
      text.append(" detail=0x%x".formatted(page.get(JAVA_LONG, Run.EXIT_DETAIL)));
    }
    String[] names = {"rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rsp", "rbp", "r8"};
    for (int i = 0; i < names.length; i++) {
      text.append(" %s=0x%x".formatted(names[i], register(8L * i)));
    }
    return text.append(" rip=0x%x".formatted(register(Regs.RIP)))
        .append(" rflags=0x%x".formatted(register(Regs.RFLAGS)))
        .toString();
  }

  private String reasonName() {
    return switch (exitReason()) {
      case 0 -> "KVM_EXIT_UNKNOWN";
      case 1 -> "KVM_EXIT_EXCEPTION";
      case 2 -> "KVM_EXIT_IO";
      case 5 -> "KVM_EXIT_HLT";
      case 6 -> "KVM_EXIT_MMIO";
      case 7 -> "KVM_EXIT_IRQ_WINDOW_OPEN";
      case 8 -> "KVM_EXIT_SHUTDOWN";
      case 9 -> "KVM_EXIT_FAIL_ENTRY";
      case 10 -> "KVM_EXIT_INTR";
      case 17 -> "KVM_EXIT_INTERNAL_ERROR";
      case 24 -> "KVM_EXIT_SYSTEM_EVENT";
      default -> "number " + exitReason();
    };
  }
}
