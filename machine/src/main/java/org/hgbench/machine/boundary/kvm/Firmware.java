package org.hgbench.machine.boundary.kvm;

import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.port.PortAccess;

/// What lies in low guest RAM so that a vCPU can run in 64-bit mode and trap for the guest driver.
///
/// | address | what |
/// |---|---|
/// | 0x1000 | GDT: null, code (0x08), data (0x10), task state (0x18, two entries) |
/// | 0x2000 | IDT: 256 gates of 16 bytes, interrupt gates all |
/// | 0x3000 | task state segment, unused but required |
/// | 0x4000 | trampolines, 64 bytes each |
/// | 0x5000 | one stub per interrupt line, 64 bytes each |
/// | 0x6000 | one stub per exception, 64 bytes each |
/// | 0x8000 | end of the stack, on which one abandoned interrupt frame lies |
/// | 0x10000 | page tables: the first 4 GiB, as they are, in pages of 2 MiB |
///
/// Every trampoline ends in a jump to RBX. So the host chooses the next one with a register, and
/// never sets RIP, which would make the kernel drop or repeat the port access in progress.
final class Firmware {
  /// The ports that the firmware itself writes. No device may claim them.
  static final int FIRST_PORT = 0xFFF8;

  /// Nobody should ever get here: the instruction behind a trampoline.
  static final int GUARD_PORT = 0xFFF8;

  /// An exception; its number is written.
  static final int FAULT_PORT = 0xFFF9;

  /// Another thread wants the vCPU to stop waiting.
  static final int KICK_PORT = 0xFFFA;

  /// An interrupt that vanished before it was taken, or that nobody handles.
  static final int SPURIOUS_PORT = 0xFFFB;

  static final int PORTS = 8;

  static final long GDT = 0x1000;
  static final int GDT_BYTES = 5 * 8;
  static final int CODE_SELECTOR = 0x08;
  static final int DATA_SELECTOR = 0x10;
  static final int TASK_SELECTOR = 0x18;
  static final long IDT = 0x2000;
  static final int IDT_BYTES = 256 * 16;
  static final long TASK_STATE = 0x3000;
  static final int TASK_STATE_BYTES = 104;
  static final long STACK_END = 0x8000;
  static final long PAGE_TABLES = 0x10000;

  /// Where the vCPU begins: a jump to RBX and nothing else.
  static final long START = 0x4000;

  static final long OUT32 = 0x4040;
  static final long OUT16 = 0x4080;
  static final long OUT8 = 0x40C0;
  static final long IN32 = 0x4100;
  static final long IN16 = 0x4140;
  static final long IN8 = 0x4180;
  static final long WAIT = 0x41C0;
  static final long FILL = 0x4200;
  static final long COPY = 0x4240;

  /// The vectors of the interrupt controllers' inputs: 0x20 to 0x2F.
  static final int FIRST_VECTOR = 0x20;

  private static final long STUBS = 0x5000;
  private static final long FAULTS = 0x6000;
  private static final long STUB_BYTES = 64;
  private static final int FAULT_VECTORS = 32;
  private static final long KICK_STUB = STUBS + InterruptController.LINES * STUB_BYTES;
  private static final long SPURIOUS_STUB = KICK_STUB + STUB_BYTES;

  private static final int PRESENT_WRITABLE = 0x03;
  private static final int LARGE_PAGE = 0x80;
  private static final int INTERRUPT_GATE = 0x8E00;

  private final GuestMemory ram;

  Firmware(GuestMemory ram) {
    this.ram = ram;
  }

  void write() {
    writePageTables();
    writeSegments();
    writeTrampolines();
    writeStubs();
  }

  /// The trampoline of a write.
  static long out(int width) {
    return switch (width) {
      case 4 -> OUT32;
      case 2 -> OUT16;
      case 1 -> OUT8;
      default -> throw new IllegalArgumentException("no port access: width=" + width);
    };
  }

  /// The trampoline of a read.
  static long in(int width) {
    return switch (width) {
      case 4 -> IN32;
      case 2 -> IN16;
      case 1 -> IN8;
      default -> throw new IllegalArgumentException("no port access: width=" + width);
    };
  }

