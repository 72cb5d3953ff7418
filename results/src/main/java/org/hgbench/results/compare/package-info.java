/// Which of two things is faster, and how certain that is.
///
/// [org.hgbench.results.compare.TransportComparison] asks it of the two transports inside one run.
/// Both pair forks that ran side by side, test the differences of logarithms exactly, correct for
/// the number of questions, and say *unclear* rather than guess.
///
/// Reads records of package `model` and knows neither files nor transports' code.
package org.hgbench.results.compare;
