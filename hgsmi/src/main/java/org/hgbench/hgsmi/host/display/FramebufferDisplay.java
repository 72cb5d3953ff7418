package org.hgbench.hgsmi.host.display;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.hgbench.hgsmi.host.DisplayContext;
import org.hgbench.hgsmi.host.DisplayDriver;
import org.hgbench.hgsmi.host.DisplayProvider;
import org.hgbench.hgsmi.host.VbvaRecord;
import org.hgbench.hgsmi.wire.InfoScreen;
import org.hgbench.hgsmi.wire.InfoView;
import org.hgbench.machine.memory.GuestMemory;

/// Composes each screen's picture from the rectangles that the guest reports as drawn, and saves it
/// as PNG. Screens of 32 and 16 bits a pixel; others show nothing. The pictures of all screens
/// together take no more than twice the video memory, whatever screens the guest names.
public final class FramebufferDisplay implements DisplayDriver {
  private final GuestMemory vram;
  private final Frame[] frames;

  FramebufferDisplay(GuestMemory vram, int monitors) {
    this.vram = vram;
    this.frames = new Frame[monitors];
  }

  /// What a screen of 32 or 16 bits a pixel shows, and where its pixels are.
  private record Frame(InfoScreen screen, long start, BufferedImage image) {
    /// The colour of a pixel as 0xRRGGBB.
    int pixel(GuestMemory vram, int x, int y) {
      long line = start + (long) y * screen.lineSize();
      return screen.bitsPerPixel() == 32
          ? vram.u32(line + 4L * x) & 0xFFFFFF
          : rgb565(vram.u16(line + 2L * x));
    }

    long bytes() {
      return (long) screen.width() * screen.height() * Integer.BYTES;
    }

    private static int rgb565(int pixel) {
      return (pixel & 0xF800) << 8 | (pixel & 0x07E0) << 5 | (pixel & 0x001F) << 3;
    }
  }

  /// Saves what a screen shows.
  ///
  /// @throws IllegalStateException if it shows nothing
  public void save(int screen, Path png) throws IOException {
    if (frames[screen] == null) {
      throw new IllegalStateException("screen %d shows nothing".formatted(screen));
    }
    try (var out = Files.newOutputStream(png)) {
      ImageIO.write(frames[screen].image(), "png", out);
    }
  }

  /// The colour of a pixel of a screen as 0xRRGGBB.
  public int pixel(int screen, int x, int y) {
    return frames[screen].image().getRGB(x, y) & 0xFFFFFF;
  }

  @Override
  public void resized(InfoView view, InfoScreen screen) {
    frames[view.viewIndex()] = null;
    boolean shows = screen.bitsPerPixel() == 32 || screen.bitsPerPixel() == 16;
    long pixels = (long) screen.width() * screen.height();
    if (shows && pixels > 0 && pixels * Integer.BYTES <= room()) {
      frames[view.viewIndex()] = frame(view, screen);
    }
  }

  /// How much memory the pictures may still take.
  private long room() {
    long taken = 0;
    for (Frame frame : frames) {
      taken += frame == null ? 0 : frame.bytes();
    }
    return 2 * vram.bytes() - taken;
  }

  @Override
  public void record(int screen, VbvaRecord record) {
    Frame frame = frames[screen];
    if (frame != null) {
      draw(frame, record.x(), record.y(), record.width(), record.height());
    }
  }

  private static Frame frame(InfoView view, InfoScreen screen) {
    long start =
        Integer.toUnsignedLong(view.offset()) + Integer.toUnsignedLong(screen.startOffset());
    return new Frame(
        screen,
        start,
        new BufferedImage(screen.width(), screen.height(), BufferedImage.TYPE_INT_RGB));
  }

  /// Draws a rectangle of the desktop, or what of it lies on the screen.
  private void draw(Frame frame, int x, int y, int width, int height) {
    int left = x - frame.screen().originX();
    int top = y - frame.screen().originY();
    int right = Math.min(left + width, frame.screen().width());
    int bottom = Math.min(top + height, frame.screen().height());
    for (int row = Math.max(top, 0); row < bottom; row++) {
      for (int column = Math.max(left, 0); column < right; column++) {
        frame.image().setRGB(column, row, frame.pixel(vram, column, row));
      }
    }
  }

  /// Makes it, as `framebuffer`.
  public static final class Provider implements DisplayProvider {
    /// For [java.util.ServiceLoader].
    public Provider() {}

    @Override
    public String name() {
      return "framebuffer";
    }

    @Override
    public DisplayDriver create(DisplayContext context) {
      return new FramebufferDisplay(context.vram(), context.monitors());
    }
  }
}
