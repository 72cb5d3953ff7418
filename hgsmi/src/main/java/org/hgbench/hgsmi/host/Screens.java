package org.hgbench.hgsmi.host;

import java.util.Arrays;
import org.hgbench.hgsmi.wire.InfoScreen;
import org.hgbench.hgsmi.wire.InfoView;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.memory.GuestMemory;

/// Which part of VRAM each screen has, and what it shows of it.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA_VBVA.cpp, VBVAInfoView and
/// vbvaInfoScreen.
final class Screens {
  private static final int WIDEST = 0xFFFF;
  private static final int DEEPEST = 32;
  private static final int LONGEST_LINE = WIDEST * DEEPEST / Byte.SIZE;

  private final GuestMemory vram;
  private final DisplayDriver display;
  private final InfoView[] views;

  Screens(GuestMemory vram, int monitors, DisplayDriver display) {
    this.vram = vram;
    this.display = display;
    this.views = new InfoView[monitors];
    reset();
  }

  int count() {
    return views.length;
  }

  InfoView view(int screen) {
    return views[screen];
  }

  /// The screen whose view contains a VRAM offset, or -1.
  int at(long offset) {
    for (InfoView view : views) {
      long distance = offset - unsigned(view.offset());
      if (distance >= 0 && distance < unsigned(view.viewSize())) {
        return view.viewIndex();
      }
    }
    return -1;
  }

  /// Takes an array of views; those before the first bad one stay.
  int infoView(GuestMemory memory, long at, int dataSize) {
    for (long i = 0; i + InfoView.SIZE <= dataSize; i += InfoView.SIZE) {
      InfoView view = InfoView.read(memory, at + i);
      if (!isPossible(view)) {
        return VboxStatus.INVALID_PARAMETER;
      }
      views[view.viewIndex()] = view;
    }
    return VboxStatus.SUCCESS;
  }

  int infoScreen(GuestMemory memory, long at) {
    InfoScreen screen = InfoScreen.read(memory, at);
    if (unsigned(screen.viewIndex()) >= views.length
        || !isPossible(screen, views[screen.viewIndex()])) {
      return VboxStatus.INVALID_PARAMETER;
    }
    display.resized(views[screen.viewIndex()], screen);
    return VboxStatus.SUCCESS;
  }

  void reset() {
    Arrays.setAll(views, screen -> new InfoView(screen, 0, 0, 0));
  }

  private boolean isPossible(InfoView view) {
    long offset = unsigned(view.offset());
    long size = unsigned(view.viewSize());
    return unsigned(view.viewIndex()) < views.length
        && offset <= vram.bytes()
        && size <= vram.bytes()
        && offset <= vram.bytes() - size
        && unsigned(view.maxScreenSize()) <= size;
  }

  private static boolean isPossible(InfoScreen screen, InfoView view) {
    long line = unsigned(screen.lineSize());
    long width = unsigned(screen.width());
    long height = unsigned(screen.height());
    long start = unsigned(screen.startOffset());
    long viewSize = unsigned(view.viewSize());
    if (screen.bitsPerPixel() > DEEPEST
        || width > WIDEST
        || height > WIDEST
        || line > LONGEST_LINE) {
      return false;
    }
    int pixelBytes = Math.max(1, (screen.bitsPerPixel() + 7) / 8);
    long bytes = line * height;
    return width <= line / pixelBytes
        && bytes <= unsigned(view.maxScreenSize())
        && start <= viewSize
        && start <= viewSize - bytes;
  }

  private static long unsigned(int value) {
    return Integer.toUnsignedLong(value);
  }
}
