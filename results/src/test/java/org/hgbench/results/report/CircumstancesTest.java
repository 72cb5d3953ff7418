package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
  private static final Conditions CLOSED =
      new Conditions("kvm", null, "irq", "unpinned", 1, "closed", null);
  private static final Conditions OPEN =
      new Conditions("kvm", null, "irq", "unpinned", 1, "open", 66_929.0);
  private static final Conditions ANYWHERE =
      new Conditions("process", null, "irq", null, 2, "closed", null);

  @Test
  void areTheSameOfFiguresThatDifferInTheBoundaryAlone() {
    Circumstances one =
        new Circumstances(
            List.of(CLOSED, new Conditions("process", null, "irq", "unpinned", 1, "closed", null)));

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
