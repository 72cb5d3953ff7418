package org.hgbench.hgsmi.wire;

/// Which handler acts on which channel. Filled while a side is built, read-only afterwards.
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/HGSMIDefs.h, HGSMICHANNELINFO, and
/// src/VBox/Devices/Graphics/HGSMI/HGSMIHost.cpp, HGSMIHostChannelRegister.
public final class ChannelTable {
  private final ChannelHandler[] handlers = new ChannelHandler[Channel.COUNT];

  /// Creates a table in which no channel is registered.
  public ChannelTable() {}

  /// Registers the handler of a channel.
  ///
  /// @return `INVALID_PARAMETER` for a number that is no channel or is dynamic, `ALREADY_EXISTS`
  ///   for one that is taken, else `SUCCESS`
  public int register(int channel, ChannelHandler handler) {
    if (channel < 0 || channel >= Channel.FIRST_DYNAMIC) {
      return VboxStatus.INVALID_PARAMETER;
    }
    if (handlers[channel] != null) {
      return VboxStatus.ALREADY_EXISTS;
    }
    handlers[channel] = handler;
    return VboxStatus.SUCCESS;
  }

  /// The handler of a channel from 0 to 255, or null if it has none.
  ChannelHandler handler(int channel) {
    return handlers[channel];
  }
}
