package org.hgbench.harness.duet;

import org.hgbench.harness.link.Verification;

/// What an agent does in its turns.
interface Work extends AutoCloseable {
  /// Does so many operations, one after the other.
  void run(long operations);

  /// Whether everything so far arrived as it was sent.
  Verification verify();

  @Override
  void close();

  /// Makes the work that a message `open` asks for.
  @FunctionalInterface
  interface Opener {
    /// @throws IllegalArgumentException if this build cannot do it; the message is a sentence
    Work open(Message open) throws ProtocolException;
  }
}
