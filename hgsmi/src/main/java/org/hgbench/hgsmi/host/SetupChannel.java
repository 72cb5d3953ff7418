package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.ChannelHandler;
import org.hgbench.hgsmi.wire.HostFlagsLocation;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.memory.GuestMemory;

/// The transport's own channel, on which the guest says where the host flags are. Other commands
/// are ignored.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/HGSMI/HGSMIHost.cpp, hgsmiChannelHandler.
final class SetupChannel implements ChannelHandler {
  private final GuestFlags flags;

  SetupChannel(GuestFlags flags) {
    this.flags = flags;
  }

  @Override
  public int handle(int command, GuestMemory memory, long at, int dataSize) {
    if (command != HostFlagsLocation.COMMAND) {
      return VboxStatus.SUCCESS;
    }
    if (dataSize < HostFlagsLocation.SIZE) {
      return VboxStatus.INVALID_PARAMETER;
    }
    HostFlagsLocation asked = HostFlagsLocation.read(memory, at);
    return flags.locate(Integer.toUnsignedLong(asked.location()), asked.size())
        ? VboxStatus.SUCCESS
        : VboxStatus.INVALID_PARAMETER;
  }
}
