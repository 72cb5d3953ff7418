package org.hgbench.fuzz;

import java.util.List;

/// What an input is fed to. Keeps what is expensive to open from one input to the next, and nothing
/// that an input has changed.
public interface FuzzTarget extends AutoCloseable {
  /// Does what an input says.
  ///
  /// @throws RuntimeException or an error if something is found
  void run(byte[] input);

  /// Honest inputs to begin from.
  List<byte[]> seeds();

  /// Gives up what it kept, and leaves no file behind.
  @Override
  void close();
}
