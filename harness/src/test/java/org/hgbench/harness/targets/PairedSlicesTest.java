package org.hgbench.harness.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedSlicesTest {
  private final List<String> turns = new ArrayList<>();

  @Test
  void alternatesTheOrder() {
    List<double[]> rounds =
        new PairedSlices(List.of(new Fake("a", 1), new Fake("b", 1)), 1_000).measure(3);

    assertThat(turns).containsExactly("a", "b", "b", "a", "a", "b");
    assertThat(rounds).hasSize(3).allSatisfy(each -> assertThat(each).hasSize(2));
  }

  @Test
  void refusesUnequalWork() {
    PairedSlices slices = new PairedSlices(List.of(new Fake("a", 1), new Fake("b", 2)), 1_000);

    assertThatThrownBy(() -> slices.measure(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("unequal work: a received 0x40, b 0x80");
  }

  /// Adds up `weight` per operation.
  private final class Fake implements Contender {
    private final String name;
    private final int weight;
    private long sum;

    private Fake(String name, int weight) {
      this.name = name;
      this.weight = weight;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void run(int operations) {
      turns.add(name);
      sum += (long) weight * operations;
    }

    @Override
    public long end() {
      return sum;
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }
}
