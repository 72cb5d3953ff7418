package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The first words of the VMM device's memory (BAR1), which a guest reads without a trap.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 0 | 4 | size, [#CONTENT_BYTES] | host |
/// | 4 | 4 | version, 1 | host |
/// | 8 | 1 | whether events are pending | host |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevMemory (interface 1.04).
///
/// @param memory the mapped BAR1
public record VmmDevMemory(GuestMemory memory) {
  /// The size of BAR1.
  public static final int BAR_BYTES = 4 << 20;

  /// The size of the structure, as it says itself.
  public static final int CONTENT_BYTES = 4_193_576;

  /// The version of the structure.
  public static final int VERSION = 1;

  /// The least size that a driver accepts.
  public static final int MIN_BYTES = 32;

  static final int SIZE_AT = 0;
  static final int VERSION_AT = 4;
  static final int HAVE_EVENTS = 8;

  /// Host: writes the state after power-on.
  public void initialise() {
    memory.clear(0, MIN_BYTES);
    memory.u32(SIZE_AT, CONTENT_BYTES);
    memory.u32(VERSION_AT, VERSION);
  }

  /// The size of the structure.
  public int size() {
    return memory.u32(SIZE_AT);
  }

  /// The version of the structure.
  public int version() {
    return memory.u32(VERSION_AT);
  }

  /// Whether an event is pending that the guest wants to know of.
  public boolean haveEvents() {
    return (memory.u32Acquire(HAVE_EVENTS) & 0xFF) != 0;
  }

  /// Host: says whether an event is pending. Ahead of the interrupt line.
  public void haveEvents(boolean pending) {
    memory.u32Release(HAVE_EVENTS, pending ? 1 : 0);
  }
}
