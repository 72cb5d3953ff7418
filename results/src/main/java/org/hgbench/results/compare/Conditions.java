package org.hgbench.results.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.hgbench.results.model.Measurement;

/// Everything that must be equal for two measurements to answer the same question, whatever the
/// transport.
///
/// @param workload `notify`, `call`, `write`, ...
/// @param boundary `simulated`, `process` or `kvm`
/// @param trapCost name of the modelled cost, null on a real boundary
/// @param payloadBytes bytes per operation and direction
/// @param waitStrategy `wait` in files: `irq` or `poll`
/// @param placement `same-core`, `cross-core` or `unpinned`
/// @param guestThreads threads that issue operations
/// @param load `closed`, or `open` and how operations were due, such as `open poisson`
/// @param ratePerSecond planned rate of an open load, null if it was named as a share
/// @param share planned rate as a share of the closed loop's, else null
public record Conditions(
    String workload,
    String boundary,
    String trapCost,
    long payloadBytes,
    @JsonProperty("wait") String waitStrategy,
    String placement,
    int guestThreads,
    String load,
    Double ratePerSecond,
    Double share) {
  /// The conditions of one measurement.
  public static Conditions of(Measurement measurement) {
    return new Conditions(
        measurement.workload(),
        measurement.boundary(),
        measurement.trapCost(),
        measurement.payloadBytes(),
        measurement.waitStrategy(),
        measurement.placement(),
        measurement.guestThreads(),
        measurement.loadName(),
        measurement.loadShare() == null ? measurement.ratePerSecond() : null,
        measurement.loadShare());
  }

  /// The same at another size.
  Conditions withPayload(long bytes) {
    return new Conditions(
        workload,
        boundary,
        trapCost,
        bytes,
        waitStrategy,
        placement,
        guestThreads,
        load,
        ratePerSecond,
        share);
  }
}
