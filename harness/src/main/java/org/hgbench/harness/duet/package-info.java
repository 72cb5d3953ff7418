/// Two builds in a time-sliced duet: one fork of each is alive, and they work in turns of some tens
/// of milliseconds, so that both meet the same moods of the machine.
///
/// ```text
///   coordinator (hgbench ab)                       two agents (the builds under comparison)
///   DuetSession   blocks, looks, budget
///     ForkPair    one fork of each, turn by turn
///       ForkProcess  --- hgbench.duet/1 over stdin and stdout --->  Agent
///                                                                     SliceTimer  one turn
///                                                                     OtherThreads  all parked?
///   DuetRuns      two run records, which package `compare` of the results judges
///   SelfTest      does the whole find what it promises to find?
/// ```
///
/// The protocol is a contract, since the two builds may be of different revisions; docs/duet.md is
/// its definition, and [org.hgbench.harness.duet.Message] its grammar in code.
package org.hgbench.harness.duet;
