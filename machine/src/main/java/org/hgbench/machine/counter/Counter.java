package org.hgbench.machine.counter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// One writer's share of a count. Written by one thread, or by several under one lock.
public final class Counter {
  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(Counter.class, "value", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private long value;

  Counter() {}

  /// Counts one.
  public void increment() {
    add(1);
  }

  /// Counts `amount`.
  public void add(long amount) {
    VALUE.setOpaque(this, (long) VALUE.getOpaque(this) + amount);
  }

  long value() {
    return (long) VALUE.getOpaque(this);
  }
}
