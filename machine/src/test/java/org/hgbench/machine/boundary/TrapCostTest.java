package org.hgbench.machine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hgbench.machine.Machine;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrapCostTest {
  private static TrapCost of(Settings boundary) {
    return TrapCost.of(boundary, TrapCost.NONE);
  }

  @Test
  void costsNothingUnlessAskedTo() {
    assertThat(of(Settings.of(Map.of()))).isEqualTo(TrapCost.NONE);
  }

  @Test
  void takesAPresetWhole() {
    TrapCost cost = of(Settings.of(Map.of("Preset", "virtualbox-2018")));

    assertThat(cost.name()).isEqualTo("virtualbox-2018");
    assertThat(cost.trapNanos()).isEqualTo(4_778);
    assertThat(cost.trapR0Nanos()).isEqualTo(949);
    assertThat(cost.irqNanos()).isEqualTo(949);
    assertThat(cost.source()).contains("AMD 1950X");
  }

  @Test
  void singleFiguresWinOverThePreset() {
    TrapCost cost = of(Settings.of(Map.of("Preset", "virtualbox-2018", "IrqNanos", "2000")));

    assertThat(cost.name()).isEqualTo("custom");
    assertThat(cost.trapNanos()).isEqualTo(4_778);
    assertThat(cost.trapR0Nanos()).isEqualTo(949);
    assertThat(cost.irqNanos()).isEqualTo(2_000);
  }

  @Test
  void aTrapCostAloneHoldsForBothKindsOfTrap() {
    assertThat(of(Settings.of(Map.of("TrapNanos", "1500"))).trapR0Nanos()).isEqualTo(1_500);
    assertThat(
            of(Settings.of(Map.of("Preset", "virtualbox-2018", "TrapNanos", "500"))).trapR0Nanos())
        .isEqualTo(500);
    assertThat(of(Settings.of(Map.of("TrapNanos", "1500", "TrapR0Nanos", "300"))).trapR0Nanos())
        .isEqualTo(300);
  }

  @Test
  void figuresThatAreThoseOfThePresetKeepItsName() {
    TrapCost cost = of(Settings.of(Map.of("Preset", "hyper-v-2018", "IrqNanos", "9411")));

    assertThat(cost.name()).isEqualTo("hyper-v-2018");
  }

  @Test
  void namesThePresetsThereAre() {
    assertThatThrownBy(() -> TrapCost.preset("vmware"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no preset 'vmware'; there are none, virtualbox-2018, hyper-v-2018");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 949, 4_778, 9_411, 1_000_000_000, Long.MAX_VALUE})
  void takesEveryFigureFromNothingUp(long nanos) {
    String text = Long.toString(nanos);

    assertThat(of(Settings.of(Map.of("TrapNanos", text))).trapNanos()).isEqualTo(nanos);
    assertThat(of(Settings.of(Map.of("TrapR0Nanos", text))).trapR0Nanos()).isEqualTo(nanos);
    assertThat(of(Settings.of(Map.of("IrqNanos", text))).irqNanos()).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "1us", "9223372036854775808"})
  void refusesWhatIsNoNumberOfNanoseconds(String text) {
    for (String key : List.of("TrapNanos", "TrapR0Nanos", "IrqNanos")) {
      assertThatThrownBy(() -> of(Settings.of(Map.of(key, text))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(key)
          .hasMessageContaining("'%s' is not a number of nanoseconds, 0 or more", text);
    }
  }

  static Stream<TrapCost> published() {
    return TrapCost.PRESETS.stream();
  }

  @ParameterizedTest
  @MethodSource("published")
  void aMachineChargesEveryPreset(TrapCost preset) {
    try (Machine machine = Machine.open(Settings.of(Map.of("Boundary/Preset", preset.name())))) {
      machine.vcpu(0).out(0x80, 0);
      long start = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        machine.vcpu(0).out(0x80, 0);
      }
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(100 * preset.trapNanos());
    }
  }
}
