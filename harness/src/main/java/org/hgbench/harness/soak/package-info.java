/// Soak: both transports at work for a long time, with every byte verified, to find what short
/// tests cannot: something lost once in a million operations, and what grows.
///
/// ```text
///   SoakCells --cells--> Soak --a turn each, round after round--> Tally (operations, losses)
///                          |
///                          after each round --> Usage --> Growth: flat or not
/// ```
///
/// It measures no speed, and must not know of runs and results.
package org.hgbench.harness.soak;
