package org.hgbench.hgsmi.host;

import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.settings.Settings;

/// What a display driver is given when the device is built.
///
/// @param vram the memory that the guest draws in
/// @param monitors how many screens there are
/// @param config the settings `Devices/vga/INSTANCE/Config/Display`
public record DisplayContext(GuestMemory vram, int monitors, Settings config) {}
