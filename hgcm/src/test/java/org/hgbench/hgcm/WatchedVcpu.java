package org.hgbench.hgcm;

import java.util.function.LongConsumer;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.interrupt.InterruptHandler;

/// A vCPU that tells a test the address of every request, before the host acts on it and after.
record WatchedVcpu(Vcpu vcpu, LongConsumer before, LongConsumer after) implements Vcpu {
  @Override
  public void out(int port, int width, int value) {
    before.accept(value);
    vcpu.out(port, width, value);
    after.accept(value);
  }

  @Override
  public int in(int port, int width) {
    return vcpu.in(port, width);
  }

  @Override
  public void fill(long address, long words, int value, int port) {
    vcpu.fill(address, words, value, port);
  }

  @Override
  public void copy(long from, long to, long words, int port) {
    vcpu.copy(from, to, words, port);
  }

  @Override
  public void handle(int line, InterruptHandler handler) {
    vcpu.handle(line, handler);
  }

  @Override
  public void halt(long timeoutNanos) {
    vcpu.halt(timeoutNanos);
  }

  @Override
  public void kick() {
    vcpu.kick();
  }
}
