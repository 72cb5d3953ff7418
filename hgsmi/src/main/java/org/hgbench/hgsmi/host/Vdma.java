package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.ShgsmiHeader;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VdmaCommand;
import org.hgbench.hgsmi.wire.VdmaControl;
import org.hgbench.machine.memory.GuestMemory;

/// What is left of the copy engine: it can be switched on and off, and refuses every command
/// without looking at it.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA_VDMA.cpp.
final class Vdma {
  private final Shgsmi shgsmi;

  Vdma(Shgsmi shgsmi) {
    this.shgsmi = shgsmi;
  }

  int control(GuestMemory memory, long at) {
    long control = at + ShgsmiHeader.SIZE;
    int result =
        switch (VdmaControl.read(memory, control).type()) {
          case VdmaControl.ENABLE, VdmaControl.DISABLE, VdmaControl.FLUSH -> VboxStatus.SUCCESS;
          default -> VboxStatus.NOT_SUPPORTED;
        };
    VdmaControl.answer(memory, control, result);
    return shgsmi.complete(memory, at);
  }

  int command(GuestMemory memory, long at) {
    VdmaCommand.answer(memory, at + ShgsmiHeader.SIZE, VboxStatus.NOT_IMPLEMENTED);
    return shgsmi.complete(memory, at);
  }
}
