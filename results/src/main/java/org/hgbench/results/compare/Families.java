package org.hgbench.results.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hgbench.results.statistics.Shift;

/// Cells that differ in size only should move together: one that moves alone is doubted.
final class Families {
  private record Family(CellKey key, Metric metric) {}

  private final Map<Family, double[]> effects = new HashMap<>();

  Families(List<Evidence> evidence) {
    for (Evidence cell : evidence) {
      OptionalDouble effect = cell.shift().stream().mapToDouble(Shift::estimate).findFirst();
      effect.ifPresent(value ->
          effects.merge(
              familyOf(cell),
              new double[] {value, 1},
              (sum, one) -> new double[] {sum[0] + one[0], sum[1] + one[1]}));
    }
  }

  int size(Evidence cell) {
    return (int) effects.getOrDefault(familyOf(cell), new double[2])[1];
  }

  /// Mean of the logarithms, that is, of the ratios the geometric mean.
  double effect(Evidence cell) {
    double[] sum = effects.getOrDefault(familyOf(cell), new double[2]);
    return sum[1] == 0 ? Double.NaN : sum[0] / sum[1];
  }

  /// The finding, doubted if the family points elsewhere or hardly moves.
  Finding guard(Evidence cell, Finding finding, SmallestEffect smallest) {
    double sign =
        switch (finding.verdict()) {
          case WORSE -> 1;
          case BETTER -> -1;
          default -> 0;
        };
    if (sign == 0 || sign * effect(cell) > smallest.effect() / 2) {
      return finding;
    }
    return Finding.of(
        Verdict.UNCLEAR,
        Wording.format(
            "it moved alone: over its %s sizes the mean is %s, more than %s expected",
            size(cell),
            Wording.change(effect(cell)),
            Wording.change(sign * smallest.effect() / 2)));
  }

  private static Family familyOf(Evidence cell) {
    return new Family(CellKey.of(cell.base()).family(), cell.metric());
  }
}
