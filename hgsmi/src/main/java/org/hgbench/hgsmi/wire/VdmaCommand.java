package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [VbvaCommand#VDMA_CMD], behind the [ShgsmiHeader]: a command for the copy engine,
/// which VirtualBox removed. The host reads nothing of it.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 2 | flags |
/// | 2 | 2 | size of what `location` names |
/// | 4 | 4 | result: written by the host, a [VboxStatus] |
/// | 8 | 8 | location of the copy command |
/// | 16 | 56 | reserved |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBOXVDMACBUF_DR.
public final class VdmaCommand {
  /// The size of the structure in bytes.
  public static final int SIZE = 72;

  static final int FLAGS = 0;
  static final int BODY_SIZE = 2;
  static final int RESULT = 4;
  static final int LOCATION = 8;

  private VdmaCommand() {}

  /// Host: tells the guest what came of it.
  public static void answer(GuestMemory memory, long at, int result) {
    memory.u32(at + RESULT, result);
  }

  /// Guest: what came of it.
  public static int result(GuestMemory memory, long at) {
    return memory.u32(at + RESULT);
  }
}
