package org.hgbench.results.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Where the time of one operation goes, stage after stage. It was measured in forks of its own
/// with stamps switched on, and is never mixed with the figures of [Run#measurements].
///
/// @param id unique among the breakdowns of a run, fit for a file name
/// @param path what was followed: `HGSMI command`, `HGCM call`, ...
/// @param measurement id of the measurement of the same operation, null if the run has none
/// @param workload `notify`, `call`, `write`, ...
/// @param transport `hgsmi` or `hgcm`
/// @param variant which realisation
/// @param boundary `simulated`, `process` or `kvm`
/// @param trapCost name of the modelled cost, null on a real boundary
/// @param payloadBytes bytes per operation and direction
/// @param waitStrategy `irq` or `poll`
/// @param placement where the threads ran
/// @param stages in the order of time
/// @param total of whole operations
/// @param incomplete operations left out because a stage was not stamped
/// @param tracedNanos an operation with stamps, measured in the same way as `untracedNanos`
/// @param untracedNanos an operation without, in forks beside
/// @param overhead what tracing adds, as a share of `untracedNanos`; below 0 where noise is larger
/// @param warnings what a reader must know
public record Breakdown(
    String id,
    String path,
    String measurement,
    String workload,
    String transport,
    String variant,
    String boundary,
    String trapCost,
    long payloadBytes,
    @JsonProperty("wait") String waitStrategy,
    String placement,
    List<Stage> stages,
    Percentiles total,
    long incomplete,
    double tracedNanos,
    double untracedNanos,
    double overhead,
    List<String> warnings) {
  /// Copies the lists.
  public Breakdown {
    stages = Run.copy(stages);
    warnings = Run.copy(warnings);
  }
}
