package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// Acts on the verified buffers of one channel.
///
/// The data lies in memory that the sender can still change, so a handler reads each word that it
/// checks once, into a local variable, and uses that. It writes its answer in place.
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/HGSMIDefs.h, PFNHGSMICHANNELHANDLER.
@FunctionalInterface
public interface ChannelHandler {
  /// Acts on one buffer.
  ///
  /// @param command the header's `channelInfo`
  /// @param memory where the data lies
  /// @param at where in `memory` the data begins
  /// @param dataSize how many bytes it has; they all lie inside
  /// @return a [VboxStatus]
  int handle(int command, GuestMemory memory, long at, int dataSize);
}
