package org.hgbench.harness.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.hgbench.machine.BoundaryCases;
import org.hgbench.machine.placement.Placement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every yardstick does what it says, a few times.
@Timeout(120)
@Isolated("judges times")
class YardstickBenchmarksTest {
  private static final int TIMES = 200;

  @ParameterizedTest
  @ValueSource(strings = {"simulated", "kvm", "process"})
  void aBareTrapIsOneTrapAndABareInterruptTwoMoreAndAnInterrupt(String boundary) throws Exception {
    BoundaryCases.requireUsable(boundary);
    onFreshThread(() -> {
      YardstickState state = open(boundary);
      EventClock clock = new EventClock();
      try {
        for (int i = 0; i < TIMES; i++) {
          new BareTrapBenchmark().bareTrap(state);
          new BareInterruptBenchmark().bareInterrupt(state, clock);
        }
        assertThat(state.machine.counters().traps()).isEqualTo(1 + 3 * TIMES);
        assertThat(state.machine.counters().interrupts()).isEqualTo(TIMES);
        assertThat(clock.events).isEqualTo(TIMES);
        assertThat(clock.eventNanos / TIMES).isBetween(1L, TimeUnit.SECONDS.toNanos(1));
      } finally {
        state.close();
      }
      return null;
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"kvm", "process"})
  void theSystemCallsOfATrapAreNoTrapOfTheMachines(String boundary) throws Exception {
    BoundaryCases.requireUsable(boundary);
    onFreshThread(() -> {
      YardstickState state = open(boundary);
      try {
        for (int i = 0; i < TIMES; i++) {
          new BareLoopBenchmark().bareLoop(state);
        }
        assertThat(state.machine.counters().traps()).isEqualTo(1);
        state.yardstick.trap();
        assertThat(state.machine.counters().traps()).isEqualTo(2);
      } finally {
        state.close();
      }
      return null;
    });
  }

  @Test
  void whatIsModelledHasNoSystemCalls() throws Exception {
    YardstickState state = open("simulated");
    try {
      assertThatThrownBy(() -> new BareLoopBenchmark().bareLoop(state))
          .hasMessage("boundary simulated has no system calls");
    } finally {
      state.close();
    }
  }

  @Test
  void anOrdinarySystemCallIsTheSameBehindTheFilter() throws Exception {
    BoundaryCases.requireUsable("process");
    onFreshThread(() -> {
      SystemCallBenchmark benchmark = new SystemCallBenchmark();
      long thread = benchmark.plain();
      YardstickState state = open("process");
      try {
        assertThat(benchmark.filtered(state)).isEqualTo(thread).isPositive();
      } finally {
        state.close();
      }
      return null;
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"unpinned", "same-core", "cross-core"})
  void aHandOverComesBack(String placement) throws Exception {
    requirePlacement(placement);
    onFreshThread(() -> {
      HandOverBenchmark benchmark = new HandOverBenchmark();
      benchmark.placement = placement;
      benchmark.open();
      for (int i = 1; i <= TIMES; i++) {
        assertThat(benchmark.park()).isEqualTo(i);
      }
      benchmark.close();
      return null;
    });
  }

  @Test
  void aCacheLineComesBack() throws Exception {
    requirePlacement("cross-core");
    onFreshThread(() -> {
      CacheLineBenchmark line = new CacheLineBenchmark();
      line.placement = "cross-core";
      line.open();
      for (int i = 1; i <= TIMES; i++) {
        assertThat(line.roundTrip()).isEqualTo(i);
      }
      line.close();
      return null;
    });
  }

  @Test
  void aMessageComesBackThroughTheRings() throws Exception {
    requirePlacement("cross-core");
    onFreshThread(() -> {
      RingBenchmark ring = new RingBenchmark();
      ring.placement = "cross-core";
      ring.open();
      for (int i = 1; i <= TIMES; i++) {
        assertThat(ring.roundTrip()).isEqualTo(i);
      }
      ring.close();
      return null;
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipe", "socket"})
  void aChannelBringsAllBytesBack(String channel) throws Exception {
    onFreshThread(() -> {
      ChannelBenchmark benchmark = new ChannelBenchmark();
      benchmark.channel = channel;
      benchmark.placement = "unpinned";
      benchmark.open();
      for (int i = 0; i < TIMES; i++) {
        assertThat(benchmark.roundTrip()).isEqualTo(16);
      }
      benchmark.close();
      return null;
    });
  }

  @Test
  void threadsThatSpinAreKeptApart() {
    assertThatThrownBy(() -> new SpinningPeer("unpinned", () -> false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("placement unpinned cannot hold two spinning threads apart; use cross-core");
    assertThatThrownBy(() -> new SpinningPeer("same-core", () -> false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("room for 1 spinning thread");
  }

  private static YardstickState open(String boundary) {
    YardstickState state = new YardstickState();
    state.boundary = "Boundary/Name=" + boundary + ";RamSize=2M";
    state.open();
    return state;
  }

  private static void requirePlacement(String placement) {
    Assumptions.assumeTrue(
        Placement.offered().contains(placement), "no placement " + placement + " here");
  }

  /// Pins and filters stay with a thread, so each test has one of its own.
  private static void onFreshThread(Callable<Void> work) throws Exception {
    FutureTask<Void> task = new FutureTask<>(work);
    Thread.ofPlatform().name("yardstick").daemon().start(task);
    try {
      task.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Exception cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw e;
      }
    }
  }
}
