package org.hgbench.machine.yardstick;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.DeviceProvider;
import org.hgbench.machine.device.PciIdentity;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.os.Uninterruptibles;
import org.hgbench.machine.port.PortHandler;
import org.hgbench.machine.settings.Settings;

/// A device with nothing behind it: the floor under every transport.
///
/// | port | write | read |
/// |---|---|---|
/// | [#NOTHING] | nothing happens | zero |
/// | [#RAISE] | the line goes high at once | |
/// | [#RAISE_LATER] | a thread of the device raises the line after so many nanoseconds | |
/// | [#ACKNOWLEDGE] | | the line goes low; zero |
///
/// Its page of memory tells when, by the host's [System#nanoTime]:
///
/// | offset | size | field | written by |
/// |---|---|---|---|
/// | 0 | 8 | just before the line was raised | host |
/// | 8 | 8 | when the acknowledgement arrived | host |
public final class YardstickDevice implements Device, PortHandler {
  static final int NOTHING = 0xFF00;
  static final int RAISE = 0xFF01;
  static final int RAISE_LATER = 0xFF02;
  static final int ACKNOWLEDGE = 0xFF03;
  static final long RAISED_AT = 0;
  static final long ACKNOWLEDGED_AT = 8;

  private static final int PORTS = 4;

  private final DeviceContext context;
  private final GuestMemory clock;
  private final Thread raiser;
  private volatile int delayNanos = -1;
  private volatile boolean closed;

  private YardstickDevice(DeviceContext context) {
    this.context = context;
    this.clock = context.region("clock");
    context.ports().claim(NOTHING, PORTS, this);
    this.raiser = Thread.ofPlatform().daemon().name("hgbench-yardstick").start(this::raiseLater);
  }

  /// Found by the service loader as `yardstick`; there can be one.
  public static final class Provider implements DeviceProvider {
    private static final long ADDRESS = 0xFFE0_0000L;

    /// Creates it.
    public Provider() {}

    @Override
    public String name() {
      return "yardstick";
    }

    @Override
    public List<MemoryRegion> regions(int instance, Settings config) {
      return List.of(
          new MemoryRegion("yardstick/" + instance + "/clock", ADDRESS, MemoryRegion.PAGE));
    }

    @Override
    public Device create(DeviceContext context) {
      return new YardstickDevice(context);
    }
  }

  @Override
  public void out(int port, int width, int value) {
    switch (port) {
      case RAISE -> raise();
      case RAISE_LATER -> {
        delayNanos = Math.max(0, value);
        LockSupport.unpark(raiser);
      }
      default -> {
        // A bare trap.
      }
    }
  }

  @Override
  public int in(int port, int width) {
    if (port == ACKNOWLEDGE) {
      clock.u64(ACKNOWLEDGED_AT, System.nanoTime());
      synchronized (context) {
        context.line().lower();
      }
    }
    return 0;
  }

  @Override
  public PciIdentity identity() {
    return new PciIdentity(0x80EE, 0x0001, 0x0880, List.of());
  }

  @Override
  public void reset() {
    synchronized (context) {
      context.line().lower();
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(raiser);
    Uninterruptibles.join(raiser); // It writes to memory that is unmapped next.
  }

  private void raise() {
    synchronized (context) {
      clock.u64(RAISED_AT, System.nanoTime());
      context.line().raise();
    }
  }

  private void raiseLater() {
    while (!closed) {
      int delay = delayNanos;
      if (delay < 0) {
        LockSupport.park(this);
        continue;
      }
      delayNanos = -1;
      long due = System.nanoTime() + delay;
      for (long left = delay; left > 0 && !closed; left = due - System.nanoTime()) {
        LockSupport.parkNanos(this, left);
      }
      if (!closed) {
        raise();
      }
    }
  }
}
