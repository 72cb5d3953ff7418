package org.hgbench.hgcm.host;

import java.util.concurrent.atomic.AtomicLongArray;
import org.hgbench.hgcm.wire.Requestor;

/// How much host memory calls in flight may cost, in one pool for the guest's kernel, one for root
/// and one for everybody else.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/VMMDev/VMMDev.cpp, aHgcmAcc.
final class HeapBudget {
  private static final long MIN_POOL = 32L << 20;
  private static final long MAX_POOL = 1L << 30;

  private final AtomicLongArray left;
  private final long poolBytes;

  /// Budgets of the default size for a machine with so much RAM.
  static HeapBudget forRam(long ramBytes) {
    return new HeapBudget(
        Math.min(MAX_POOL, Math.max(MIN_POOL, ramBytes / 8 / Requestor.Pool.values().length)));
  }

  HeapBudget(long poolBytes) {
    int pools = Requestor.Pool.values().length;
    this.poolBytes = poolBytes;
    this.left = new AtomicLongArray(pools);
    for (int i = 0; i < pools; i++) {
      left.set(i, poolBytes);
    }
  }

  /// Takes bytes from a pool, or none and answers no.
  boolean charge(Requestor.Pool pool, long bytes) {
    int i = pool.ordinal();
    while (true) {
      long before = left.get(i);
      if (before < bytes) {
        return false;
      }
      if (left.compareAndSet(i, before, before - bytes)) {
        return true;
      }
    }
  }

  /// Gives bytes back to a pool.
  void giveBack(Requestor.Pool pool, long bytes) {
    left.addAndGet(pool.ordinal(), bytes);
  }

  /// How many bytes of a pool are in use.
  long used(Requestor.Pool pool) {
    return poolBytes - left.get(pool.ordinal());
  }
}
