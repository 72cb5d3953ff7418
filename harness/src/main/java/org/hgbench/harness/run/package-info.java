/// Carrying out a plan: one JVM per fork, then everything merged into one run directory.
///
/// ```text
///   RunSession  --PlannedFork-->  ForkRunner (JMH, a fresh JVM)  --ForkOutcome-->  RunSession
///        |                                                                             |
///     Progress                                             RunAssembler, JmhJson, HistogramLogs
/// ```
package org.hgbench.harness.run;
