package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.Conf32;
import org.hgbench.hgsmi.wire.InfoScreen;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.memory.GuestMemory;

/// Answers what guests ask about the host.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA_VBVA.cpp, vbvaHandleQueryConf32.
final class Configuration {
  private static final int HOST_HEAP_SIZE = 65536;

  private final int monitors;

  Configuration(int monitors) {
    this.monitors = monitors;
  }

  /// Answers in place; an unknown index leaves the value as the guest has preset it.
  int query(GuestMemory memory, long at) {
    int index = Conf32.read(memory, at).index();
    switch (index) {
      case Conf32.MONITOR_COUNT -> answer(memory, at, index, monitors);
      case Conf32.HOST_HEAP_SIZE -> answer(memory, at, index, HOST_HEAP_SIZE);
      case Conf32.MODE_HINT_REPORTING, Conf32.GUEST_CURSOR_REPORTING ->
          answer(memory, at, index, VboxStatus.SUCCESS);
      case Conf32.CURSOR_CAPABILITIES -> answer(memory, at, index, Conf32.CURSOR_HARDWARE);
      case Conf32.SCREEN_FLAGS -> answer(memory, at, index, InfoScreen.KNOWN_FLAGS);
      case Conf32.MAX_RECORD_SIZE -> answer(memory, at, index, VbvaRing.LONGEST_RECORD);
      case Conf32.PROBE -> answer(memory, at, index, Conf32.PROBE);
      default -> {
        return VboxStatus.INVALID_PARAMETER;
      }
    }
    return VboxStatus.SUCCESS;
  }

  /// Accepts what old guests set, without effect.
  int set(GuestMemory memory, long at) {
    int index = Conf32.read(memory, at).index();
    return index == Conf32.MONITOR_COUNT || index == Conf32.HOST_HEAP_SIZE
        ? VboxStatus.SUCCESS
        : VboxStatus.INVALID_PARAMETER;
  }

  private static void answer(GuestMemory memory, long at, int index, int value) {
    new Conf32(index, value).write(memory, at);
  }
}
