package org.hgbench.hgcm.service;

/// A parameter of a call, as its service sees it: a copy that is the host's own, except for the
/// bytes of a payload in [#isInPlace] pages.
public interface ServiceParameter {
  /// What a parameter can be.
  enum Kind {
    /// A 32-bit value.
    U32,
    /// A 64-bit value.
    U64,
    /// A buffer.
    BUFFER
  }

  /// What it is.
  Kind kind();

  /// A 32-bit value.
  int u32();

  /// Answers with a 32-bit value.
  void u32(int value);

  /// A 64-bit value.
  long u64();

  /// Answers with a 64-bit value.
  void u64(long value);

  /// The bytes of a buffer.
  Payload payload();

  /// Whether a buffer lies in pages of the guest, which may change under the service's eyes.
  boolean isInPlace();

  /// Says how many bytes of a buffer the service returns. The guest gets no more than the buffer
  /// had, whatever is said here; unsigned.
  void returns(int bytes);
}
