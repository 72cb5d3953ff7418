package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.PointerShape;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.memory.GuestMemory;

/// Takes the shapes of the guest's pointer.
///
/// Differs: both sides must be within the limit, and the size is computed in 64 bits, as in later
/// versions; in 7.0 one side was enough and the product could wrap.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA_VBVA.cpp, vbvaMousePointerShape.
final class Pointer {
  private static final byte[] NO_PICTURE = {};

  private final DisplayDriver display;

  Pointer(DisplayDriver display) {
    this.display = display;
  }

  int shape(GuestMemory memory, long at, int dataSize) {
    int status = take(PointerShape.read(memory, at), memory, at, dataSize);
    PointerShape.answer(memory, at, status);
    return status;
  }

  private int take(PointerShape shape, GuestMemory memory, long at, int dataSize) {
    if ((shape.flags() & PointerShape.SHAPE) == 0) {
      display.pointer(shape, NO_PICTURE);
      return VboxStatus.SUCCESS;
    }
    if (Integer.compareUnsigned(shape.width(), PointerShape.LARGEST_SIDE) > 0
        || Integer.compareUnsigned(shape.height(), PointerShape.LARGEST_SIDE) > 0
        || shape.pictureBytes() > dataSize - PointerShape.SIZE) {
      return VboxStatus.INVALID_PARAMETER;
    }
    byte[] picture = new byte[(int) shape.pictureBytes()];
    memory.copyTo(at + PointerShape.SIZE, picture, 0, picture.length);
    display.pointer(shape, picture);
    return VboxStatus.SUCCESS;
  }
}
