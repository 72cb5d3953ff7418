package org.hgbench.results.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// The search for the highest rate of an open load that keeps the 99th percentile of the response
/// time below a chosen bound.
///
/// @param workload `notify`, `call`, `write`, ...
/// @param transport `hgsmi` or `hgcm`
/// @param variant which realisation
/// @param boundary `simulated`, `process` or `kvm`
/// @param trapCost name of the modelled cost, null on a real boundary
/// @param payloadBytes bytes per operation and direction
/// @param waitStrategy `irq` or `poll`
/// @param placement where the threads ran
/// @param arrival how operations were due
/// @param boundNanos the bound on the 99th percentile
/// @param ratePerSecond the highest rate that met it, null if none did
/// @param steps what was tried, in order
public record RateSearch(
    String workload,
    String transport,
    String variant,
    String boundary,
    String trapCost,
    long payloadBytes,
    @JsonProperty("wait") String waitStrategy,
    String placement,
    String arrival,
    double boundNanos,
    Double ratePerSecond,
    List<Step> steps) {
  /// Copies the list.
  public RateSearch {
    steps = Run.copy(steps);
  }

  /// One rate that was tried, in a fork of its own.
  ///
  /// @param ratePerSecond operations due per second
  /// @param p99 99th percentile of the response time, null where it is not supported
  /// @param met whether the bound was met
  /// @param reason why not, null if it was
  public record Step(double ratePerSecond, Double p99, boolean met, String reason) {}
}
