package org.hgbench.machine;

import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.interrupt.InterruptHandler;

/// A vCPU that leaves everything to another one, for tests that look at some of it.
public abstract class ForwardingVcpu implements Vcpu {
  private final Vcpu vcpu;

  /// @param vcpu does the work
  protected ForwardingVcpu(Vcpu vcpu) {
    this.vcpu = vcpu;
  }

  @Override
  public void out(int port, int width, int value) {
    vcpu.out(port, width, value);
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
  public void pause() {
    vcpu.pause();
  }

  @Override
  public void kick() {
    vcpu.kick();
  }
}
