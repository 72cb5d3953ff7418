/// Which of two things is faster, and how certain that is.
///
/// [org.hgbench.results.compare.Comparison] asks it of two runs, and
/// [org.hgbench.results.compare.TransportComparison] of the two transports inside one run. Both
/// pair forks that took turns, test differences of logarithms exactly, correct for the number of
/// questions, and say *unclear* rather than guess.
///
/// ```text
///   Run, Run -> Fingerprint          may they be compared at all?
///            -> Counterparts         which cells do both have?
///   Evidence -> Pairing -> Shift     how far apart, how certain? (package statistics)
///            -> Stability            warm-up, bands, floors
///            -> Judge, Families      the verdict
///   Comparison -> text, Markdown, JSON, JUnit XML, Explanation, exit code
/// ```
///
/// Reads the records of package `model` and knows neither files nor the transports' code.
package org.hgbench.results.compare;
