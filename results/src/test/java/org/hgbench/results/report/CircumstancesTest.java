package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
  private static final Setting CLOSED =
      new Setting("kvm", null, "irq", "unpinned", 1, "closed", null, null);
  private static final Setting OPEN =
      new Setting("kvm", null, "irq", "unpinned", 1, "open", 66_929.0, null);
  private static final Setting ANYWHERE =
      new Setting("process", null, "irq", null, 2, "closed", null, null);

  @Test
  void areTheSameOfFiguresThatDifferInTheBoundaryAlone() {
    Circumstances one =
        new Circumstances(
            List.of(
                CLOSED, new Setting("process", null, "irq", "unpinned", 1, "closed", null, null)));

    assertThat(one.differ()).isFalse();
    assertThat(one.common()).isEqualTo("irq, unpinned, one guest thread, closed load");
    assertThat(one.particular(CLOSED)).isEmpty();
  }

  @Test
  void nameWithEachFigureWhatIsItsOwn() {
    Circumstances loads = new Circumstances(List.of(CLOSED, OPEN));

    assertThat(loads.differ()).isTrue();
    assertThat(loads.common()).isEqualTo("irq, unpinned, one guest thread");
    assertThat(loads.particular(CLOSED)).isEqualTo("closed load");
    assertThat(loads.particular(OPEN)).isEqualTo("open load at 66,929/s");
  }

  @Test
  void leaveOutThePlacementOfFiguresThatHaveNone() {
    Circumstances mixed = new Circumstances(List.of(OPEN, ANYWHERE));

    assertThat(mixed.common()).isEqualTo("irq");
    assertThat(mixed.particular(OPEN))
        .isEqualTo("unpinned, one guest thread, open load at 66,929/s");
    assertThat(mixed.particular(ANYWHERE)).isEqualTo("2 guest threads, closed load");
  }
}
