package org.hgbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.hgbench.results.model.Fork;
import org.hgbench.results.statistics.RankSum;
import org.hgbench.results.statistics.SignedRank;
import org.junit.jupiter.api.Test;

class PairingTest {
  @Test
  void pairsForksThatTookTurnsInAlternatingOrder() {
    Pairing pairing = Pairing.of(at(0, 3, 4, 7), at(1, 2, 5, 6));

    assertThat(pairing.interleaved()).isTrue();
    assertThat(pairing.blocks()).isEqualTo(4);
    assertThat(seconds(pairing.first())).containsExactly(0, 3, 4, 7);
    assertThat(seconds(pairing.second())).containsExactly(1, 2, 5, 6);
    assertThat(pairing.shift(Fork::nanosPerOperation)).isInstanceOf(SignedRank.class);
  }

  @Test
  void skipsAForkWhosePartnerWasLost() {
    Pairing pairing = Pairing.of(at(0, 4, 7, 8), at(1, 2, 5, 6, 9));

    assertThat(pairing.interleaved()).isTrue();
    assertThat(seconds(pairing.first())).containsExactly(0, 4, 7, 8);
    assertThat(seconds(pairing.second())).containsExactly(1, 2, 6, 9);
  }

  @Test
  void keepsRunsThatFollowedEachOtherUnpaired() {
    Pairing pairing = Pairing.of(at(0, 1, 2, 3), at(10, 11, 12, 13, 14));

    assertThat(pairing.interleaved()).isFalse();
    assertThat(pairing.first()).hasSize(4);
    assertThat(pairing.second()).hasSize(5);
    assertThat(pairing.shift(Fork::nanosPerOperation)).isInstanceOf(RankSum.class);
  }

  @Test
  void keepsForksWithoutAStartUnpaired() {
    List<Fork> undated =
        List.of(new Fork(null, null, List.of(), 5, null, null, null, null, null, 1));

    assertThat(Pairing.of(undated, undated).interleaved()).isFalse();
  }

  @Test
  void dropsAPairOfWhichOneSideHasNoValue() {
    Pairing pairing = Pairing.of(at(0, 3, 4, 7), at(1, 2, 5, 6));

    Pairing kept = pairing.where(fork -> second(fork) == 5 ? Double.NaN : 1);

    assertThat(seconds(kept.first())).containsExactly(0, 3, 7);
    assertThat(seconds(kept.second())).containsExactly(1, 2, 6);
  }

  private static List<Fork> at(int... seconds) {
    return IntStream.of(seconds).mapToObj(second -> Runs.fork(second, 100 + second, 1.0)).toList();
  }

  private static List<Integer> seconds(List<Fork> forks) {
    return forks.stream().map(PairingTest::second).toList();
  }

  private static int second(Fork fork) {
    return (int) fork.nanosPerOperation() - 100;
  }
}
