package org.hgbench.results.model;

/// What stands behind [Measurement#explainedShare]: how much of the time the cost model accounts
/// for, and with what. Times are nanoseconds per operation on the critical path.
///
/// @param share median over the forks; null where a yardstick is missing
/// @param low lower end of its 95 % interval, null with too few forks
/// @param high upper end
/// @param trapNanos traps times a bare trap
/// @param interruptNanos interrupts times a bare interrupt, from raise to handler entry
/// @param handoverNanos one-way hand-overs
/// @param softwareNanos the protocol's software, from the boundary `simulated` without its
///   hand-over
/// @param missing what could not be had, as a sentence; null if nothing is missing
public record ExplainedShare(
    Double share,
    Double low,
    Double high,
    Double trapNanos,
    Double interruptNanos,
    Double handoverNanos,
    Double softwareNanos,
    String missing) {}
