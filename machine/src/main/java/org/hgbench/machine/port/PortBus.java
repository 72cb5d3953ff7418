package org.hgbench.machine.port;

import java.util.Arrays;

/// The 65,536 I/O ports of the machine and the devices that claimed them.
///
/// Ports are claimed while the machine is built; afterwards any EMT may access them.
public final class PortBus {
  /// What a port answers that nobody claimed: all ones.
  public static final int UNUSED = -1;

  private static final int PORTS = 0x10000;
  private static final PortHandler NOBODY =
      new PortHandler() {
        @Override
        public void out(int port, int width, int value) {}

        @Override
        public int in(int port, int width) {
          return UNUSED;
        }
      };

  private final PortHandler[] handlers = new PortHandler[PORTS];

  /// Creates a bus on which no port is claimed.
  public PortBus() {
    Arrays.fill(handlers, NOBODY);
  }

  /// Gives `count` ports from `first` on to a device.
  ///
  /// @throws IllegalArgumentException if the range leaves the bus or a port is claimed already
  public void claim(int first, int count, PortHandler handler) {
    if (first < 0 || count <= 0 || first > PORTS - count) {
      throw new IllegalArgumentException(
          "no such ports: first=0x%x count=%d".formatted(first, count));
    }
    for (int port = first; port < first + count; port++) {
      if (handlers[port] != NOBODY) {
        throw new IllegalArgumentException("port claimed twice: port=0x%x".formatted(port));
      }
    }
    Arrays.fill(handlers, first, first + count, handler);
  }

  /// Writes the low `width` bytes of `value` to a port; the handler sees the others as zero.
  ///
  /// @throws IllegalArgumentException if there is no such port or width
  public void out(int port, int width, int value) {
    handler(port).out(port, width, value & mask(width));
  }

  /// Reads `width` bytes of a port, zero-extended.
  ///
  /// @throws IllegalArgumentException if there is no such port or width
  public int in(int port, int width) {
    return handler(port).in(port, width) & mask(width);
  }

  /// Whether a real host answers this access in its kernel.
  public boolean answeredInKernel(int port, boolean write) {
    return handler(port).answeredInKernel(port, write);
  }

  private PortHandler handler(int port) {
    if ((port & -PORTS) != 0) {
      throw new IllegalArgumentException("no such port: port=0x%x".formatted(port));
    }
    return handlers[port];
  }

  private static int mask(int width) {
    return switch (width) {
      case 4 -> -1;
      case 2 -> 0xFFFF;
      case 1 -> 0xFF;
      default -> throw new IllegalArgumentException("no port access: width=" + width);
    };
  }
}
