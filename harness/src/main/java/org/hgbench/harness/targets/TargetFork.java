package org.hgbench.harness.targets;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/// What a fresh JVM does for a target: measures, and prints a line of nanoseconds per operation for
/// each round, contenders separated by blanks, below a line of their names separated by tabs.
final class TargetFork {
  static final long SLICE_NANOS = 5_000_000;

  private TargetFork() {}

  /// Measures `args[0]` for `args[1]` rounds.
  public static void main(String[] args) {
    Target target = Targets.named(args[0]);
    List<Contender> contenders = target.contenders().get();
    try {
      PairedSlices slices = new PairedSlices(contenders, SLICE_NANOS);
      slices.warmUp();
      List<double[]> rounds = slices.measure(Integer.parseInt(args[1]));
      System.out.println(String.join("\t", contenders.stream().map(Contender::name).toList()));
      for (double[] round : rounds) {
        StringJoiner line = new StringJoiner(" ");
        for (double nanos : round) {
          line.add(String.format(Locale.ROOT, "%.4f", nanos));
        }
        System.out.println(line);
      }
    } finally {
      contenders.forEach(Contender::close);
    }
  }
}
