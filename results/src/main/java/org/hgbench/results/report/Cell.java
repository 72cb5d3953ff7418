package org.hgbench.results.report;

import java.util.Comparator;
import java.util.List;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.text.Figures;

/// One amount of one kind of work: what both transports were asked to do.
///
/// @param workload `notify`, `call`, `write`, ...
/// @param payloadBytes bytes per operation
public record Cell(String workload, long payloadBytes) implements Comparable<Cell> {
  private static final List<String> ORDER =
      List.of("notify", "call", "write", "read", "event", "stream", "duplex", "touch");
  private static final Comparator<Cell> BY_WORKLOAD_AND_SIZE =
      Comparator.<Cell>comparingInt(cell -> rank(cell.workload))
          .thenComparing(Cell::workload)
          .thenComparingLong(Cell::payloadBytes);

  /// The cell of one measurement.
  public static Cell of(Measurement measurement) {
    return new Cell(measurement.workload(), measurement.payloadBytes());
  }

  /// Whether the payload is what the workload is about, so that the kind of mapping matters.
  public boolean bulk() {
    return workload.equals("write") || workload.equals("read");
  }

  /// `write, 64 KiB`.
  public String label() {
    return payloadBytes == 0 ? workload : workload + ", " + Figures.bytes(payloadBytes);
  }

  @Override
  public int compareTo(Cell other) {
    return BY_WORKLOAD_AND_SIZE.compare(this, other);
  }

  private static int rank(String workload) {
    int rank = ORDER.indexOf(workload);
    return rank < 0 ? ORDER.size() : rank;
  }
}
