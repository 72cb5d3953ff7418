package org.hgbench.hgsmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.guest.LinuxVideoDriver;
import org.hgbench.hgsmi.host.display.CountingDisplay;
import org.hgbench.hgsmi.wire.Conf32;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.machine.Machine;
import org.hgbench.machine.WatchedVcpu;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Linux's driver does at probe, mode set, damage and cursor, byte for byte, and what the
/// device answers.
class LinuxBringUpTest {
  private final VgaMachine machine =
      new VgaMachine(
          Map.of(
              "Devices/vga/0/Config/VRamSize", "16M",
              "Devices/vga/0/Config/MonitorCount", "2"));
  private final List<String> transcript = new ArrayList<>();

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void theDeviceAnswersAsTheGoldenTranscriptSays() throws IOException {
    LinuxVideoDriver driver =
        LinuxVideoDriver.probe(
            new TranscribingVcpu(machine.vcpu(), machine.vram(), transcript), machine.vram());
    driver.detectModes(0);
    driver.detectModes(1);
    driver.setMode(0, 1024, 768);
    driver.setMode(1, 800, 600);
    for (int i = 0; i < 64; i++) {
      assertThat(driver.damage(0, 10 * i, i, 8, 16)).isTrue();
    }
    assertThat(driver.showPointer(64, 64, new byte[512 + 16384])).isZero();

    assertThat(String.join("\n", transcript) + "\n").isEqualTo(golden());
    CountingDisplay display = machine.device().display(CountingDisplay.class);
    assertThat(machine.device().faults()).isZero();
    assertThat(display.enabledScreens()).isEqualTo(2);
    assertThat(display.caps()).isEqualTo(0x1E);
    assertThat(display.resizes()).isEqualTo(2);
    assertThat(display.records()).isEqualTo(63);
    assertThat(display.pointers()).isEqualTo(1);
  }

  @Test
  void aDriverLearnsOfModeHints() {
    LinuxVideoDriver driver = LinuxVideoDriver.probe(machine.vcpu(), machine.vram());
    ModeHint hint = new ModeHint(ModeHint.MAGIC, 1280, 1024, 32, 1, 0, 0, 1);
    machine.device().hintMode(hint);
    assertThat(driver.modeHints()).containsExactly(ModeHint.NONE, hint);
  }

  @Test
  void aDriverWithoutADeviceGivesUp() {
    try (Machine without = Machine.open(Settings.parse(List.of("RamSize = 2M")))) {
      assertThatThrownBy(() -> LinuxVideoDriver.probe(without.vcpu(0), machine.vram()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("vboxvideo: no HGSMI");
    }
  }

  /// A host that answers one question as old hosts did: with what the guest had preset.
  @ParameterizedTest
  @CsvSource({
    "-1,   0, vboxvideo: host does not answer",
    " 2, -37, vboxvideo: host is too old: value 2",
    " 3, -37, vboxvideo: host is too old: value 3"
  })
  void aDriverGivesUpOnAHostThatIsTooOld(int index, int preset, String message) {
    GuestMemory vram = machine.vram();
    long answer = HgsmiBuffer.dataAt((int) vram.bytes() - HgsmiGuest.LINUX_HEAP_BYTES);
    Vcpu old =
        new WatchedVcpu(
            machine.vcpu(),
            value -> {
              if (Conf32.read(vram, answer).index() == index) {
                new Conf32(index, preset).write(vram, answer);
              }
            });
    assertThatThrownBy(() -> LinuxVideoDriver.probe(old, vram))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }

  @Test
  void aSecondDriverFindsTheRingsTaken() {
    LinuxVideoDriver.probe(machine.vcpu(), machine.vram());
    assertThatThrownBy(() -> LinuxVideoDriver.probe(machine.vcpu(), machine.vram()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("vboxvideo: ring refused");
    machine.device().reset();
    assertThat(LinuxVideoDriver.probe(machine.vcpu(), machine.vram()).damage(0, 0, 0, 1, 1))
        .isTrue();
  }

  @Test
  void damageIsDroppedWhenTheHostTakesNoRecords() {
    LinuxVideoDriver driver = LinuxVideoDriver.probe(machine.vcpu(), machine.vram());
    assertThat(driver.damage(1, 0, 0, 1, 1)).isTrue();
    machine.device().reset();
    assertThat(driver.damage(1, 0, 0, 1, 1)).isFalse();
    CountingDisplay display = machine.device().display(CountingDisplay.class);
    assertThat(display.records()).isEqualTo(1);
  }

  private static String golden() throws IOException {
    try (var in = LinuxBringUpTest.class.getResourceAsStream("linux-bring-up.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
