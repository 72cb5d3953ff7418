package org.hgbench.machine;

import java.util.function.IntConsumer;
import org.hgbench.machine.boundary.Vcpu;

/// A vCPU that tells a test of every value that is written to a port, before the host acts on it
/// and after.
public final class WatchedVcpu extends ForwardingVcpu {
  private final IntConsumer before;
  private final IntConsumer after;

  /// Tells of it before and after.
  public WatchedVcpu(Vcpu vcpu, IntConsumer before, IntConsumer after) {
    super(vcpu);
    this.before = before;
    this.after = after;
  }

  /// Tells of it after.
  public WatchedVcpu(Vcpu vcpu, IntConsumer after) {
    this(vcpu, value -> {}, after);
  }

  @Override
  public void out(int port, int width, int value) {
    before.accept(value);
    super.out(port, width, value);
    after.accept(value);
  }
}
