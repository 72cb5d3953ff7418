/// What JMH runs inside a fork: one benchmark class per question, and the state they share.
///
/// Figures that JMH does not carry (counters, floors, verification, histograms) leave the fork as a
/// [org.hgbench.harness.benchmark.ForkReport], a small file beside JMH's own result.
package org.hgbench.harness.benchmark;
