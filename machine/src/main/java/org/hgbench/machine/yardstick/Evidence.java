package org.hgbench.machine.yardstick;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hgbench.machine.boundary.KernelCounters;
import org.hgbench.machine.counter.CounterValues;

/// The kernel's own counters as witnesses of ours.
///
/// What a counter counts differs between kernels, so each is calibrated first with bare traps and
/// bare interrupts: if it rose by a whole number per trap and per interrupt it is used, otherwise
/// it is no witness here.
public final class Evidence {
  private static final int EVENTS = 1_000;
  private static final int DELAY_NANOS = 20_000;

  /// What may differ for reasons of the kernel's own, such as a timer.
  private static final int STRAY = 10;

  private static final double STRAY_SHARE = 0.02;

  private final KernelCounters counters;
  private final List<Witness> witnesses;

  private Evidence(KernelCounters counters, List<Witness> witnesses) {
    this.counters = counters;
    this.witnesses = List.copyOf(witnesses);
  }

  /// A counter that can be relied on.
  ///
  /// @param name as the kernel calls it
  /// @param index among the kernel's counters
  /// @param perTrap how much it rises for a trap
  /// @param leastPerInterrupt how much it rises for an interrupt that was there before the guest
  ///   waited, without its acknowledging trap
  /// @param mostPerInterrupt how much it rises for one that found the guest asleep, or the other
  ///   way round
  public record Witness(
      String name, int index, long perTrap, long leastPerInterrupt, long mostPerInterrupt) {
    private boolean agrees(long rise, CounterValues counted) {
      long least = perTrap * counted.traps() + leastPerInterrupt * counted.interrupts();
      long most = perTrap * counted.traps() + mostPerInterrupt * counted.interrupts();
      return rise >= least - slack(least) && rise <= most + slack(most);
    }

    private String words() {
      String interrupt =
          leastPerInterrupt == mostPerInterrupt
              ? Long.toString(leastPerInterrupt)
              : leastPerInterrupt + " to " + mostPerInterrupt;
      return "%s: %d per trap, %s per interrupt".formatted(name, perTrap, interrupt);
    }
  }

  /// The kernel's counters at one moment.
  ///
  /// @param values in the order of the kernel's counters
  public record Snapshot(long[] values) {}

  /// Calibrates with 1,000 bare traps and 1,000 bare interrupts of either kind. The thread that
  /// owns the vCPU calls.
  public static Evidence calibrate(KernelCounters counters, Yardstick yardstick) {
    if (counters.names().isEmpty()) {
      return new Evidence(counters, List.of());
    }
    yardstick.trap();
    long[] traps = rise(counters, yardstick::trap);
    long[] present = rise(counters, yardstick::interrupt);
    long[] awaited = rise(counters, () -> yardstick.interruptNanos(DELAY_NANOS));
    List<Witness> witnesses = new ArrayList<>();
    for (int i = 0; i < traps.length; i++) {
      long perTrap = perEvent(traps[i]);
      // Each bare interrupt came with the trap that asked for it and the one that acknowledged it.
      long perPresent = perEvent(present[i]) - 2 * perTrap;
      long perAwaited = perEvent(awaited[i]) - 2 * perTrap;
      long least = Math.min(perPresent, perAwaited);
      long most = Math.max(perPresent, perAwaited);
      boolean isWhole = isWhole(traps[i]) && isWhole(present[i]) && isWhole(awaited[i]);
      if (isWhole && least >= 0 && perTrap + least > 0) {
        witnesses.add(new Witness(counters.names().get(i), i, perTrap, least, most));
      }
    }
    return new Evidence(counters, witnesses);
  }

  /// The counters that can be relied on; none if the kernel offers none.
  public List<Witness> witnesses() {
    return witnesses;
  }

  /// What the kernel has counted so far.
  public Snapshot snapshot() {
    return new Snapshot(counters.read());
  }

  /// What the kernel's counters say of a measurement: empty if they agree with ours, otherwise one
  /// sentence per counter that does not.
  ///
  /// @param counted traps and interrupts between the two snapshots, by our own count
  public List<String> disagreements(Snapshot before, Snapshot after, CounterValues counted) {
    List<String> sentences = new ArrayList<>();
    for (Witness witness : witnesses) {
      long rise = after.values[witness.index] - before.values[witness.index];
      if (!witness.agrees(rise, counted)) {
        sentences.add(
            "the kernel counted %d for %d traps and %d interrupts, where it counts %s"
                .formatted(rise, counted.traps(), counted.interrupts(), witness.words()));
      }
    }
    return sentences;
  }

  /// The witnesses in words, for a report.
  public String description() {
    return witnesses.isEmpty()
        ? "not offered"
        : witnesses.stream().map(Witness::words).collect(Collectors.joining("; "));
  }

  private static long[] rise(KernelCounters counters, Runnable event) {
    long[] before = counters.read();
    for (int i = 0; i < EVENTS; i++) {
      event.run();
    }
    long[] after = counters.read();
    for (int i = 0; i < after.length; i++) {
      after[i] -= before[i];
    }
    return after;
  }

  private static long perEvent(long rise) {
    return Math.round((double) rise / EVENTS);
  }

  private static boolean isWhole(long rise) {
    long expected = perEvent(rise) * EVENTS;
    return Math.abs(rise - expected) <= slack(expected);
  }

  private static double slack(long expected) {
    return STRAY + STRAY_SHARE * expected;
  }
}
