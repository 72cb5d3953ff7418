package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// AcknowledgeEvents: takes the pending events, answered at offset 24.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevEvents.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record EventAcknowledgement(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 28;

  static final int EVENTS = 24;

  /// The events taken; see [Event].
  public int events() {
    return memory.u32(at + EVENTS);
  }

  /// Guest: no answer yet.
  public void clear() {
    answer(memory, at, 0);
  }

  /// Host: answers; without an object, since it does so once per call.
  public static void answer(GuestMemory memory, long at, int events) {
    memory.u32(at + EVENTS, events);
  }
}
