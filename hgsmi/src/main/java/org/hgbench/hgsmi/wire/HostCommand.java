package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// What the data of a host command on [Channel#VBVA] begins with.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | destination: display index, or negative for the driver itself |
/// | 4 | 4 | operation: the code of a [#DISPLAY_CUSTOM] |
/// | 8 | 8 | next: for the guest's use |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVAHOSTCMD.
///
/// @param destination who it is for
/// @param operation what to do
/// @param next a link that the guest may use
public record HostCommand(int destination, int operation, long next) {
  /// `VBVAHG_EVENT`.
  public static final int EVENT = 1;

  /// `VBVAHG_DISPLAY_CUSTOM`.
  public static final int DISPLAY_CUSTOM = 2;

  /// `VBVAHG_SHGSMI_COMPLETION`: the data is a [ShgsmiCompletion] instead.
  public static final int SHGSMI_COMPLETION = 3;

  /// The size of the structure in bytes.
  public static final int SIZE = 16;

  static final int DESTINATION = 0;
  static final int OPERATION = 4;
  static final int NEXT = 8;

  /// Copies it out of memory.
  public static HostCommand read(GuestMemory memory, long at) {
    return new HostCommand(
        memory.u32(at + DESTINATION), memory.u32(at + OPERATION), memory.u64(at + NEXT));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + DESTINATION, destination);
    memory.u32(at + OPERATION, operation);
    memory.u64(at + NEXT, next);
  }
}
