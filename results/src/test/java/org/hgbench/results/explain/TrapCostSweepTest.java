package org.hgbench.results.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.results.SampleSweep;
import org.junit.jupiter.api.Test;

class TrapCostSweepTest {
  private final SampleSweep sweep = new SampleSweep();

  @Test
  void saysWhatTheCostOfATrapDecides() {
    for (double trap : new double[] {10, 1_000, 5_000, 25_000}) {
      sweep.both(trap, 500 + trap, 60_000 + 3 * trap);
    }
    sweep.realTrap("kvm", 10_000);

    assertThat(TrapCostSweep.sentences(sweep.run()))
        .containsExactly(
            "call, 16 B (modelled): HGCM takes 118× as long as HGSMI where a trap costs 10 ns, and"
                + " 5.29× where it costs 25 µs. They break even nowhere in between.",
            "call, 16 B (modelled): HGCM's traps and interrupts outweigh its hand-over and software"
                + " where a trap costs more than 20 µs.",
            "call, 16 B: a trap of this machine's boundary kvm costs 10 µs; at that cost the model"
                + " says 8.57×.");
  }

  @Test
  void namesTheCostAtWhichTheyBreakEven() {
    for (double trap : new double[] {10, 1_000, 5_000}) {
      sweep.both(trap, 1_000 + 3 * trap, 5_000 + trap);
    }

    assertThat(TrapCostSweep.sentences(sweep.run()).getFirst())
        .endsWith("They break even where a trap costs 2 µs.");
  }

  @Test
  void isSilentOverTwoCosts() {
    sweep.both(10, 500, 60_000);
    sweep.both(1_000, 1_500, 63_000);

    assertThat(TrapCostSweep.sentences(sweep.run())).isEmpty();
  }
}
