package org.hgbench.machine.port;

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
    java.util.Arrays.fill(handlers, NOBODY);
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
    java.util.Arrays.fill(handlers, first, first + count, handler);
  }

  /// Writes the low `width` bytes of `value` to a port.
  public void out(int port, int width, int value) {
    handlers[port & 0xFFFF].out(port, width, value);
  }

  /// Reads `width` bytes of a port.
  public int in(int port, int width) {
    return handlers[port & 0xFFFF].in(port, width);
  }

  /// Whether a real host answers this access in its kernel.
  public boolean answeredInKernel(int port, boolean write) {
    return handlers[port & 0xFFFF].answeredInKernel(port, write);
  }
}
