package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.BufferHeader;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostCommand;
import org.hgbench.hgsmi.wire.InfoCaps;
import org.hgbench.hgsmi.wire.ShgsmiCompletion;
import org.hgbench.hgsmi.wire.ShgsmiHeader;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.memory.GuestMemory;

/// Completes guest commands that carry a [ShgsmiHeader]: at once, or later as the guest or the host
/// wants it.
///
/// A later completion is put where the guest reads it at port 0x3d0 if the guest has the capability
/// for that, else sent as a host command.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/HGSMI/SHGSMIHost.cpp.
final class Shgsmi {
  private final HgsmiInstance hgsmi;
  private final GuestCapabilities guest;

  Shgsmi(HgsmiInstance hgsmi, GuestCapabilities guest) {
    this.hgsmi = hgsmi;
    this.guest = guest;
  }

  /// Completes the command whose data begins at `at`: silently if it may complete synchronously,
  /// since the guest then looks at the data as soon as its port write is done.
  int complete(GuestMemory memory, long at) {
    int flags = ShgsmiHeader.read(memory, at).flags();
    if ((flags & (ShgsmiHeader.HOST_ASYNCHRONOUS | ShgsmiHeader.GUEST_FORCE)) == 0) {
      return VboxStatus.SUCCESS;
    }
    ShgsmiHeader.markAsynchronous(memory, at, flags);
    boolean interrupting =
        (flags & (ShgsmiHeader.GUEST_ASYNCHRONOUS_IRQ | ShgsmiHeader.GUEST_IRQ_FORCE)) != 0;
    int buffer = (int) at - BufferHeader.SIZE;
    return guest.have(InfoCaps.COMPLETE_BY_READ)
        ? completeByRead(buffer, interrupting)
        : completeByCommand(memory, buffer, interrupting);
  }

  private int completeByRead(int buffer, boolean interrupting) {
    if (!hgsmi.completed().add(buffer)) {
      return VboxStatus.WRONG_ORDER;
    }
    if (interrupting) {
      hgsmi.interrupt().raise(0);
    }
    return VboxStatus.SUCCESS;
  }

  private int completeByCommand(GuestMemory memory, int buffer, boolean interrupting) {
    HostCommands commands = hgsmi.hostCommands();
    int command =
        commands.allocate(ShgsmiCompletion.SIZE, Channel.VBVA, HostCommand.SHGSMI_COMPLETION);
    if (command == HgsmiPorts.VOID) {
      return VboxStatus.NO_MEMORY;
    }
    ShgsmiCompletion.write(memory, HgsmiBuffer.dataAt(command), buffer);
    int status = commands.post(command, interrupting);
    if (VboxStatus.isFailure(status)) {
      commands.free(command);
    }
    return status;
  }
}
