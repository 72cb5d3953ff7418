package org.hgbench.harness.targets;

import java.util.List;

/// All targets.
public final class Targets {
  /// In the order in which they are measured.
  public static final List<Target> ALL =
      List.of(
          new Target(
              "hgsmi-ring",
              "64-byte records through the VBVA ring, drained by doorbell on the same thread,"
                  + " against Agrona's OneToOneRingBuffer",
              Bound.rateAtLeast(1),
              () ->
                  List.of(
                      new VbvaDoorbell(),
                      new AgronaOneThread(Integer.MAX_VALUE),
                      new AgronaOneThread(63))));

  private Targets() {}

  /// The target of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Target named(String name) {
    return ALL.stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no target '%s'; there are %s"
                    .formatted(name, String.join(", ", ALL.stream().map(Target::name).toList()))));
  }
}
