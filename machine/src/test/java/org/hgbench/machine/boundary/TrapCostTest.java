package org.hgbench.machine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.Test;

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
}
