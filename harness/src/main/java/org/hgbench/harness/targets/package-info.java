/// Speed targets: is one way of doing a piece of work fast enough beside another, on this machine,
/// in this run?
///
/// ```text
///   Target  --open-->  Contender, Contender ...     subject first, then its control, then others
///      |                    |
///      |               PairedSlices                 short slices in turn, A B B A, in one JVM
///      |                    |
///      |               TargetFork  (fresh JVM)  <-- TargetRunner (several of them)
///      v                    v
///   Bound  <---------  TargetResult                 ratio of neighbouring slices, 95 % interval
/// ```
///
/// A machine drifts by more than the targets differ, so only neighbours in time are compared: each
/// round times one slice of some milliseconds of every contender, and the logarithm of the ratio of
/// two slices of one round is one pair. The estimate is the Hodges-Lehmann median over the pairs of
/// all forks, the interval inverts the exact signed-rank test. A target is *met* when the interval
/// reaches the bound, *missed* when it does not. Each fork is a fresh JVM that runs this target
/// only, so that the compiler has seen nothing else; the medians of the forks are printed beside,
/// since pairs of one fork resemble each other more than forks do.
///
/// **Adding a target.** Write the contenders: each does the same `operations` per slice, from the
/// same numbers, and returns the sum of the bytes that its receiving end read; slices of one round
/// whose sums differ end the run. Threads and other set-up go to `begin` and `end`, which are not
/// timed; the timed part ends when everything has arrived. Put the two and a [Bound] into a
/// [Target], and that into the list in [Targets].
///
/// It must not know JMH: a slice is shorter than anything that JMH times.
package org.hgbench.harness.targets;
