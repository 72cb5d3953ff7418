/// Stamps along the way of one operation, on both sides of the boundary, for a breakdown of its
/// time. Off unless the system property `hgbench.trace` is true.
///
/// ```text
///   guest driver --stamp--> page of shared memory <--stamp-- device (perhaps in another process)
/// ```
///
/// Both sides read [java.lang.System#nanoTime], which on Linux is the one monotonic clock of the
/// system. Nothing here knows what a transport does between two stamps.
package org.hgbench.machine.trace;
