package org.hgbench.hgsmi.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgsmi.VgaHost;
import org.hgbench.hgsmi.VgaMachine;
import org.hgbench.hgsmi.Vram;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaCommand;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.GuestThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The video channel's commands, as bytes in and bytes out.
@ParameterizedClass
@MethodSource("org.hgbench.machine.BoundaryCases#all")
class VideoChannelTest {
  private static final String VIEW_0_ALL = "00 00 00 00 00 00 00 00 00 00 10 00 00 00 10 00";
  private static final int RING = 0x80000;

  @RegisterExtension static final GuestThread GUEST = VgaMachine.guestThread();

  private final VgaMachine machine = new VgaMachine(GUEST);
  private final VgaHost host = machine.host();

  private String answer;

  VideoChannelTest(String boundary) {
    assertThat(machine.machine().boundary().name()).isEqualTo(boundary);
  }

  @ParameterizedTest
  @CsvSource({
    "00 00 00 00, 02 00 00 00",
    "01 00 00 00, 00 00 01 00",
    "02 00 00 00, 00 00 00 00",
    "03 00 00 00, 00 00 00 00",
    "04 00 00 00, 02 00 00 00",
    "05 00 00 00, 0f 00 00 00",
    "06 00 00 00, 00 00 00 08",
    "ff ff ff ff, ff ff ff ff"
  })
  void answersWhatGuestsAskAboutTheHost(String index, String value) {
    assertThat(send(VbvaCommand.QUERY_CONF32, index + " db ff ff fe")).isZero();
    assertThat(answer).isEqualTo(index + " " + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"07 00 00 00", "fe ff ff ff", "00 00 00 80"})
  void leavesThePresetOfAnUnknownValue(String index) {
    assertThat(send(VbvaCommand.QUERY_CONF32, index + " db ff ff ff"))
        .isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(answer).isEqualTo(index + " db ff ff ff");
  }

