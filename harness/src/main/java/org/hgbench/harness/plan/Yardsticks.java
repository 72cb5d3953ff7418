package org.hgbench.harness.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which yardsticks stand beside which cells.
final class Yardsticks {
  private static final List<Integer> COPY_BYTES = List.of(64 << 10, 1 << 20);

  private Yardsticks() {}

  /// The yardsticks that explain the figures of these cells: the bare trap of each boundary, both
  /// hand-overs, copying, and HGSMI's checksum.
  static List<YardstickCell> beside(List<Profile.Group> groups) {
    List<YardstickCell> cells = new ArrayList<>();
    Set<BoundaryChoice> boundaries = new LinkedHashSet<>();
    groups.forEach(group -> boundaries.add(group.cell().boundary()));
    for (BoundaryChoice boundary : boundaries) {
      cells.add(
          new YardstickCell(
              "bare trap",
              "BareTrapBenchmark.bareTrap",
              Map.of("transport", "hgsmi", "boundary", boundary.settings()),
              boundary,
              null,
              null,
              0));
    }
    for (String wait : List.of("park", "spin")) {
      cells.add(
          new YardstickCell(
              "hand-over round trip",
              "HandOverBenchmark." + wait,
              Map.of(),
              null,
              wait,
              "unpinned",
              0));
    }
    for (int bytes : COPY_BYTES) {
      cells.add(
          new YardstickCell(
              "copy bandwidth",
              "CopyBenchmark.copy",
              Map.of("payloadBytes", Integer.toString(bytes)),
              null,
              null,
              null,
              bytes));
    }
    cells.add(
        new YardstickCell(
            "two checksums of 24 bytes",
            "ChecksumBenchmark.twoChecksums",
            Map.of(),
            null,
            null,
            null,
            0));
    return cells;
  }
}
