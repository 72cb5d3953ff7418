package org.hgbench.machine.boundary;

import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.port.PortAccess;

/// A vCPU whose guest is a Java thread of this process; that thread is its EMT, too.
final class SimulatedVcpu implements Vcpu {
  private final SimulatedBoundary boundary;
  private final SimulatedTrap trap;
  private final EmtQueue emtQueue;
  private final PlainAccess memory;
  private final BusyWait injection = new BusyWait();
  private final long irqNanos;
  private final Counter traps;
  private final Counter interrupts;
  private final InterruptHandler[] handlers = new InterruptHandler[InterruptController.LINES];

  private volatile int handled;
  private volatile Thread halted;
  private volatile boolean kicked;

  SimulatedVcpu(
      SimulatedBoundary boundary,
      SimulatedTrap trap,
      EmtQueue emtQueue,
      PlainAccess memory,
      long irqNanos,
      Counter traps,
      Counter interrupts) {
    this.boundary = boundary;
    this.trap = trap;
    this.emtQueue = emtQueue;
    this.memory = memory;
    this.irqNanos = irqNanos;
    this.traps = traps;
    this.interrupts = interrupts;
  }

  @Override
  public void out(int port, int width, int value) {
    traps.increment();
    trap.out(port, width, value);
  }

  @Override
  public int in(int port, int width) {
    traps.increment();
    return trap.in(port, width);
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
    boundary.route(line, this);
    handlers[line] = handler;
    handled |= 1 << line;
  }

  @Override
  public void halt(long timeoutNanos) {
    if (!isAwake()) {
      sleep(timeoutNanos);
    }
    kicked = false;
    emtQueue.run();
    int lines = deliverable();
    while (lines != 0) {
      int line = Integer.numberOfTrailingZeros(lines);
      lines &= lines - 1;
      take(handlers[line]);
    }
  }

  @Override
  public void kick() {
    kicked = true;
    wake();
  }

  private void sleep(long timeoutNanos) {
    long deadline = System.nanoTime() + timeoutNanos;
    halted = Thread.currentThread();
    // From here on a raised line, a kick or work unparks this thread: all are written before their
    // writers look at `halted`, and read here after `halted` is written, so none is missed.
    while (!isAwake()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      LockSupport.parkNanos(this, left);
    }
    halted = null;
  }

  /// A line of this vCPU went high.
  void wake() {
    Thread thread = halted;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  private boolean isAwake() {
    return deliverable() != 0 || kicked || !emtQueue.isEmpty();
  }

  private int deliverable() {
    return boundary.highLines() & handled;
  }

  private void take(InterruptHandler handler) {
    interrupts.increment();
    injection.spend(irqNanos);
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
}
