/// Open load: operations are due at times fixed beforehand, whether or not the ones before them are
/// done, as requests of the world arrive.
///
/// ```text
///   Schedule ---due---> OpenLoop ---begin, end---> response time (from when it was due)
///                          |                       service time  (from when it began)
///                          v
///                      the operation
/// ```
///
/// A closed loop hides queueing: while an operation is slow, the next ones are not even asked for.
/// Here they are, and their response times count the wait. An operation that falls behind therefore
/// shows in the response times of all that queue behind it, and in the service time of itself
/// alone.
///
/// One guest thread does the operations, one after the other; it spins on the clock until the next
/// one is due. Spinning keeps its processor awake: what a guest pays to come out of an idle state
/// is not in the figures, and the moments at which operations begin are exact to a clock step.
/// Sleeping instead would add the timer's slack and the wake-up, some 50 us and more, to response
/// times.
///
/// The shape of such a rig is that of LoadTestRig in Aeron's benchmarks.
package org.hgbench.harness.load;
