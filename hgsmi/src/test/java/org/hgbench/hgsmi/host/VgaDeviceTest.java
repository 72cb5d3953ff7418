package org.hgbench.hgsmi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hgbench.hgsmi.VgaMachine;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.device.PciIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VgaDeviceTest {
  private final VgaMachine machine = new VgaMachine();

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void isFoundOnThePciBusWithItsVram() {
    PciIdentity identity = machine.device().identity();
    assertThat(identity.vendor()).isEqualTo(0x80EE);
    assertThat(identity.device()).isEqualTo(0xBEEF);
    assertThat(identity.bars())
        .containsExactly(new PciIdentity.Bar(false, 0xE000_0000L, VgaMachine.VRAM_BYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1020K", "257M", "1048577"})
  void rejectsImpossibleVramSizes(String size) {
    assertThatThrownBy(() -> new VgaMachine(Map.of("Devices/vga/0/Config/VRamSize", size)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("setting Devices/vga/0/Config/VRamSize: ");
  }

  @Test
  void countsFailedCommandsAndReportsThemOutOfBand() {
    assertThat(machine.submit(0, 16, Channel.SEAMLESS, 0)).isEqualTo(VboxStatus.INVALID_FUNCTION);
    assertThat(machine.submit(0, 16, Channel.BENCHMARK, 2)).isEqualTo(VboxStatus.SUCCESS);
    assertThat(machine.device().commands()).isEqualTo(2);
    assertThat(machine.device().faults()).isEqualTo(1);
  }

  @Test
  void leavesAChannelOutWhenTheSettingsSaySo() {
    try (VgaMachine without =
        new VgaMachine(Map.of("Devices/vga/0/Config/Channels/benchmark/Enabled", "false"))) {
      assertThat(without.submit(0, 16, Channel.BENCHMARK, 2))
          .isEqualTo(VboxStatus.INVALID_FUNCTION);
    }
  }
}
