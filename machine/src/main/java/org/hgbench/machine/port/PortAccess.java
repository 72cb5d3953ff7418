package org.hgbench.machine.port;

/// One 32-bit port access that a driver describes instead of doing it, so that a boundary can let
/// the processor do it inside an interrupt stub.
///
/// @param port the port
/// @param write whether it is an `out`
/// @param value what is written; unused by a read
public record PortAccess(int port, boolean write, int value) {
  /// An `out` of `value` to `port`.
  public static PortAccess out(int port, int value) {
    return new PortAccess(port, true, value);
  }

  /// An `in` from `port`.
  public static PortAccess in(int port) {
    return new PortAccess(port, false, 0);
  }
}
