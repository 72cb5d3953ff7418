package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaEnable;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.memory.GuestMemory;

/// The rings of all screens: switching them on and off, and passing what is in them to the display
/// driver. A violation of the ring's rules switches off all of them.
///
/// Used inside the VGA critical section.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA_VBVA.cpp, vbvaFlush, vbvaEnable and
/// vbvaDisable.
final class Rings {
  private static final int EVENTS = VbvaRing.MODE_ENABLED | VbvaRing.EVENT_RESET;

  private final GuestMemory vram;
  private final Screens screens;
  private final GuestCapabilities guest;
  private final DisplayDriver display;
  private final RingReader[] readers;
  private final RecordBuffer.Budget budget = new RecordBuffer.Budget();
  private final Counter bytesCopied;

  private long drained;

  Rings(
      GuestMemory vram,
      Screens screens,
      GuestCapabilities guest,
      DisplayDriver display,
      Counter bytesCopied) {
    this.vram = vram;
    this.screens = screens;
    this.guest = guest;
    this.display = display;
    this.readers = new RingReader[screens.count()];
    this.bytesCopied = bytesCopied;
  }

  /// Switches a ring on or off, and answers in place.
  int enable(GuestMemory memory, long at, int dataSize) {
    VbvaEnable request = VbvaEnable.read(memory, at);
    boolean extended = (request.flags() & VbvaEnable.EXTENDED) != 0;
    if (extended && dataSize < VbvaEnable.EXTENDED_SIZE) {
      return VboxStatus.INVALID_PARAMETER;
    }
    int screen = extended ? VbvaEnable.screen(memory, at) : screens.at(at);
    int status = enable(request, screen);
    VbvaEnable.answer(memory, at, status);
    return status;
  }

  /// Passes all records on.
  ///
  /// @return `NOT_SUPPORTED` if a guest's mistake has switched everything off
  int flush() {
    for (int screen = 0; screen < readers.length; screen++) {
      if (readers[screen] != null && !drain(screen, readers[screen])) {
        shutDown();
        return VboxStatus.NOT_SUPPORTED;
      }
    }
    return VboxStatus.SUCCESS;
  }

  /// How many records have been passed on.
  long drained() {
    return drained;
  }

  void reset() {
    for (int screen = 0; screen < readers.length; screen++) {
      if (readers[screen] != null) {
        switchOff(screen);
      }
    }
  }

  private int enable(VbvaEnable request, int screen) {
    if (Integer.compareUnsigned(screen, readers.length) >= 0) {
      return VboxStatus.INVALID_PARAMETER;
    }
    return switch (request.flags() & (VbvaEnable.ENABLE | VbvaEnable.DISABLE)) {
      case VbvaEnable.ENABLE -> switchOn(request, screen);
      case VbvaEnable.DISABLE -> {
        flush();
        if (readers[screen] != null) {
          switchOff(screen);
        }
        if (screen == 0) {
          guest.clear();
        }
        yield VboxStatus.SUCCESS;
      }
      default -> VboxStatus.INVALID_PARAMETER;
    };
  }

  private int switchOn(VbvaEnable request, int screen) {
    long offset = ringOffset(request, screen);
    if (offset < 0) {
      return VboxStatus.INVALID_PARAMETER;
    }
    flush();
    VbvaRing ring = new VbvaRing(vram, offset);
    int dataSize = ring.dataSize();
    int threshold = ring.threshold();
    if (!isPossible(ring, Integer.toUnsignedLong(dataSize), Integer.toUnsignedLong(threshold))) {
      return VboxStatus.INVALID_PARAMETER;
    }
    if (readers[screen] != null) {
      return VboxStatus.INVALID_STATE;
    }
    RecordBuffer buffer = new RecordBuffer(budget, bytesCopied);
    readers[screen] = new RingReader(ring, dataSize, threshold, buffer);
    display.enabled(screen);
    ring.supportedOrders(0);
    ring.hostEvents(EVENTS);
    return VboxStatus.SUCCESS;
  }

  /// Where in VRAM the ring is, or -1 if it cannot be there.
  private long ringOffset(VbvaEnable request, int screen) {
    long offset = Integer.toUnsignedLong(request.offset());
    if ((request.flags() & VbvaEnable.ABSOLUTE_OFFSET) != 0) {
      return offset <= vram.bytes() - VbvaRing.HEADER_SIZE ? offset : -1;
    }
    long viewOffset = Integer.toUnsignedLong(screens.view(screen).offset());
    long viewSize = Integer.toUnsignedLong(screens.view(screen).viewSize());
    boolean fits = viewSize >= VbvaRing.HEADER_SIZE && offset <= viewSize - VbvaRing.HEADER_SIZE;
    return fits ? viewOffset + offset : -1;
  }

  private boolean isPossible(VbvaRing ring, long dataSize, long threshold) {
    return VbvaRing.HEADER_SIZE + dataSize <= vram.bytes() - ring.at()
        && ring.dataOffset() == 0
        && ring.freeOffset() == 0
        && ring.firstRecord() == 0
        && ring.freeRecord() == 0
        && threshold > 0
        && threshold < dataSize;
  }

  private boolean drain(int screen, RingReader reader) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = Integer.MIN_VALUE;
    int bottom = Integer.MIN_VALUE;
    VbvaRecord record = reader.record();
    while (true) {
      switch (reader.fetch()) {
        case RECORD -> {
          display.record(screen, record);
          left = Math.min(left, record.x());
          top = Math.min(top, record.y());
          right = Math.max(right, record.x() + record.width());
          bottom = Math.max(bottom, record.y() + record.height());
          reader.release();
          drained++;
        }
        case NOTHING -> {
          if (right != Integer.MIN_VALUE) {
            display.drained(screen, left, top, right - left, bottom - top);
          }
          return true;
        }
        case VIOLATION -> {
          return false;
        }
      }
    }
  }

  private void shutDown() {
    guest.clear();
    reset();
  }

  private void switchOff(int screen) {
    RingReader reader = readers[screen];
    readers[screen] = null;
    reader.close();
    // The guest sees from the missing bit that nobody takes its records any more.
    reader.ring().hostEvents(0);
    display.disabled(screen);
  }
}
