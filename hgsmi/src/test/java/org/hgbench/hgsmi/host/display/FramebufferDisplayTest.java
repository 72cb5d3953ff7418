package org.hgbench.hgsmi.host.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.hgbench.hgsmi.VgaMachine;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.guest.RingWriter;
import org.hgbench.hgsmi.guest.VideoCommands;
import org.hgbench.hgsmi.guest.VramMap;
import org.hgbench.hgsmi.wire.InfoScreen;
import org.hgbench.hgsmi.wire.InfoView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same guest and the same device as with the counting display; only a setting differs.
class FramebufferDisplayTest {
  private final VgaMachine machine =
      new VgaMachine(Map.of("Devices/vga/0/Config/Display/Driver", "framebuffer"));
  private final FramebufferDisplay display = machine.device().display(FramebufferDisplay.class);
  private final HgsmiGuest guest = machine.guest();
  private final VideoCommands video = new VideoCommands(guest);
  private final RingWriter ring =
      RingWriter.linux(
          guest, VramMap.linux(VgaMachine.VRAM_BYTES, 1), 0, RingWriter.WhenFull.FLUSH);

  @TempDir Path directory;

  @BeforeEach
  void enable() {
    assertThat(ring.enable()).isZero();
    video.view(new InfoView(0, 0x1000, 0x40000, 0x40000));
  }

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void composesTheRectanglesThatTheGuestReports() throws Exception {
    video.screen(new InfoScreen(0, 0, 0, 0x100, 256, 64, 32, 32, InfoScreen.ACTIVE));
    assertThat(machine.device().faults()).isZero();
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 64; x++) {
        machine.vram().u32(0x1100 + 256L * y + 4L * x, 0xFF000000 | y << 8 | x);
      }
    }
    draw(10, 20, 5, 4);
    assertThat(display.pixel(0, 10, 20)).isEqualTo(0x00140A);
    assertThat(display.pixel(0, 14, 23)).isEqualTo(0x00170E);
    assertThat(display.pixel(0, 9, 20)).isZero();
    assertThat(display.pixel(0, 15, 23)).isZero();

    Path png = directory.resolve("screen.png");
    display.save(0, png);
    var image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isEqualTo(64);
    assertThat(image.getRGB(12, 22) & 0xFFFFFF).isEqualTo(0x00160C);
  }

  @Test
  void drawsOnlyWhatLiesOnTheScreen() {
    video.screen(new InfoScreen(0, 100, 0, 0, 128, 64, 32, 16, InfoScreen.ACTIVE));
    machine.vram().fill(0x1000, 0x2000, (byte) 0xFF);
    draw(-30000, -30000, 0xFFFF, 0xFFFF);
    assertThat(display.pixel(0, 63, 31)).isEqualTo(0xF8FCF8);
    draw(32767, 32767, 0xFFFF, 0xFFFF);
    assertThat(machine.device().faults()).isZero();
  }

  @Test
  void takesNoMoreThanTwiceTheVideoMemory() {
    try (VgaMachine two =
        new VgaMachine(
            Map.of(
                "Devices/vga/0/Config/Display/Driver", "framebuffer",
                "Devices/vga/0/Config/MonitorCount", "2"))) {
      VideoCommands both = new VideoCommands(two.guest());
      FramebufferDisplay pictures = two.device().display(FramebufferDisplay.class);
      int most = VgaMachine.VRAM_BYTES / 4 * 3;
      for (int screen = 0; screen < 2; screen++) {
        both.view(new InfoView(screen, 0, most, most));
        both.screen(new InfoScreen(screen, 0, 0, 0, 2048, 1024, 384, 16, InfoScreen.ACTIVE));
      }

      assertThat(two.device().faults()).isZero();
      assertThat(pictures.pixel(0, 1023, 383)).isZero();
      assertThatThrownBy(() -> pictures.save(1, directory.resolve("second.png")))
          .hasMessage("screen 1 shows nothing");
    }
  }

  /// Depths that have no picture, and screens without pixels. What was there before is gone, and
  /// drawing is no mistake of the guest's.
  @ParameterizedTest
  @CsvSource({"64, 32, 24", "64, 32, 8", "64, 32, 0", "0, 32, 32", "64, 0, 32", "0, 0, 0"})
  void showsNothingOfAScreenWithoutAPicture(int width, int height, int bits) {
    video.screen(new InfoScreen(0, 0, 0, 0, 256, 64, 32, 32, InfoScreen.ACTIVE));
    draw(0, 0, 64, 32);
    assertThat(display.pixel(0, 63, 31)).isZero();

    video.screen(new InfoScreen(0, 0, 0, 0, 256, width, height, bits, InfoScreen.ACTIVE));
    draw(0, 0, 64, 32);
    assertThat(machine.device().faults()).isZero();
    assertThatThrownBy(() -> display.save(0, directory.resolve("none.png")))
        .hasMessage("screen 0 shows nothing");
  }

  @Test
  void savesNothingBeforeThereIsAScreen() {
    assertThatThrownBy(() -> display.save(0, directory.resolve("none.png")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("screen 0 shows nothing");
  }

  @Test
  void anUnknownDriverIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> new VgaMachine(Map.of("Devices/vga/0/Config/Display/Driver", "oled")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "setting Display/Driver: no display driver 'oled'; there are [counting, framebuffer]");
  }

  private void draw(int x, int y, int width, int height) {
    long rectangle = x & 0xFFFFL | (y & 0xFFFFL) << 16 | (long) width << 32 | (long) height << 48;
    assertThat(ring.begin() && ring.write(rectangle)).isTrue();
    ring.end();
    ring.flush();
  }
}
