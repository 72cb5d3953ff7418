package org.hgbench.hgsmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.guest.VideoCommands;
import org.hgbench.hgsmi.host.display.CountingDisplay;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.Conf32;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.InfoCaps;
import org.hgbench.hgsmi.wire.InfoScreen;
import org.hgbench.hgsmi.wire.InfoView;
import org.hgbench.hgsmi.wire.InputMapping;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.hgsmi.wire.PointerShape;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaEnable;
import org.hgbench.machine.counter.CounterValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The commands of a display driver, as the driver sees them.
class VideoCommandsTest {
  private final VgaMachine machine = new VgaMachine();

  @AfterEach
  void close() {
    machine.close();
  }

  static Stream<Named<ToIntFunction<VideoCommands>>> commandsWithAStatus() {
    return Stream.of(
        Named.of("capabilities", video -> video.capabilities(InfoCaps.IRQ)),
        Named.of("ring", video -> video.ring(VbvaEnable.DISABLE, 0, 0x1000)),
        Named.of(
            "pointer",
            video ->
                video.pointer(new PointerShape(0, PointerShape.VISIBLE, 0, 0, 0, 0), new byte[4])),
        Named.of("modeHints", video -> video.modeHints(new ModeHint[1])));
  }

  @ParameterizedTest
  @MethodSource("commandsWithAStatus")
  void aCommandThatFindsNoRoomSaysSoAndSendsNothing(ToIntFunction<VideoCommands> command) {
    HgsmiGuest guest = machine.guest();
    VideoCommands video = new VideoCommands(guest);
    assertThat(command.applyAsInt(video)).isZero();

    int hog = exhaust(guest);
    CounterValues before = machine.machine().counters();
    assertThat(command.applyAsInt(video)).isEqualTo(VboxStatus.NO_MEMORY);
    assertThat(machine.machine().counters().since(before).traps()).isZero();

    guest.free(hog);
    assertThat(command.applyAsInt(video)).isZero();
  }

  static Stream<Named<Consumer<VideoCommands>>> commandsWithoutAStatus() {
    return Stream.of(
        Named.of("reportFlagsLocation", VideoCommands::reportFlagsLocation),
        Named.of("hostHeap", video -> video.hostHeap(0x80000, 0x10000)),
        Named.of("view", video -> video.view(new InfoView(0, 0, 0x10000, 0x10000))),
        Named.of(
            "screen",
            video -> video.screen(new InfoScreen(0, 0, 0, 0, 256, 64, 32, 32, InfoScreen.ACTIVE))),
        Named.of("flush", VideoCommands::flush),
        Named.of("cursorPosition", video -> video.cursorPosition(5, 6)),
        Named.of("inputMapping", video -> video.inputMapping(new InputMapping(0, 0, 64, 32))));
  }

  @ParameterizedTest
  @MethodSource("commandsWithoutAStatus")
  void aCommandWithoutAStatusThatFindsNoRoomIsNotSent(Consumer<VideoCommands> command) {
    HgsmiGuest guest = machine.guest();
    VideoCommands video = new VideoCommands(guest);
    video.view(new InfoView(0, 0, 0x10000, 0x10000));

    int hog = exhaust(guest);
    CounterValues before = machine.machine().counters();
    command.accept(video);
    assertThat(machine.machine().counters().since(before).traps()).isZero();

    guest.free(hog);
    command.accept(video);
    assertThat(machine.machine().counters().since(before).traps()).isEqualTo(1);
    assertThat(machine.device().faults()).isZero();
    assertThat(exhaust(guest)).isEqualTo(hog);
  }

  @Test
  void aQuestionThatFindsNoRoomIsAnsweredAsByAnOldHost() {
    HgsmiGuest guest = machine.guest();
    VideoCommands video = new VideoCommands(guest);
    assertThat(video.configuration(Conf32.PROBE, 0)).isEqualTo(Conf32.PROBE);
    exhaust(guest);
    assertThat(video.configuration(Conf32.PROBE, 77)).isEqualTo(77);
  }

  @Test
  void theHostLearnsWhereThePointerIs() {
    List<String> transcript = new ArrayList<>();
    HgsmiGuest guest =
        HgsmiGuest.withPool(
            new TranscribingVcpu(machine.vcpu(), machine.vram(), transcript),
            machine.vram(),
            HgsmiGuest.LINUX_HEAP_BYTES);
    new VideoCommands(guest).cursorPosition(0x1234, -2);
    assertThat(transcript.get(1)).contains(" | 01 00 00 00 34 12 00 00 fe ff ff ff | ");
  }

  @Test
  void aPointerArrivesWithItsPicture() {
    VideoCommands video = new VideoCommands(machine.guest());
    int flags = PointerShape.VISIBLE | PointerShape.SHAPE | PointerShape.ALPHA;
    PointerShape shape = new PointerShape(0, flags, 0, 0, 8, 8);
    CountingDisplay display = machine.device().display(CountingDisplay.class);
    assertThat(video.pointer(shape, new byte[8 + 8 * 8 * 4])).isZero();
    assertThat(display.pointers()).isEqualTo(1);
    assertThat(video.pointer(shape, new byte[8 * 8])).isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(display.pointers()).isEqualTo(1);
  }

  /// Takes all of the heap in one buffer, and returns it.
  private static int exhaust(HgsmiGuest guest) {
    int bytes = HgsmiGuest.LINUX_HEAP_BYTES - HgsmiGuest.HOST_FLAGS_BYTES - HgsmiBuffer.OVERHEAD;
    int hog = guest.allocate(bytes, Channel.BENCHMARK, BenchmarkCommand.SINK);
    assertThat(hog).isNotEqualTo(HgsmiPorts.VOID);
    return hog;
  }
}
