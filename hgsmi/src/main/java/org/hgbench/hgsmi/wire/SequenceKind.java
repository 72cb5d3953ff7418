package org.hgbench.hgsmi.wire;

/// What the two low bits of a header's flags say of a buffer's place in a sequence.
///
/// The format defines sequences and the checksum covers them, but no host acts on them: each buffer
/// is dispatched as though it were [#SINGLE]. So does the host here.
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/HGSMIDefs.h, HGSMI_BUFFER_HEADER_F_SEQ_*.
public enum SequenceKind {
  /// The whole message.
  SINGLE,
  /// The first part: sequence number and total size follow.
  START,
  /// A further part: sequence number and offset follow.
  CONTINUE,
  /// The last part: sequence number and offset follow.
  END;

  private static final SequenceKind[] BY_BITS = values();

  /// `HGSMI_BUFFER_HEADER_F_SEQ_MASK`.
  public static final int MASK = 3;

  /// The kind that `flags` name.
  public static SequenceKind of(int flags) {
    return BY_BITS[flags & MASK];
  }

  /// The bits that name this kind.
  public int bits() {
    return ordinal();
  }
}
