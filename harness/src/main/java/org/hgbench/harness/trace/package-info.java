/// Breakdown: where the time of one operation goes, stage after stage.
///
/// ```text
///   begin --> built --> trapped --> ... --> woke --> finished
///   guest     guest     host                guest    guest
/// ```
///
/// A stage is the time from one stamp to the next, so the stages of an operation add up to its
/// total exactly. Stamps cost time themselves (a clock read and a store to shared memory each), so
/// a breakdown is measured in forks of its own, its cost is measured beside it, and its figures are
/// never mixed with others.
package org.hgbench.harness.trace;
