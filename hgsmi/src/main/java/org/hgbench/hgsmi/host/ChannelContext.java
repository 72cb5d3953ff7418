package org.hgbench.hgsmi.host;

import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.settings.Settings;

/// What a channel is given when the device is built.
///
/// @param vram the memory that its buffers lie in
/// @param config its settings, `Devices/vga/INSTANCE/Config/Channels/NAME`
public record ChannelContext(GuestMemory vram, Settings config) {}
