package org.hgbench.hgsmi.host;

/// Told about commands that failed. The guest is not: the real host drops the status of a command
/// after the port write, and so does this one.
///
/// Called on the EMT inside the VGA critical section; must not block, and should not allocate.
@FunctionalInterface
public interface FaultObserver {
  /// Observes nothing.
  FaultObserver NONE = (bufferOffset, status) -> {};

  /// A command failed.
  ///
  /// @param bufferOffset what the guest wrote to the port
  /// @param status a negative [org.hgbench.hgsmi.wire.VboxStatus]
  void failed(int bufferOffset, int status);
}
