package org.hgbench.results.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What one transport did with one workload under one set of conditions.
///
/// Latencies are nanoseconds. A percentile is null where none was recorded or where the operations
/// were too few to support it.
///
/// @param id unique in the run, stable between runs, fit for a file name
/// @param workload `notify`, `call`, `write`, ...
/// @param transport `hgsmi`, `hgcm` or the control `none`
/// @param variant which realisation, such as `page-list`; `default` where there is one
/// @param boundary `simulated`, `process` or `kvm`
/// @param trapCost name of the modelled cost (`none`, `virtualbox-2018`, ...), null on a real
///   boundary
/// @param gating whether comparisons judge it
/// @param payloadBytes bytes per operation and direction
/// @param waitStrategy `wait` in the file: `irq` or `poll`
/// @param placement `same-core`, `cross-core` or `unpinned`
/// @param guestThreads threads that issue operations
/// @param memoryType how shared memory was mapped: `write-back`
/// @param load `closed` or `open`
/// @param ratePerSecond planned rate of an open load, else null
/// @param unit of [#nanosPerOperation]: `ns/op`
/// @param nanosPerOperation median over the forks
/// @param batch operations between two clock reads
/// @param clockNanos cost of one clock read
/// @param p50 median of single operations over all forks
/// @param p90 90th percentile
/// @param p99 99th percentile
/// @param p999 99.9th percentile
/// @param max slowest operation
/// @param opsPerSecond operations per second
/// @param bytesPerSecond payload per second, null where nothing is moved
/// @param explainedShare how much of the time the cost model accounts for, null where it does not
///   apply
/// @param counters per operation
/// @param forks one fresh JVM each, in the order they ran
/// @param floorMultiple time as a multiple of the floor beside it
/// @param floor name of the yardstick that is its floor
/// @param checksumOk whether every byte arrived as it was sent
/// @param grade how far its forks were left undisturbed: `good`, `fair` or `poor`, null where
///   nobody watched
/// @param warnings what a reader must know of this figure
/// @param openLoad how an open load went; null for a closed one
/// @param explained what stands behind `explainedShare`; null where it does not apply
public record Measurement(
    String id,
    String workload,
    String transport,
    String variant,
    String boundary,
    String trapCost,
    boolean gating,
    long payloadBytes,
    @JsonProperty("wait") String waitStrategy,
    String placement,
    int guestThreads,
    String memoryType,
    String load,
    Double ratePerSecond,
    String unit,
    double nanosPerOperation,
    long batch,
    Double clockNanos,
    Double p50,
    Double p90,
    Double p99,
    Double p999,
    Double max,
    double opsPerSecond,
    Double bytesPerSecond,
    Double explainedShare,
    OperationCounters counters,
    List<Fork> forks,
    Double floorMultiple,
    String floor,
    boolean checksumOk,
    String grade,
    List<String> warnings,
    OpenLoad openLoad,
    ExplainedShare explained) {
  /// Copies the lists.
  public Measurement {
    forks = Run.copy(forks);
    warnings = Run.copy(warnings);
  }

  /// A measurement of a closed load that nothing explains yet.
  public Measurement(
      String id,
      String workload,
      String transport,
      String variant,
      String boundary,
      String trapCost,
      boolean gating,
      long payloadBytes,
      String waitStrategy,
      String placement,
      int guestThreads,
      String memoryType,
      String load,
      Double ratePerSecond,
      String unit,
      double nanosPerOperation,
      long batch,
      Double clockNanos,
      Double p50,
      Double p90,
      Double p99,
      Double p999,
      Double max,
      double opsPerSecond,
      Double bytesPerSecond,
      Double explainedShare,
      OperationCounters counters,
      List<Fork> forks,
      Double floorMultiple,
      String floor,
      boolean checksumOk,
      String grade,
      List<String> warnings) {
    this(
        id,
        workload,
        transport,
        variant,
        boundary,
        trapCost,
        gating,
        payloadBytes,
        waitStrategy,
        placement,
        guestThreads,
        memoryType,
        load,
        ratePerSecond,
        unit,
        nanosPerOperation,
        batch,
        clockNanos,
        p50,
        p90,
        p99,
        p999,
        max,
        opsPerSecond,
        bytesPerSecond,
        explainedShare,
        counters,
        forks,
        floorMultiple,
        floor,
        checksumOk,
        grade,
        warnings,
        null,
        null);
  }

  /// Which load it was under: `closed`, or `open` and how operations were due, such as `open
  /// poisson`.
  public String loadName() {
    return openLoad == null ? load : "open " + openLoad.arrival();
  }

  /// The rate of an open load as a share of the closed loop's, where it was named so. Its rate per
  /// second then differs from run to run and from transport to transport.
  public Double loadShare() {
    return openLoad == null ? null : openLoad.percent();
  }

  /// This measurement with how its open load went.
  public Measurement with(OpenLoad open) {
    return new Measurement(
        id,
        workload,
        transport,
        variant,
        boundary,
        trapCost,
        gating,
        payloadBytes,
        waitStrategy,
        placement,
        guestThreads,
        memoryType,
        load,
        ratePerSecond,
        unit,
        nanosPerOperation,
        batch,
        clockNanos,
        p50,
        p90,
        p99,
        p999,
        max,
        opsPerSecond,
        bytesPerSecond,
        explainedShare,
        counters,
        forks,
        floorMultiple,
        floor,
        checksumOk,
        grade,
        warnings,
        open,
        explained);
  }

  /// This measurement with what explains its time.
  public Measurement with(ExplainedShare share) {
    return new Measurement(
        id,
        workload,
        transport,
        variant,
        boundary,
        trapCost,
        gating,
        payloadBytes,
        waitStrategy,
        placement,
        guestThreads,
        memoryType,
        load,
        ratePerSecond,
        unit,
        nanosPerOperation,
        batch,
        clockNanos,
        p50,
        p90,
        p99,
        p999,
        max,
        opsPerSecond,
        bytesPerSecond,
        share.share(),
        counters,
        forks,
        floorMultiple,
        floor,
        checksumOk,
        grade,
        warnings,
        openLoad,
        share);
  }
}
