package org.hgbench.results.compare;

import org.hgbench.results.model.Measurement;

/// What makes a measurement of one run the counterpart of a measurement of another.
///
/// @param transport `hgsmi`, `hgcm` or `none`
/// @param variant which realisation
/// @param memoryType how shared memory was mapped
/// @param conditions everything else
record CellKey(String transport, String variant, String memoryType, Conditions conditions) {
  static CellKey of(Measurement measurement) {
    return new CellKey(
        measurement.transport(),
        measurement.variant(),
        measurement.memoryType(),
        Conditions.of(measurement));
  }

  /// The same without its size: cells that share it are a family.
  CellKey family() {
    return new CellKey(transport, variant, memoryType, conditions.withPayload(0));
  }
}
