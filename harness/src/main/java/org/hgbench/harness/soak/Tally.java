package org.hgbench.harness.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hgbench.harness.link.CellSpec;

/// What was done and what was lost so far.
final class Tally {
  private final Map<String, SoakReport.Line> lines = new TreeMap<>();
  private final List<String> losses = new ArrayList<>();

  void add(CellSpec cell, Turn.Result result) {
    String workload = "%-6s %-5s".formatted(cell.workload().label(), cell.transport());
    lines.merge(
        workload, new SoakReport.Line(workload, 1, result.operations()), SoakReport.Line::plus);
    if (!result.verification().ok()) {
      lost(cell, result.verification().detail());
    }
  }

  void lost(CellSpec cell, String how) {
    losses.add(
        "%s %s %s, %d bytes, %s, guest threads=%d: %s"
            .formatted(
                cell.workload().label(),
                cell.transport(),
                cell.variant().name(),
                cell.payloadBytes(),
                cell.waitStrategy(),
                cell.guestThreads(),
                how));
  }

  List<SoakReport.Line> lines() {
    return List.copyOf(lines.values());
  }

  List<String> losses() {
    return List.copyOf(losses);
  }
}
