package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// What precedes the data of a guest command that may complete asynchronously.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 8 | next: for the guest's use |
/// | 8 | 4 | flags: how to complete it |
/// | 12 | 4 | references: for the guest's use |
/// | 16 | 8 | info1: for the guest's use |
/// | 24 | 8 | info2: for the guest's use |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBOXSHGSMIHEADER.
///
/// @param next a link that the guest may use
/// @param flags how to complete it
/// @param references a count that the guest may use
/// @param info1 a word of the guest's
/// @param info2 a word of the guest's
public record ShgsmiHeader(long next, int flags, int references, long info1, long info2) {
  /// The size of the structure in bytes.
  public static final int SIZE = 32;

  /// `VBOXSHGSMI_FLAG_GH_ASYNCH_IRQ`: interrupt the guest on completion.
  public static final int GUEST_ASYNCHRONOUS_IRQ = 2;

  /// `VBOXSHGSMI_FLAG_GH_ASYNCH_NOCOMPLETION`.
  public static final int GUEST_NO_COMPLETION = 4;

  /// `VBOXSHGSMI_FLAG_GH_ASYNCH_FORCE`: complete asynchronously whatever the host would do.
  public static final int GUEST_FORCE = 8;

  /// `VBOXSHGSMI_FLAG_GH_ASYNCH_IRQ_FORCE`: interrupt the guest in any case.
  public static final int GUEST_IRQ_FORCE = 16;

  /// `VBOXSHGSMI_FLAG_GH_ASYNCH_CALLBACK_IRQ`.
  public static final int GUEST_CALLBACK_IRQ = 32;

  /// `VBOXSHGSMI_FLAG_GH_SYNCH`.
  public static final int GUEST_SYNCHRONOUS = 64;

  /// `VBOXSHGSMI_FLAG_HG_ASYNCH`: set by the host on what it completes asynchronously.
  public static final int HOST_ASYNCHRONOUS = 65536;

  static final int NEXT = 0;
  static final int FLAGS = 8;
  static final int REFERENCES = 12;
  static final int INFO1 = 16;
  static final int INFO2 = 24;

  /// Copies it out of memory, reading each field once.
  public static ShgsmiHeader read(GuestMemory memory, long at) {
    return new ShgsmiHeader(
        memory.u64(at + NEXT),
        memory.u32(at + FLAGS),
        memory.u32(at + REFERENCES),
        memory.u64(at + INFO1),
        memory.u64(at + INFO2));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u64(at + NEXT, next);
    memory.u32(at + FLAGS, flags);
    memory.u32(at + REFERENCES, references);
    memory.u64(at + INFO1, info1);
    memory.u64(at + INFO2, info2);
  }

  /// Host: says that the command completes asynchronously.
  public static void markAsynchronous(GuestMemory memory, long at, int flags) {
    memory.u32(at + FLAGS, flags | HOST_ASYNCHRONOUS);
  }
}
