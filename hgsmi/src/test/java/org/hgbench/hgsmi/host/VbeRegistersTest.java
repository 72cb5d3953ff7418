package org.hgbench.hgsmi.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgsmi.VgaMachine;
import org.hgbench.hgsmi.wire.Vbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VbeRegistersTest {
  private final VgaMachine machine = new VgaMachine();

  @AfterEach
  void close() {
    machine.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {Vbe.ID_VBOX_VIDEO, Vbe.ID_HGSMI, Vbe.ID_ANYX, Vbe.ID_CONFIGURATION})
  void keepsTheIdsThatItOffers(int id) {
    write(Vbe.ID, id);
    assertThat(read(Vbe.ID)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xBE04, 0xBDFF, 0, 0xFFFF})
  void doesNotKeepOthers(int id) {
    write(Vbe.ID, Vbe.ID_HGSMI);
    write(Vbe.ID, id);
    assertThat(read(Vbe.ID)).isEqualTo(Vbe.ID_HGSMI);
  }

  @Test
  void tellsTheSizeOfVramToA32BitRead() {
    assertThat(machine.vcpu().in(Vbe.DATA_PORT, 4)).isEqualTo(VgaMachine.VRAM_BYTES);
    write(Vbe.ID, Vbe.ID_HGSMI);
    machine.vcpu().out(Vbe.INDEX_PORT, 2, Vbe.CONFIGURATION);
    assertThat(machine.vcpu().in(Vbe.DATA_PORT, 4)).isEqualTo(VgaMachine.VRAM_BYTES);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0x10001",
    "1, 0x100000",
    "2, 0",
    "3, 0",
    "4, 0",
    "5, 0",
    "0x1004, 1",
    "0x1005, 0"
  })
  void answersConfigurationValuesToAGuestThatKnowsThem(String number, String value) {
    write(Vbe.ID, Vbe.ID_CONFIGURATION);
    write(Vbe.CONFIGURATION, Integer.decode(number));
    assertThat(machine.vcpu().in(Vbe.DATA_PORT, 4)).isEqualTo(Integer.decode(value));
  }

  @Test
  void storesAMode() {
    write(Vbe.WIDTH, 1024);
    write(Vbe.HEIGHT, 768);
    assertThat(read(Vbe.WIDTH)).isEqualTo(1024);
    assertThat(read(Vbe.HEIGHT)).isEqualTo(768);
    assertThat(read(Vbe.FRAMEBUFFER_BASE_HIGH)).isEqualTo(0xE000);
    assertThat(machine.vcpu().in(Vbe.INDEX_PORT, 2)).isEqualTo(Vbe.FRAMEBUFFER_BASE_HIGH);
    machine.device().reset();
    assertThat(read(Vbe.WIDTH)).isZero();
    assertThat(read(Vbe.ID)).isEqualTo(Vbe.ID_VBE);
  }

  @Test
  void ignoresOtherWidthsAndRegistersThatAreNotThere() {
    machine.vcpu().out(Vbe.INDEX_PORT, 1, Vbe.WIDTH);
    machine.vcpu().out(Vbe.INDEX_PORT, 4, Vbe.WIDTH);
    assertThat(machine.vcpu().in(Vbe.INDEX_PORT, 2)).isZero();
    assertThat(machine.vcpu().in(Vbe.INDEX_PORT, 4)).isEqualTo(-1);
    assertThat(machine.vcpu().in(Vbe.DATA_PORT, 1)).isEqualTo(0xFF);
    write(0xFFFF, 5);
    assertThat(read(0xFFFF)).isZero();
  }

  private void write(int register, int value) {
    machine.vcpu().out(Vbe.INDEX_PORT, 2, register);
    machine.vcpu().out(Vbe.DATA_PORT, 2, value);
  }

  private int read(int register) {
    machine.vcpu().out(Vbe.INDEX_PORT, 2, register);
    return machine.vcpu().in(Vbe.DATA_PORT, 2);
  }
}