  @ParameterizedTest
  @CsvSource({"00, 0", "01, 0", "02, -2", "ff, -2"})
  void acceptsTheSettingOfOldValuesWithoutEffect(String index, int status) {
    assertThat(send(VbvaCommand.SET_CONF32, index + " 00 00 00 09 00 00 00")).isEqualTo(status);
    send(VbvaCommand.QUERY_CONF32, "00 00 00 00 00 00 00 00");
    assertThat(answer).isEqualTo("00 00 00 00 02 00 00 00");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8", "2, 8", "3, 16", "4, 8", "5, 4", "6, 32", "7, 12", "8, 28", "10, 44", "11, 104",
    "12, 8", "13, 16", "19, 8", "20, 16", "21, 12"
  })
  void refusesEveryCommandThatIsShorterThanItsStructureAndWritesNothing(int command, int size) {
    String ones = "11" + " 11".repeat(127);
    for (int dataSize = 0; dataSize < size; dataSize++) {
      Vram.write(machine.vram(), 16, ones);
      assertThat(machine.submit(0, dataSize, Channel.VBVA, command))
          .as("size %d", dataSize)
          .isEqualTo(VboxStatus.INVALID_PARAMETER);
      if (dataSize > 0) {
        assertThat(Vram.read(machine.vram(), 16, dataSize))
            .isEqualTo("11" + " 11".repeat(dataSize - 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 14, 15, 16, 17, 18, 22, 0xFFFF})
  void ignoresCommandsItDoesNotKnow(int command) {
    String data = "11" + " 22".repeat(47);
    assertThat(send(command, data)).isZero();
    assertThat(answer).isEqualTo(data);
  }

  @ParameterizedTest
  @CsvSource({
    "01 00 00 00 00 00 08 00 00 00 08 00 00 00 08 00, 0",
    "00 00 00 00 00 00 10 00 00 00 00 00 00 00 00 00, 0",
    "02 00 00 00 00 00 00 00 00 00 01 00 00 00 01 00, -2",
    "ff ff ff ff 00 00 00 00 00 00 01 00 00 00 01 00, -2",
    "00 00 00 00 01 00 10 00 00 00 00 00 00 00 00 00, -2",
    "00 00 00 00 00 00 00 00 01 00 10 00 00 00 00 00, -2",
    "00 00 00 00 00 00 08 00 01 00 08 00 00 00 00 00, -2",
    "00 00 00 00 ff ff ff ff 02 00 00 00 00 00 00 00, -2",
    "00 00 00 00 00 00 00 00 00 00 01 00 01 00 01 00, -2"
  })
  void checksViews(String view, int status) {
    assertThat(send(VbvaCommand.INFO_VIEW, view)).isEqualTo(status);
  }

  @Test
  void keepsTheViewsBeforeABadOne() {
    String bad = "02" + VIEW_0_ALL.substring(2);
    assertThat(send(VbvaCommand.INFO_VIEW, VIEW_0_ALL + " " + bad))
        .isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(send(VbvaCommand.INFO_SCREEN, screen(320, 240, 1280, 32))).isZero();
    assertThat(host.resizes()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1024,  256,      4096,  32,       0,  0, 0",
    "1024,  256,      4096,  32,       1,  0, -2",
    "1024,  257,      4096,  32,       0,  0, -2",
    "1025,    1,      4096,  32,       0,  0, -2",
    "1366,    1,      4098,  24,       0,  0, 0",
    "1367,    1,      4098,  24,       0,  0, -2",
    " 512,    1,      4096,  33,       0,  0, -2",
    "4096,    1,      4096,   0,       0,  0, 0",
    "   0,    0,         0,   0,       0,  0, 0",
    "   0,    0,         0,   0, 0x100000, 0, 0",
    "   0,    0,         0,   0, 0x100001, 0, -2",
    "   0, 65535,     262140, 32,       0,  0, -2",
    "   0, 65536,          0, 32,       0,  0, -2",
    "   0,    1,     262141, 32,       0,  0, -2",
    "65536,   0,     262140, 32,       0,  0, -2",
    "   1, 32769,     131072, 32,       0,  0, -2",
    "   1,   16, 0x10000000, 32,       0,  0, -2",
    " 640,  480,      2560,  32, 0xffffffff, 0, -2",
    " 640,  480,      2560,  32,       0,  2, -2",
    " 640,  480,      2560,  32,       0, -1, -2"
  })
  void checksScreens(
      int width, int height, String line, int bits, String start, int index, int status) {
    send(VbvaCommand.INFO_VIEW, VIEW_0_ALL);
    machine.vram().clear(16, 32);
    int lineSize = Integer.decode(line);
    writeWords(index, 0, 0, (int) (long) Long.decode(start), lineSize, width, height, bits);
    assertThat(machine.submit(0, 32, Channel.VBVA, VbvaCommand.INFO_SCREEN)).isEqualTo(status);
    assertThat(host.resizes()).isEqualTo(status == 0 ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0x0d, 0x80000, 0, 0",
    "0x0e, 0x80000, 0, 0",
    "0x0f, 0x80000, 0, -2",
    "0x0c, 0x80000, 0, -2",
    "0x0d, 0x80000, 2, -2",
    "0x0d, 0x80000, -1, -2",
    "0x0d, 0xffee1, 0, -2",
    "0x0d, 0x100000, 0, -2",
    "0x0d, 0xffffffff, 0, -2",
    "0x05, 0x80000, 0, -2",
    "0x05, 0x0, 1, 0",
    "0x05, 0x7fee0, 1, -2",
    "0x05, 0x7fee1, 1, -2",
    "0x05, 0xfff80000, 1, -2"
  })
  void checksWhereARingIsToBe(String flags, String offset, int screen, int status) {
    // View 1 begins where the ring is; view 0 is a byte too small for one.
    send(
        VbvaCommand.INFO_VIEW,
        "01 00 00 00 00 00 08 00 00 00 08 00 00 00 00 00 "
            + "00 00 00 00 00 00 00 00 1f 01 00 00 00 00 00 00");
    prepareRing(RING, 1024, 256);
    int result = enable(Integer.decode(flags), (int) (long) Long.decode(offset), screen);
    assertThat(result).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 256, 0",
    "2, 1, 0",
    "0x7fee0, 1, 0",
    "0x7fee1, 1, -2",
    "0, 0, -2",
    "1, 0, -2",
    "1, 1, -2",
    "0xffffffff, 1, -2",
    "0xfffffee0, 1, -2",
    "1024, 0, -2",
    "1024, 1024, -2",
    "1024, 0xffffffff, -2"
  })
  void checksTheSizesOfARing(String dataSize, String threshold, int status) {
    prepareRing(RING, (int) (long) Long.decode(dataSize), (int) (long) Long.decode(threshold));
    assertThat(enable(0x0D, RING, 0)).isEqualTo(status);
    assertThat(host.enabledScreens()).isEqualTo(status == 0 ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 12, 272, 276})
  void refusesARingThatIsNotEmpty(int field) {
    prepareRing(RING, 1024, 256);
    machine.vram().u32(RING + field, 1);
    assertThat(enable(0x0D, RING, 0)).isEqualTo(VboxStatus.INVALID_PARAMETER);
  }

  @Test
  void refusesToEnableARingTwice() {
    prepareRing(RING, 1024, 256);
    assertThat(enable(0x0D, RING, 0)).isZero();
    assertThat(enable(0x0D, RING, 0)).isEqualTo(VboxStatus.INVALID_STATE);
    assertThat(new VbvaRing(machine.vram(), RING).hostEvents()).isEqualTo(0x81);
    assertThat(enable(0x0E, RING, 0)).isZero();
    assertThat(new VbvaRing(machine.vram(), RING).hostEvents()).isZero();
    assertThat(enable(0x0D, RING, 0)).isZero();
  }

  @Test
  void findsTheScreenOfAnOldEnableByTheViewThatHoldsTheCommand() {
    send(
        VbvaCommand.INFO_VIEW,
        "00 00 00 00 00 00 08 00 00 00 08 00 00 00 00 00 "
            + "01 00 00 00 00 00 00 00 00 00 01 00 00 00 00 00");
    prepareRing(0x1000, 1024, 256);
    writeWords(1, 0x1000, 77);
    assertThat(machine.submit(0, 12, Channel.VBVA, VbvaCommand.ENABLE)).isZero();
    assertThat(machine.vram().u32(24)).isZero();
    prepareRing(0x1000, 1024, 256);
    assertThat(enable(0x0D, 0x1000, 1)).isEqualTo(VboxStatus.INVALID_STATE);
  }

  @Test
  void refusesAnOldEnableThatLiesInNoView() {
    prepareRing(0x1000, 1024, 256);
    writeWords(1, 0x1000, 77);
    assertThat(machine.submit(0, 12, Channel.VBVA, VbvaCommand.ENABLE))
        .isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(machine.vram().u32(24)).isEqualTo(VboxStatus.INVALID_PARAMETER);
  }

  @Test
  void switchingOffScreenZeroForgetsWhatTheGuestCan() {
    send(VbvaCommand.INFO_CAPS, "aa 00 00 00 06 00 00 00");
    assertThat(answer).isEqualTo("00 00 00 00 06 00 00 00");
    assertThat(host.caps()).isEqualTo(6);
    enable(0x0E, RING, 1);
    assertThat(host.caps()).isEqualTo(6);
    enable(0x0E, RING, 0);
    assertThat(host.caps()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "4, 64, 64, 16896, 0",
    "4, 64, 64, 16895, -2",
    "4, 1, 0x33333334, 4, -2",
    "4, 0x33333334, 1, 4, -2",
    "4, 2049, 1, 70000, -2",
    "4, 1, 2049, 70000, -2",
    "4, 0xffffffff, 0xffffffff, 4, -2",
    "4, 0, 0, 4, 0",
    "1, 0xffffffff, 0xffffffff, 4, 0"
  })
  void checksThePictureOfAPointer(
      int flags, String width, String height, int pictureBytes, int status) {
    machine.vram().clear(16, 28);
    writeWords(77, flags, 0, 0, (int) (long) Long.decode(width), (int) (long) Long.decode(height));
    assertThat(machine.submit(0, 24 + pictureBytes, Channel.VBVA, VbvaCommand.MOUSE_POINTER_SHAPE))
        .isEqualTo(status);
    assertThat(machine.vram().u32(16)).isEqualTo(status);
    assertThat(host.pointers()).isEqualTo(status == 0 ? 1 : 0);
  }

  @Test
  void copiesOnlyAsMuchOfAModeHintAsTheGuestHasRoomFor() {
    host.hintMode(new ModeHint(ModeHint.MAGIC, 0x280, 0x1E0, 32, 0, 5, 6, 1));
    send(VbvaCommand.QUERY_MODE_HINTS, "02 00 08 00 77 00 00 00" + " 11".repeat(18));
    assertThat(answer)
        .isEqualTo("02 00 08 00 00 00 00 00 d9 ad 01 08 80 02 00 00" + " ff".repeat(10));
    send(VbvaCommand.QUERY_MODE_HINTS, "01 00 21 00 77 00 00 00" + " 11".repeat(33));
    assertThat(answer)
        .isEqualTo(
            "01 00 21 00 00 00 00 00 d9 ad 01 08 80 02 00 00 e0 01 00 00 20 00 00 00 "
                + "00 00 00 00 05 00 00 00 06 00 00 00 01 00 00 00 ff");
    send(VbvaCommand.QUERY_MODE_HINTS, "01 00 01 00 77 00 00 00 11 11");
    assertThat(answer).isEqualTo("01 00 01 00 00 00 00 00 d9 ff");
    send(VbvaCommand.QUERY_MODE_HINTS, "ff ff 00 00 77 00 00 00 11");
    assertThat(answer).isEqualTo("ff ff 00 00 00 00 00 00 ff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff ff ff ff", "02 00 11 00", "21 00 01 00"})
  void refusesHintsThatDoNotFit(String query) {
    String data = query + " 77 00 00 00" + " 11".repeat(32);
    assertThat(send(VbvaCommand.QUERY_MODE_HINTS, data)).isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(answer).isEqualTo(data);
  }

  @Test
  void takesTheRestWithoutFuss() {
    assertThat(send(VbvaCommand.REPORT_INPUT_MAPPING, "00 00 00 00" + " 01".repeat(12))).isZero();
    assertThat(host.inputMappings()).isEqualTo(1);
    send(VbvaCommand.CURSOR_POSITION, "01 00 00 00 05 00 00 00 06 00 00 00");
    assertThat(answer).isEqualTo("01 00 00 00 00 00 00 00 00 00 00 00");
    send(VbvaCommand.SCANLINE_CFG, "77 00 00 00 01 00 00 00 10 00 00 00 00 00 00 00");
    assertThat(answer).isEqualTo("00 00 00 00 01 00 00 00 10 00 00 00 00 00 00 00");
    assertThat(send(VbvaCommand.FLUSH, "00 00 00 00")).isZero();
  }

  /// Writes the data, submits it from offset 0, and keeps what the host made of it.
  private int send(int command, String data) {
    Vram.write(machine.vram(), HgsmiBuffer.dataAt(0), data);
    int size = (data.length() + 1) / 3;
    int status = machine.submit(0, size, Channel.VBVA, command);
    answer = Vram.read(machine.vram(), HgsmiBuffer.dataAt(0), size);
    return status;
  }

  private int enable(int flags, int offset, int screen) {
    writeWords(flags, offset, 77, screen);
    int status = machine.submit(0, 16, Channel.VBVA, VbvaCommand.ENABLE);
    assertThat(machine.vram().u32(24)).isEqualTo(status);
    return status;
  }

  private void prepareRing(int at, int dataSize, int threshold) {
    new VbvaRing(machine.vram(), at).initialize(dataSize, threshold);
  }

  private void writeWords(int... words) {
    for (int i = 0; i < words.length; i++) {
      machine.vram().u32(HgsmiBuffer.dataAt(0) + 4L * i, words[i]);
    }
  }

  private static String screen(int width, int height, int lineSize, int bits) {
    StringBuilder hex = new StringBuilder("00 00 00 00" + " 00".repeat(12));
    for (int word : new int[] {lineSize, width, height}) {
      hex.append(" %02x %02x 00 00".formatted(word & 0xFF, word >> 8));
    }
    return hex.append(" %02x 00 01 00".formatted(bits)).toString();
  }
}
