package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.ChannelHandler;

/// Brings a channel to the VGA device. Found with [java.util.ServiceLoader], so that a jar on the
/// class path can add its own; the setting `Channels/NAME/Enabled = false` of the device leaves one
/// out.
public interface ChannelProvider {
  /// Its name in the settings tree.
  String name();

  /// Its number, below [org.hgbench.hgsmi.wire.Channel#FIRST_DYNAMIC].
  int channel();

  /// Creates its handler, once per device.
  ChannelHandler create(ChannelContext context);
}