  /// Lets the interrupts of a line be taken: the acknowledgement is the stub.
  void writeLine(int line, PortAccess acknowledgement) {
    Assembler stub =
        new Assembler(ram, STUBS + line * STUB_BYTES)
            .edx(acknowledgement.port())
            .eax(acknowledgement.value());
    if (acknowledgement.write()) {
      guarded(stub.out(4).jumpToRbx());
    } else {
      guarded(stub.in(4).raxFromR8().jumpToRbx());
    }
    writeGate(FIRST_VECTOR + KvmLines.input(line), STUBS + line * STUB_BYTES);
  }

  /// The line whose stub an address lies in, or a number that is no line.
  static long lineOf(long rip) {
    return rip - STUBS >>> 6;
  }

  private void writePageTables() {
    long directories = PAGE_TABLES + 0x2000;
    ram.u64(PAGE_TABLES, PAGE_TABLES + 0x1000 | PRESENT_WRITABLE);
    for (int gigabyte = 0; gigabyte < 4; gigabyte++) {
      long directory = directories + gigabyte * 0x1000L;
      ram.u64(PAGE_TABLES + 0x1000 + gigabyte * 8L, directory | PRESENT_WRITABLE);
      for (int page = 0; page < 512; page++) {
        long address = ((long) gigabyte << 30) + ((long) page << 21);
        ram.u64(directory + page * 8L, address | PRESENT_WRITABLE | LARGE_PAGE);
      }
    }
  }

  private void writeSegments() {
    ram.u64(GDT + CODE_SELECTOR, 0x00AF_9B00_0000_FFFFL); // present, 64-bit code, accessed
    ram.u64(GDT + DATA_SELECTOR, 0x00CF_9300_0000_FFFFL); // present, writable data, accessed
    ram.u64(
        GDT + TASK_SELECTOR, // present, busy 64-bit task state segment
        0x0000_8B00_0000_0000L | TASK_STATE << 16 | TASK_STATE_BYTES - 1);
    ram.u64(GDT + TASK_SELECTOR + 8, 0);
    ram.u64(TASK_STATE + 4, STACK_END); // the stack of ring 0
    ram.u16(TASK_STATE + 102, TASK_STATE_BYTES); // no I/O permission map
  }

  private void writeTrampolines() {
    Assembler code = new Assembler(ram, START);
    guarded(code.jumpToRbx());
    guarded(code.org(OUT32).out(4).jumpToRbx());
    guarded(code.org(OUT16).out(2).jumpToRbx());
    guarded(code.org(OUT8).out(1).jumpToRbx());
    guarded(code.org(IN32).in(4).raxFromR8().jumpToRbx());
    guarded(code.org(IN16).in(2).raxFromR8().jumpToRbx());
    guarded(code.org(IN8).in(1).raxFromR8().jumpToRbx());
    guarded(code.org(WAIT).sti().hlt());
    guarded(code.org(FILL).fillWords().out(4).jumpToRbx());
    guarded(code.org(COPY).copyWords().out(4).jumpToRbx());
  }

  private void writeStubs() {
    guarded(new Assembler(ram, KICK_STUB).edx(KICK_PORT).out(4).jumpToRbx());
    guarded(new Assembler(ram, SPURIOUS_STUB).edx(SPURIOUS_PORT).out(4).jumpToRbx());
    for (int vector = 0; vector < 256; vector++) {
      writeGate(vector, SPURIOUS_STUB);
    }
    for (int vector = 0; vector < FAULT_VECTORS; vector++) {
      long stub = FAULTS + vector * STUB_BYTES;
      guarded(new Assembler(ram, stub).edx(FAULT_PORT).eax(vector).out(4));
      writeGate(vector, stub);
    }
    writeGate(FIRST_VECTOR + KvmLines.KICK_INPUT, KICK_STUB);
  }

  private void writeGate(int vector, long stub) {
    long gate = IDT + vector * 16L;
    ram.u16(gate, (int) stub);
    ram.u16(gate + 2, CODE_SELECTOR);
    ram.u16(gate + 4, INTERRUPT_GATE);
    ram.u16(gate + 6, (int) (stub >>> 16));
    ram.u64(gate + 8, stub >>> 32);
  }

  private static void guarded(Assembler code) {
    code.edx(GUARD_PORT).out(4).hlt();
  }
}
