package org.hgbench.results.compare;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hgbench.results.model.Fork;
import org.hgbench.results.statistics.RankSum;
import org.hgbench.results.statistics.Shift;
import org.hgbench.results.statistics.SignedRank;

/// The forks of two measurements, in pairs where they took turns.
///
/// Forks that ran one right after the other met the same machine, so their difference is free of
/// its moods. Forks are put in the order of their start; each neighbouring two of different sides
/// make a block. Where this leaves out more than a quarter of the smaller side, the sides did not
/// take turns: all forks are kept and the design is unpaired.
///
/// @param first forks of the first side
/// @param second forks of the second side, one for each of the first when interleaved
/// @param interleaved whether the two took turns
public record Pairing(List<Fork> first, List<Fork> second, boolean interleaved) {
  /// Pairs what can be paired.
  public static Pairing of(List<Fork> first, List<Fork> second) {
    List<Fork> pairedFirst = new ArrayList<>();
    List<Fork> pairedSecond = new ArrayList<>();
    List<Turn> turns = turns(first, second);
    for (int i = 0; i + 1 < turns.size(); i++) {
      Turn turn = turns.get(i);
      Turn next = turns.get(i + 1);
      if (turn.first() != next.first()) {
        pairedFirst.add(turn.first() ? turn.fork() : next.fork());
        pairedSecond.add(turn.first() ? next.fork() : turn.fork());
        i++;
      }
    }
    int smaller = Math.min(first.size(), second.size());
    return smaller > 0 && 4 * pairedFirst.size() >= 3 * smaller
        ? new Pairing(List.copyOf(pairedFirst), List.copyOf(pairedSecond), true)
        : new Pairing(List.copyOf(first), List.copyOf(second), false);
  }

  /// How far the logarithms of `value` lie apart, second minus first.
  public Shift shift(ToDoubleFunction<Fork> value) {
    double[] from = logarithms(first, value);
    double[] to = logarithms(second, value);
    if (!interleaved) {
      return RankSum.of(from, to);
    }
    double[] differences = new double[from.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = to[i] - from[i];
    }
    return SignedRank.of(differences);
  }

  /// The same design without the forks whose `value` is not a number.
  public Pairing where(ToDoubleFunction<Fork> value) {
    if (!interleaved) {
      return new Pairing(numbers(first, value), numbers(second, value), false);
    }
    List<Fork> keptFirst = new ArrayList<>();
    List<Fork> keptSecond = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      if (isNumber(value, first.get(i)) && isNumber(value, second.get(i))) {
        keptFirst.add(first.get(i));
        keptSecond.add(second.get(i));
      }
    }
    return new Pairing(List.copyOf(keptFirst), List.copyOf(keptSecond), true);
  }

  /// Whether there is anything to compare.
  public boolean isEmpty() {
    return first.isEmpty() || second.isEmpty();
  }

  /// Blocks when interleaved, else forks of the smaller side.
  public int blocks() {
    return Math.min(first.size(), second.size());
  }

  private record Turn(Instant at, Fork fork, boolean first) {}

  private static List<Turn> turns(List<Fork> first, List<Fork> second) {
    try {
      return Stream.concat(
              first.stream().map(fork -> new Turn(instant(fork), fork, true)),
              second.stream().map(fork -> new Turn(instant(fork), fork, false)))
          .sorted(Comparator.comparing(Turn::at))
          .toList();
    } catch (DateTimeException notDated) {
      return List.of(); // Nobody can say who ran beside whom: the unpaired design needs no dates.
    }
  }

  private static Instant instant(Fork fork) {
    if (fork.startedAt() == null) {
      throw new DateTimeException("a fork without a start");
    }
    return ZonedDateTime.parse(fork.startedAt()).toInstant();
  }

  private static List<Fork> numbers(List<Fork> forks, ToDoubleFunction<Fork> value) {
    return forks.stream().filter(fork -> isNumber(value, fork)).toList();
  }

  private static boolean isNumber(ToDoubleFunction<Fork> value, Fork fork) {
    double number = value.applyAsDouble(fork);
    return Double.isFinite(number) && number > 0;
  }

  private static double[] logarithms(List<Fork> forks, ToDoubleFunction<Fork> value) {
    return forks.stream().mapToDouble(value).map(Math::log).toArray();
  }
}
