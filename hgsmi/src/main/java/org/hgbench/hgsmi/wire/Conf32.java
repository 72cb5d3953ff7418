package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [VbvaCommand#QUERY_CONF32] and [VbvaCommand#SET_CONF32]: one configuration value.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | index: which value |
/// | 4 | 4 | value: answered by the host to a query |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVACONF32.
///
/// @param index which value
/// @param value the value; a guest presets what it takes for no answer
public record Conf32(int index, int value) {
  /// The size of the structure in bytes.
  public static final int SIZE = 8;

  /// `VBOX_VBVA_CONF32_MONITOR_COUNT`.
  public static final int MONITOR_COUNT = 0;

  /// `VBOX_VBVA_CONF32_HOST_HEAP_SIZE`.
  public static final int HOST_HEAP_SIZE = 1;

  /// `VBOX_VBVA_CONF32_MODE_HINT_REPORTING`: 0 if the host reports hints.
  public static final int MODE_HINT_REPORTING = 2;

  /// `VBOX_VBVA_CONF32_GUEST_CURSOR_REPORTING`: 0 if the host takes positions.
  public static final int GUEST_CURSOR_REPORTING = 3;

  /// `VBOX_VBVA_CONF32_CURSOR_CAPABILITIES`.
  public static final int CURSOR_CAPABILITIES = 4;

  /// `VBOX_VBVA_CONF32_SCREEN_FLAGS`: the flags of [InfoScreen] that the host knows.
  public static final int SCREEN_FLAGS = 5;

  /// `VBOX_VBVA_CONF32_MAX_RECORD_SIZE`: the longest record of a ring.
  public static final int MAX_RECORD_SIZE = 6;

  /// An index that answers itself: drivers ask it to see whether the host answers at all.
  public static final int PROBE = -1;

  /// The cursor capability of drawing the guest's pointer.
  public static final int CURSOR_HARDWARE = 2;

  static final int INDEX = 0;
  static final int VALUE = 4;

  /// Copies it out of memory, reading each field once.
  public static Conf32 read(GuestMemory memory, long at) {
    return new Conf32(memory.u32(at + INDEX), memory.u32(at + VALUE));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + INDEX, index);
    memory.u32(at + VALUE, value);
  }
}
