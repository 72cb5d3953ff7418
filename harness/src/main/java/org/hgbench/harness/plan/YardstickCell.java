package org.hgbench.harness.plan;

import java.util.Map;

/// A yardstick to measure.
///
/// @param name as it stands in the results
/// @param method class and method below the benchmark package
/// @param parameters JMH parameters
/// @param boundary the boundary it belongs to, or null
/// @param waitStrategy how the other side waits, or null
/// @param placement where its threads run, or null if it has one
/// @param payloadBytes bytes moved per operation, 0 where nothing is moved
public record YardstickCell(
    String name,
    String method,
    Map<String, String> parameters,
    BoundaryChoice boundary,
    String waitStrategy,
    String placement,
    int payloadBytes)
    implements Subject {
  @Override
  public String benchmark() {
    return "org.hgbench.harness.benchmark." + method;
  }

  @Override
  public String label() {
    return boundary == null ? name : name + "  " + boundary.label();
  }
}
