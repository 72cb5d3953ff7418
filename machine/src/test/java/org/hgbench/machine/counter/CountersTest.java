package org.hgbench.machine.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountersTest {
  @Test
  void addsUpTheCellsOfAKind() {
    Counters counters = new Counters();
    Counter a = counters.writer(Counters.Kind.TRAPS);
    Counter b = counters.writer(Counters.Kind.TRAPS);
    counters.writer(Counters.Kind.BYTES_COPIED).add(4096);
    a.increment();
    a.increment();
    b.increment();

    assertThat(counters.values()).isEqualTo(new CounterValues(3, 0, 0, 4096));
  }

  @Test
  void tellsWhatWasCountedSince() {
    Counters counters = new Counters();
    Counter interrupts = counters.writer(Counters.Kind.INTERRUPTS);
    Counter handovers = counters.writer(Counters.Kind.HANDOVERS);
    interrupts.add(5);
    CounterValues before = counters.values();
    interrupts.add(2);
    handovers.add(3);

    assertThat(counters.values().since(before)).isEqualTo(new CounterValues(0, 2, 3, 0));
  }

  @Test
  void losesNothingWhenEachThreadHasItsOwnCell() throws InterruptedException {
    Counters counters = new Counters();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      Counter mine = counters.writer(Counters.Kind.TRAPS);
      threads[i] =
          Thread.ofPlatform()
              .start(() -> {
                for (int n = 0; n < 100_000; n++) {
                  mine.increment();
                }
              });
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(counters.read(Counters.Kind.TRAPS)).isEqualTo(400_000);
  }
}
