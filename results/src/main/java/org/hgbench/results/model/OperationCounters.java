package org.hgbench.results.model;

/// What one operation consisted of, averaged. A count that was not offered is null.
///
/// @param traps port accesses
/// @param interrupts interrupts taken
/// @param handovers requests handed to another host thread
/// @param bytesCopied payload bytes that the transport copied
/// @param bytesAllocated Java heap bytes allocated by the threads that take part, in the last
///   iteration of each fork: when warm
/// @param emtCpuNanos processor time of the thread that runs the vCPU
/// @param otherCpuNanos processor time of all other threads that take part
public record OperationCounters(
    Double traps,
    Double interrupts,
    Double handovers,
    Double bytesCopied,
    Double bytesAllocated,
    Double emtCpuNanos,
    Double otherCpuNanos) {}
