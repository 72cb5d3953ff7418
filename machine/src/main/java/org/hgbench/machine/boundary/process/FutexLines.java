package org.hgbench.machine.boundary.process;

import org.hgbench.machine.boundary.EmtQueue;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.os.Futex;

/// The interrupt lines of a host whose guest waits in another process.
final class FutexLines implements InterruptController {
  private final ControlPage page;
  private final Futex futex = new Futex();
  private final EmtQueue emtQueue = new EmtQueue();

  FutexLines(ControlPage page) {
    this.page = page;
  }

  @Override
  public void raised(InterruptLine line) {
    int bit = 1 << line.number();
    page.set(bit);
    if (page.isWaiting() && (page.handled() & bit) != 0) {
      wake();
    }
  }

  @Override
  public void lowered(InterruptLine line) {
    page.clear(1 << line.number());
  }

  /// The EMT of this boundary waits for traps, so a guest that waits is woken to do one.
  @Override
  public void post(InterruptLine line, Runnable work) {
    emtQueue.add(work);
    page.set(ControlPage.EMT_WORK);
    if (page.isWaiting()) {
      wake();
    }
  }

  /// What the EMT is to do when it is asked to.
  EmtQueue emtQueue() {
    return emtQueue;
  }

  private synchronized void wake() {
    futex.wake(page.futex());
  }
}
