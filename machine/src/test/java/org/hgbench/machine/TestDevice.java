package org.hgbench.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.DeviceProvider;
import org.hgbench.machine.device.PciIdentity;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.port.PortHandler;
import org.hgbench.machine.settings.Settings;

/// A device for tests: four ports and a page or more of memory of its own.
///
/// | port | write | read |
/// |---|---|---|
/// | +0 | keeps the value | gives it back |
/// | +1 | raises the line, with a reason in its region | lowers the line, clears the reason, and says how often it was raised |
/// | +2 | stores the value in its region | sums its region |
/// | +3 | fails; with [#HOARD], for lack of memory | does not answer for half a minute |
///
/// It notes what happens to it in [#events].
public final class TestDevice implements Device, PortHandler {
  /// What happened to all test devices, in order.
  static final List<String> events = new ArrayList<>();

  /// Told so, it takes all the memory there is.
  public static final int HOARD = 1;

  /// Where in its region the reason of an interrupt is.
  static final int REASON = 64;

  private final DeviceContext context;
  private final int base;
  private final boolean failsToClose;
  private final List<byte[]> hoard = new ArrayList<>();
  private int kept;
  private int raised;

  private TestDevice(DeviceContext context) {
    this.context = context;
    this.base = context.config().integer("Port", 0x200 + 0x10 * context.instance());
    events.add("create " + context.instance());
    context.ports().claim(base, 4, this);
    failsToClose = context.config().flag("FailsToClose", false);
    if (context.config().flag("Broken", false)) {
      throw new IllegalStateException("test device " + context.instance() + " is broken");
    }
  }

  /// Found by the service loader.
  public static final class Provider implements DeviceProvider {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public List<MemoryRegion> regions(int instance, Settings config) {
      long bytes = config.size("Size", MemoryRegion.PAGE);
      return List.of(
          new MemoryRegion("test/" + instance + "/own", 0xF000_0000L + (instance << 20), bytes));
    }

    @Override
    public Device create(DeviceContext context) {
      return new TestDevice(context);
    }
  }

  DeviceContext context() {
    return context;
  }

  @Override
  public void out(int port, int width, int value) {
    switch (port - base) {
      case 0 -> kept = value;
      case 1 -> {
        raised++;
        context.region("own").u32(REASON, raised);
        context.line().raise();
      }
      case 2 -> context.region("own").u32(0, value);
      default -> {
        if (value == HOARD) {
          hoard();
        }
        throw new IllegalStateException("told to fail");
      }
    }
  }

  /// Takes memory in ever smaller pieces until there is not even a small one left.
  private void hoard() {
    OutOfMemoryError end = null;
    for (int bytes = 1 << 20; bytes >= 16; bytes /= 16) {
      try {
        while (true) {
          hoard.add(new byte[bytes]);
        }
      } catch (OutOfMemoryError e) {
        end = e;
      }
    }
    throw end;
  }

  @Override
  public int in(int port, int width) {
    return switch (port - base) {
      case 0 -> kept;
      case 1 -> {
        context.line().lower();
        context.region("own").u32(REASON, 0);
        yield raised;
      }
      case 2 -> (int) context.region("own").sum(0, context.region("own").bytes());
      default -> {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 30_000_000_000L) {
          LockSupport.parkNanos(100_000_000);
        }
        yield 0;
      }
    };
  }

  @Override
  public PciIdentity identity() {
    return new PciIdentity(0x80EE, 0x7E57, 0x0880, List.of(new PciIdentity.Bar(true, base, 4)));
  }

  @Override
  public void reset() {
    events.add("reset " + context.instance());
  }

  @Override
  public void close() {
    events.add("close " + context.instance());
    if (failsToClose) {
      throw new IllegalStateException("test device " + context.instance() + " does not close");
    }
  }
}
