package org.hgbench.harness.plan;

import java.util.List;
import java.util.Map;
import org.hgbench.machine.trace.Stamps;

/// A cell whose time is broken down, or the same without stamps beside it, which tells what they
/// cost.
///
/// @param cell what operation under which conditions
/// @param traced whether its stages are stamped
public record TraceCell(Cell cell, boolean traced) implements Subject {
  /// A name that is unique among the breakdowns of a run and fit for a file name.
  public String id() {
    return cell.id() + "-stages";
  }

  @Override
  public String benchmark() {
    return traced ? "org.hgbench.harness.benchmark.StageBenchmark.traced" : cell.benchmark();
  }

  @Override
  public Map<String, String> parameters() {
    return cell.parameters();
  }

  @Override
  public boolean records() {
    return traced;
  }

  @Override
  public List<String> jvmArguments() {
    return traced ? List.of("-D" + Stamps.PROPERTY + "=true") : List.of();
  }

  @Override
  public String label() {
    return cell.label() + (traced ? "  traced" : "  untraced");
  }
}
