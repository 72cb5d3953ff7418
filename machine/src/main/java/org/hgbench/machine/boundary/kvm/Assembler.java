package org.hgbench.machine.boundary.kvm;

import org.hgbench.machine.memory.GuestMemory;

/// Writes the few x86-64 instructions that the firmware consists of, one method each.
///
/// Source: AMD64 Architecture Programmer's Manual, volume 3.
final class Assembler {
  private final GuestMemory memory;
  private long at;

  Assembler(GuestMemory memory, long at) {
    this.memory = memory;
    this.at = at;
  }

  /// Goes on at a later address.
  Assembler org(long address) {
    if (address < at) {
      throw new IllegalStateException("code overlaps: at=0x%x org=0x%x".formatted(at, address));
    }
    at = address;
    return this;
  }

  /// Writes a port, `width` bytes of RAX to port DX.
  Assembler out(int width) {
    return switch (width) {
      case 1 -> emit(0xEE); //        out dx, al
      case 2 -> emit(0x66, 0xEF); //  out dx, ax
      default -> emit(0xEF); //       out dx, eax
    };
  }

  /// Reads a port, `width` bytes of port DX to RAX.
  Assembler in(int width) {
    return switch (width) {
      case 1 -> emit(0xEC); //        in al, dx
      case 2 -> emit(0x66, 0xED); //  in ax, dx
      default -> emit(0xED); //       in eax, dx
    };
  }

  /// Goes where the host wants it next.
  Assembler jumpToRbx() {
    return emit(0xFF, 0xE3); //       jmp rbx
  }

  /// Puts back what an `in` overwrote.
  Assembler raxFromR8() {
    return emit(0x4C, 0x89, 0xC0); // mov rax, r8
  }

  Assembler eax(int value) {
    return emit(0xB8).word(value); // mov eax, imm32
  }

  Assembler edx(int value) {
    return emit(0xBA).word(value); // mov edx, imm32
  }

  /// Interrupts on, but only behind the instruction that follows: the wait.
  Assembler sti() {
    return emit(0xFB); //             sti
  }

  Assembler hlt() {
    return emit(0xF4); //             hlt
  }

  /// RCX words of RAX from RDI on.
  Assembler fillWords() {
    return emit(0xFC) //              cld
        .emit(0xF3, 0x48, 0xAB); //   rep stosq
  }

  /// RCX words from RSI to RDI.
  Assembler copyWords() {
    return emit(0xFC) //              cld
        .emit(0xF3, 0x48, 0xA5); //   rep movsq
  }

  private Assembler emit(int... bytes) {
    for (int b : bytes) {
      memory.u8(at++, b);
    }
    return this;
  }

  private Assembler word(int value) {
    memory.u32(at, value);
    at += 4;
    return this;
  }
}
