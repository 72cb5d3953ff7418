package org.hgbench.machine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private final Settings settings =
      Settings.parse(
          List.of(
              "# a machine",
              "RamSize = 64M",
              "",
              "  Boundary/Name=simulated",
              "Devices/vga/0/Config/VRamSize = 16M",
              "Devices/vga/1/Enabled = false",
              "Devices/vmm/0/Enabled = true"));

  @Test
  void findsValuesByPathAndBelowANode() {
    assertThat(settings.text("Boundary/Name", "?")).isEqualTo("simulated");
    assertThat(settings.at("Devices/vga").at("0").size("Config/VRamSize", 0)).isEqualTo(16 << 20);
    assertThat(settings.at("Devices").children()).containsExactly("vga", "vmm");
    assertThat(settings.at("Devices/vga").children()).containsExactly("0", "1");
    assertThat(settings.at("Devices/none").children()).isEmpty();
    assertThat(settings.at("Devices/vga/0").all()).isEqualTo(Map.of("Config/VRamSize", "16M"));
  }

  @Test
  void aNodeDoesNotSeeItsNamesakes() {
    Settings alike = Settings.of(Map.of("Devices/vga/1/x", "a", "Devices/vga/10/x", "b"));

    assertThat(alike.at("Devices/vga/1").all()).isEqualTo(Map.of("x", "a"));
  }

  @Test
  void fallsBackWhereNothingIsSet() {
    Settings empty = Settings.of(Map.of());

    assertThat(empty.text("a", "b")).isEqualTo("b");
    assertThat(empty.integer("a", 3)).isEqualTo(3);
    assertThat(empty.size("a", 4)).isEqualTo(4);
    assertThat(empty.nanos("a", 5)).isEqualTo(5);
    assertThat(empty.flag("a", true)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "4096, 4096",
    "010, 10",
    "0x1000, 4096",
    "64K, 65536",
    "16M, 16777216",
    "3G, 3221225472",
    "8589934591G, 9223372035781033984"
  })
  void readsSizes(String text, long bytes) {
    assertThat(Settings.of(Map.of("a/b", text)).at("a").size("b", -1)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M", "16m", "16 M", "-1", "-1K", "1.5G", "8589934592G", "0x"})
  void namesThePathAndTheValueOfASizeThatIsNone(String text) {
    assertThatThrownBy(() -> Settings.of(Map.of("a/b", text)).at("a").size("b", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("setting a/b: '" + text + "' is not a size such as 4096, 64K or 16M");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two", "1.5", "", "2147483648", "0x100000000"})
  void namesThePathAndTheValueOfANumberThatIsNone(String text) {
    assertThatThrownBy(() -> Settings.of(Map.of("Vcpus", text)).integer("Vcpus", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("setting Vcpus: '" + text + "' is not a whole number");
  }

  @Test
  void namesWhatADurationAndAFlagMayBe() {
    Settings wrong = Settings.of(Map.of("t", "-5", "f", "yes"));

    assertThatThrownBy(() -> wrong.nanos("t", 0))
        .hasMessage("setting t: '-5' is not a number of nanoseconds, 0 or more");
    assertThatThrownBy(() -> wrong.flag("f", false))
        .hasMessage("setting f: 'yes' is not true or false");
  }

  @ParameterizedTest
  @CsvSource({
    "no equals sign, settings: not 'key = value': 'no equals sign'",
    "= 5, settings: not 'key = value': '= 5'",
    "' = 5', settings: no key: '= 5'"
  })
  void refusesLinesThatAreNoSetting(String line, String message) {
    assertThatThrownBy(() -> Settings.parse(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesAKeyThatComesTwice() {
    assertThatThrownBy(() -> Settings.parse(List.of("a = 1", "a=2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("settings: key 'a' comes twice");
  }

  @Test
  void laterSettingsWin() {
    Settings merged = settings.with(Settings.of(Map.of("RamSize", "8M"))).with("Vcpus", 2);

    assertThat(merged.size("RamSize", 0)).isEqualTo(8 << 20);
    assertThat(merged.integer("Vcpus", 1)).isEqualTo(2);
    assertThat(merged.text("Boundary/Name", "?")).isEqualTo("simulated");
    assertThat(settings.size("RamSize", 0)).isEqualTo(64 << 20);
  }

  @Test
  void remembersWhatNobodyAskedFor() {
    settings.size("RamSize", 0);
    settings.at("Devices/vga/0").size("Config/VRamSize", 0);
    settings.at("Devices/vga/1").dismiss();

    assertThat(settings.unused()).containsExactly("Boundary/Name", "Devices/vmm/0/Enabled");
  }

  @ParameterizedTest
  @CsvSource({
    "Boundary/TrapNano, Boundary/TrapNanos",
    "boundary/trapnanos, Boundary/TrapNanos",
    "Boundary/TarpNanos, Boundary/TrapNanos",
    "VCPU, Vcpus",
    "Boundary/Color,",
    "Zoom,"
  })
  void suggestsTheKeyThatSomebodyMayHaveMeant(String misspelt, String meant) {
    Settings wrong = Settings.of(Map.of(misspelt, "1", "RamSize", "8M"));
    wrong.size("RamSize", 0);
    wrong.integer("Vcpus", 1);
    wrong.at("Boundary").nanos("TrapNanos", 0);
    wrong.at("Boundary").nanos("IrqNanos", 0);

    assertThat(wrong.nearestAsked(misspelt).orElse(null)).isEqualTo(meant);
  }
}
