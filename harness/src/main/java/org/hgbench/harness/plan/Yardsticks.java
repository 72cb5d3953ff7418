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
  /// hand-overs, copying, HGSMI's checksum, and what recording single operations costs.
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
    cells.add(software("two checksums of 24 bytes", "ChecksumBenchmark.twoChecksums"));
    cells.add(software("two clock reads", "RecordingBenchmark.twoClockReads"));
    cells.add(software("recording, beyond two clock reads", "RecordingBenchmark.record"));
    return cells;
  }

  private static YardstickCell software(String name, String method) {
    return new YardstickCell(name, method, Map.of(), null, null, null, 0);
  }
}
