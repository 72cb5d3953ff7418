package org.hgbench.hgsmi.host;

import java.util.Arrays;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.hgsmi.wire.InfoCaps;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.hgsmi.wire.QueryModeHints;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.memory.GuestMemory;

/// What sizes the host would like the screens to have, because somebody has resized a window.
///
/// Used inside the VGA critical section.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA_VBVA.cpp, vbvaHandleQueryModeHints and
/// vbvaR3PortSendModeHint.
final class ModeHints {
  private final ModeHint[] hints;
  private final GuestCapabilities guest;
  private final GuestInterrupt interrupt;

  ModeHints(int monitors, GuestCapabilities guest, GuestInterrupt interrupt) {
    this.hints = new ModeHint[monitors];
    this.guest = guest;
    this.interrupt = interrupt;
    reset();
  }

  /// Changes the hint of a screen and interrupts a guest that has asked for that.
  ///
  /// @throws IndexOutOfBoundsException if there is no such screen
  void set(ModeHint hint) {
    hints[hint.display()] = hint;
    if (guest.have(InfoCaps.IRQ | InfoCaps.VIDEO_MODE_HINTS)) {
      interrupt.raise(HostFlags.HOTPLUG);
    }
  }

  /// Answers in place: as many hints as were asked for, each cut to the size that was asked for.
  int query(GuestMemory memory, long at, int dataSize) {
    QueryModeHints query = QueryModeHints.read(memory, at);
    int room = dataSize - QueryModeHints.SIZE;
    if ((long) query.count() * query.hintSize() > room) {
      return VboxStatus.INVALID_PARAMETER;
    }
    long next = at + QueryModeHints.SIZE;
    memory.fill(next, room, (byte) 0xFF);
    int answered = Math.min(Math.min(query.count(), hints.length), QueryModeHints.MOST_HINTS);
    for (int i = 0; i < answered; i++) {
      memory.copyFrom(next, hints[i].toBytes(), 0, Math.min(query.hintSize(), ModeHint.SIZE));
      next += query.hintSize();
    }
    new QueryModeHints(query.count(), query.hintSize(), VboxStatus.SUCCESS).write(memory, at);
    return VboxStatus.SUCCESS;
  }

  void reset() {
    Arrays.fill(hints, ModeHint.NONE);
  }
}
