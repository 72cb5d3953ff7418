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
  /// @param perInterrupt how much it rises for an interrupt, without its acknowledging trap
  public record Witness(String name, int index, long perTrap, long perInterrupt) {}

  /// The kernel's counters at one moment.
  ///
  /// @param values in the order of the kernel's counters
  public record Snapshot(long[] values) {}

  /// Calibrates with 1,000 bare traps and 1,000 bare interrupts. The thread that owns the vCPU
  /// calls.
  public static Evidence calibrate(KernelCounters counters, Yardstick yardstick) {
    if (counters.names().isEmpty()) {
      return new Evidence(counters, List.of());
    }
    yardstick.trap();
    long[] start = counters.read();
    for (int i = 0; i < EVENTS; i++) {
      yardstick.trap();
    }
    long[] middle = counters.read();
    for (int i = 0; i < EVENTS; i++) {
      yardstick.interruptNanos(DELAY_NANOS);
    }
    long[] end = counters.read();
    List<Witness> witnesses = new ArrayList<>();
    for (int i = 0; i < start.length; i++) {
      long traps = middle[i] - start[i];
      long perTrap = Math.round((double) traps / EVENTS);
      // Each bare interrupt came with the trap that asked for it and the one that acknowledged it.
      long interrupts = end[i] - middle[i] - 2 * perTrap * EVENTS;
      long perInterrupt = Math.round((double) interrupts / EVENTS);
      boolean isWhole =
          isNear(traps, perTrap * EVENTS) && isNear(interrupts, perInterrupt * EVENTS);
      if (isWhole && perInterrupt >= 0 && perTrap + perInterrupt > 0) {
        witnesses.add(new Witness(counters.names().get(i), i, perTrap, perInterrupt));
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
      long expected =
          witness.perTrap * counted.traps() + witness.perInterrupt * counted.interrupts();
      if (!isNear(rise, expected)) {
        sentences.add(
            "the kernel counted %d %s where %d were expected"
                .formatted(rise, witness.name, expected));
      }
    }
    return sentences;
  }

  /// The witnesses in words, for a report.
  public String description() {
    return witnesses.isEmpty()
        ? "not offered"
        : witnesses.stream()
            .map(w ->
                "%s: %d per trap, %d per interrupt".formatted(w.name, w.perTrap, w.perInterrupt))
            .collect(Collectors.joining("; "));
  }

  private static boolean isNear(long count, long expected) {
    return Math.abs(count - expected) <= STRAY + STRAY_SHARE * expected;
  }
}
