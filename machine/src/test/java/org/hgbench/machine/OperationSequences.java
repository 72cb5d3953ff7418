package org.hgbench.machine;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Random sequences of operations on something and on a simple model of it. A failure is reported
/// with its seed and with the shortest sequence found that still fails.
///
/// An operation is a number, which the subject takes apart; any number means something in any
/// state, so that operations can be left out of a sequence.
public final class OperationSequences {
  private static final boolean LONG = Boolean.getBoolean("hgbench.long");

  /// Sequences do not grow longer than this before a fresh subject is taken.
  private static final int LENGTH = 400;

  /// What is tried, beside its model.
  public interface Subject extends AutoCloseable {
    /// Does an operation to both, and compares them.
    ///
    /// @throws AssertionError if they differ
    void apply(int operation);

    /// What the operation is, for people.
    String describe(int operation);

    @Override
    default void close() {}
  }

  private OperationSequences() {}

  /// Tries so many operations, or a million with `-Dhgbench.long=true`.
  public static void check(long seed, int operations, Supplier<? extends Subject> fresh) {
    int wanted = LONG ? 1_000_000 : operations;
    for (int done = 0, round = 0; done < wanted; done += LENGTH, round++) {
      int[] sequence =
          new SplittableRandom(seed + round)
              .ints(Math.min(LENGTH, wanted - done), 0, Integer.MAX_VALUE)
              .toArray();
      Failure failure = run(sequence, fresh);
      if (failure != null) {
        report(seed + round, shrink(Arrays.copyOf(sequence, failure.at + 1), fresh), fresh);
      }
    }
  }

  /// @param at the operation that failed
  private record Failure(int at, Throwable cause) {}

  private static Failure run(int[] sequence, Supplier<? extends Subject> fresh) {
    int at = 0;
    try (Subject subject = fresh.get()) {
      for (; at < sequence.length; at++) {
        subject.apply(sequence[at]);
      }
      return null;
    } catch (RuntimeException | Error e) {
      return new Failure(Math.min(at, sequence.length - 1), e);
    }
  }

  /// Leaves out what need not be there, in halves, quarters, and so on down to single operations.
  private static int[] shrink(int[] failing, Supplier<? extends Subject> fresh) {
    int[] shortest = failing;
    for (int chunk = Math.max(1, failing.length / 2); chunk > 0; chunk /= 2) {
      for (int from = 0; from < shortest.length; ) {
        int[] shorter = without(shortest, from, Math.min(shortest.length, from + chunk));
        if (shorter.length > 0 && run(shorter, fresh) != null) {
          shortest = shorter;
        } else {
          from += chunk;
        }
      }
    }
    return shortest;
  }

  private static int[] without(int[] sequence, int from, int to) {
    int[] rest = Arrays.copyOf(sequence, sequence.length - (to - from));
    System.arraycopy(sequence, to, rest, from, sequence.length - to);
    return rest;
  }

  private static void report(long seed, int[] sequence, Supplier<? extends Subject> fresh) {
    Failure failure = run(sequence, fresh);
    try (Subject subject = fresh.get()) {
      throw new AssertionError(
          "seed %d, the shortest sequence that fails:%n  %s"
              .formatted(
                  seed,
                  Arrays.stream(sequence)
                      .mapToObj(subject::describe)
                      .collect(Collectors.joining(System.lineSeparator() + "  "))),
          failure == null ? null : failure.cause());
    }
  }
}
