package org.hgbench.machine.boundary.kvm;

import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.os.Kernel;
import org.hgbench.machine.os.KvmHeader;
import org.hgbench.machine.os.KvmHeader.Regs;
import org.hgbench.machine.os.SystemCall;
import org.hgbench.machine.port.PortBus;

/// A vCPU of the kernel's. The guest driver is Java on this thread; for each of its port accesses
/// the vCPU is entered at a trampoline that does just that access, and the exit is handled here, as
/// a virtual machine monitor does. The next entry completes the instruction.
final class KvmVcpu implements Vcpu {
  private static final int IOCTL = SystemCall.IOCTL.number();

  private final RunPage page;
  private final int descriptor;
  private final Firmware firmware;
  private final KvmLines lines;
  private final HaltTimer timer;
  private final PortBus ports;
  private final Counter traps;
  private final Counter interrupts;
  private final Kernel kernel = new Kernel();
  private final InterruptHandler[] handlers = new InterruptHandler[InterruptController.LINES];
  private volatile boolean halted;
  private volatile boolean closed;

  KvmVcpu(
      VirtualMachine machine,
      Firmware firmware,
      KvmLines lines,
      HaltTimer timer,
      PortBus ports,
      Counter traps,
      Counter interrupts) {
    this.page = machine.runPage();
    this.descriptor = machine.vcpu().number();
    this.firmware = firmware;
    this.lines = lines;
    this.timer = timer;
    this.ports = ports;
    this.traps = traps;
    this.interrupts = interrupts;
  }

  @Override
  public void out(int port, int width, int value) {
    traps.increment();
    page.prepare(Firmware.out(width), port, value);
    enter();
    expect(true, port, width);
    ports.out(page.port(), page.width(), page.written());
  }

  @Override
  public int in(int port, int width) {
    traps.increment();
    page.prepare(Firmware.in(width), port, 0);
    enter();
    expect(false, port, width);
    int value = ports.in(page.port(), page.width());
    page.answer(value);
    return value;
  }

  @Override
  public void fill(long address, long words, int value, int port) {
    page.prepare(Firmware.FILL, port, value);
    move(words, 0, address, port);
  }

  @Override
  public void copy(long from, long to, long words, int port) {
    page.prepare(Firmware.COPY, port, 0);
    move(words, from, to, port);
  }

  @Override
  public void handle(int line, InterruptHandler handler) {
    handlers[line] = handler;
    firmware.writeLine(line, handler.acknowledgement());
    lines.unmask(line);
  }

  @Override
  public void halt(long timeoutNanos) {
    halted = true;
    try {
      if (closed) {
        throw new IllegalStateException("the machine was closed while its guest ran");
      }
      timer.arm(System.nanoTime() + timeoutNanos);
      awaitInterrupt();
    } finally {
      timer.disarm();
      halted = false;
    }
    lines.emtQueue().run();
  }

  @Override
  public void kick() {
    lines.kick();
  }

  /// Enters the vCPU so many times with nothing around it: the trampoline that did the last port
  /// access does it again each time, and nobody looks at why the guest was left. What that costs is
  /// the floor of [#out].
  void enterOnly(int times) {
    for (int i = 0; i < times; i++) {
      kernel.call(IOCTL, descriptor, KvmHeader.RUN, 0);
    }
  }

  /// Tells a waiting vCPU that the machine is being closed, and whether it has left.
  boolean stop() {
    closed = true;
    if (halted) {
      lines.kick();
    }
    return !halted;
  }

  private void move(long words, long from, long to, int port) {
    traps.increment();
    page.register(Regs.RCX, words);
    page.register(Regs.RSI, from);
    page.register(Regs.RDI, to);
    enter();
    expect(true, port, 4);
    ports.out(port, 4, page.written());
  }

  private void awaitInterrupt() {
    do {
      page.prepare(Firmware.WAIT, 0, 0);
      enter();
      expectPortAccess();
      if (page.port() == Firmware.KICK_PORT) {
        return;
      }
    } while (page.port() == Firmware.SPURIOUS_PORT);
    take();
  }

  /// The vCPU took an interrupt and stands at the acknowledgement in the stub of its line.
  private void take() {
    long line = Firmware.lineOf(page.register(Regs.RIP));
    if (line < 0 || line >= handlers.length || handlers[(int) line] == null) {
      throw unexpected("an interrupt of no handled line");
    }
    interrupts.increment();
    traps.increment();
    InterruptHandler handler = handlers[(int) line];
    // The host has not seen the access yet, so this look is as early as one in the stub. The access
    // has happened, though, and is handled whatever the driver finds.
    handler.isPending();
    int value = 0;
    if (page.isWrite()) {
      ports.out(page.port(), page.width(), page.written());
    } else {
      value = ports.in(page.port(), page.width());
      page.answer(value);
    }
    handler.acknowledged(value);
  }

  private void enter() {
    long result;
    do {
      result = kernel.call(IOCTL, descriptor, KvmHeader.RUN, 0);
    } while (result == -Kernel.EINTR);
    if (result < 0) {
      throw Kernel.failure("KVM_RUN", result);
    }
  }

  private void expect(boolean write, int port, int width) {
    expectPortAccess();
    if (page.isWrite() != write || page.port() != port || page.width() != width) {
      throw unexpected(
          "not the expected %s port=0x%x width=%d".formatted(write ? "out" : "in", port, width));
    }
  }

  private void expectPortAccess() {
    if (page.exitReason() != KvmHeader.EXIT_IO) {
      throw unexpected("no port access");
    }
    if (page.port() == Firmware.FAULT_PORT || page.port() == Firmware.GUARD_PORT) {
      throw unexpected(page.port() == Firmware.FAULT_PORT ? "an exception" : "a guard");
    }
  }

  private IllegalStateException unexpected(String what) {
    return new IllegalStateException("the vCPU left for " + what + ": " + page.dump());
  }
}
