/// The statistics that comparisons rest on, as plain functions of numbers.
///
/// The sample is the fork, one fresh JVM; its value is the natural logarithm of a time, so that a
/// shift is the logarithm of a ratio. Tests are exact, ties included, and need neither a
/// distribution nor a seed; each interval inverts the test beside it. What draws random numbers is
/// seeded.
///
/// Knows neither runs nor cells; package `compare` brings the two together.
package org.hgbench.results.statistics;
