package org.hgbench.machine.boundary.process;

import org.hgbench.machine.boundary.PlainAccess;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.os.Futex;
import org.hgbench.machine.os.Kernel;
import org.hgbench.machine.os.SystemCall;
import org.hgbench.machine.port.PortAccess;

/// A vCPU whose guest is a thread of this process with a system call filter, and whose host is
/// another process. The first thread that does a port access becomes the guest for good.
final class ProcessVcpu implements Vcpu {
  private static final int TRAP = SystemCall.GUEST_TRAP.number();

  private final ControlPage page;
  private final HostConnection host;
  private final PlainAccess memory;
  private final Counter traps;
  private final Counter interrupts;
  private final Kernel kernel = new Kernel();
  private final Futex futex = new Futex();
  private final Futex kickFutex = new Futex();
  private final InterruptHandler[] handlers = new InterruptHandler[InterruptController.LINES];
  private int handled;
  private Thread guest;
  private volatile long guestThread;

  ProcessVcpu(
      ControlPage page,
      HostConnection host,
      PlainAccess memory,
      Counter traps,
      Counter interrupts) {
    this.page = page;
    this.host = host;
    this.memory = memory;
    this.traps = traps;
    this.interrupts = interrupts;
  }

  @Override
  public void out(int port, int width, int value) {
    trap(Trap.write(port, width), Integer.toUnsignedLong(value));
  }

  @Override
  public int in(int port, int width) {
    return (int) trap(Trap.read(port, width), 0);
  }

  @Override
  public void fill(long address, long words, int value, int port) {
    memory.fill(address, words, value);
    out(port, value);
  }

  @Override
  public void copy(long from, long to, long words, int port) {
    memory.copy(from, to, words);
    out(port, 0);
  }

  @Override
  public void handle(int line, InterruptHandler handler) {
    handlers[line] = handler;
    handled |= 1 << line;
    page.handled(handled);
  }

  @Override
  public void halt(long timeoutNanos) {
    int end = handled | ControlPage.KICK | ControlPage.HOST_ENDED | ControlPage.EMT_WORK;
    if ((page.lines() & end) == 0) {
      sleep(timeoutNanos, end);
    }
    int lines = page.lines();
    if ((lines & ControlPage.HOST_ENDED) != 0) {
      throw host.ended("while the guest waited for an interrupt");
    }
    if ((lines & ControlPage.KICK) != 0) {
      page.clear(ControlPage.KICK);
    }
    if ((lines & ControlPage.EMT_WORK) != 0) {
      page.clear(ControlPage.EMT_WORK);
      enterHost(Trap.EMT_WORK, 0);
      lines = page.lines();
    }
    for (lines &= handled; lines != 0; lines &= lines - 1) {
      take(handlers[Integer.numberOfTrailingZeros(lines)]);
    }
  }

  @Override
  public void pause() {
    if ((page.lines() & ControlPage.HOST_ENDED) != 0) {
      throw host.ended("while the guest looked at memory");
    }
    Thread.onSpinWait();
  }

  @Override
  public void kick() {
    end(ControlPage.KICK);
  }

  /// Wakes the guest for a reason that is no line.
  void end(int reason) {
    page.set(reason);
    synchronized (kickFutex) {
      kickFutex.wake(page.futex());
    }
  }

  /// The kernel's number of the guest thread; 0 until it has trapped.
  long guestThread() {
    return guestThread;
  }

  private void sleep(long timeoutNanos, int end) {
    long deadline = System.nanoTime() + timeoutNanos;
    page.beginWait();
    try {
      int lines = page.lines();
      while ((lines & end) == 0) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return;
        }
        futex.await(page.futex(), lines, left);
        lines = page.lines();
      }
    } finally {
      page.endWait();
    }
  }

  private void take(InterruptHandler handler) {
    interrupts.increment();
    if (handler.isPending()) {
      PortAccess access = handler.acknowledgement();
      int value = 0;
      if (access.write()) {
        out(access.port(), access.value());
      } else {
        value = in(access.port());
      }
      handler.acknowledged(value);
    }
  }

  /// Does the system call so many times with nothing around it, and the host answers at once: the
  /// floor of [#out].
  void trapOnly(int times) {
    for (int i = 0; i < times; i++) {
      kernel.call(TRAP, Trap.BARE, 0, 0);
    }
  }

  private long trap(long access, long value) {
    traps.increment();
    return enterHost(access, value);
  }

  private long enterHost(long access, long value) {
    if (guest != Thread.currentThread()) {
      becomeGuest();
    }
    long result;
    do {
      // With the filter's flag a signal can only come before the host has seen the trap.
      result = kernel.call(TRAP, access, value, 0);
    } while (result == -Kernel.EINTR);
    if (result < 0) {
      throw host.ended(
          "at %s port=0x%x".formatted(Trap.isWrite(access) ? "out" : "in", Trap.port(access)));
    }
    return result;
  }

  private void becomeGuest() {
    if (guest != null) {
      throw new IllegalStateException(
          "vCPU 0 of boundary process belongs to thread '%s'".formatted(guest.getName()));
    }
    host.listenTo(TrapFilter::install);
    guest = Thread.currentThread();
    guestThread = Kernel.checked(SystemCall.GETTID, 0, 0, 0);
  }
}
