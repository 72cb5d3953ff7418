package org.hgbench.harness.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/// A cell under an open load.
///
/// @param cell what operation under which conditions
/// @param load how it is due
/// @param shape how long its forks warm up; they measure once, as long as all iterations together
public record OpenCell(Cell cell, Load load, ForkShape shape) implements Subject {
  /// A name that is unique in a run, stable between runs and fit for a file name.
  public String id() {
    return cell.id() + "-" + load.label();
  }

  @Override
  public String benchmark() {
    return "org.hgbench.harness.benchmark.OpenLoadBenchmark.load";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>(cell.parameters());
    parameters.put("arrival", load.arrival().label());
    parameters.put("loadPercent", Integer.toString(load.percent()));
    parameters.put("ratePerSecond", Double.toString(load.perSecond()));
    parameters.put("warmupMillis", Integer.toString(shape.iterationMillis()));
    parameters.put("loadMillis", Integer.toString(shape.iterations() * shape.iterationMillis()));
    return parameters;
  }

  @Override
  public boolean records() {
    return true;
  }

  @Override
  public int iterations(ForkShape ofFork) {
    return 1;
  }

  @Override
  public String label() {
    return cell.label() + "  " + load.label();
  }
}
