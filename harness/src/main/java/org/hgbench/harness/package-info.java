/// The harness: the only code that sees both transports. It measures them the same way, with the
/// same work on both ends, and writes down what it found.
///
/// ```text
///   cli  ->  plan (what to measure, in which order)  ->  run (one JVM per fork, merged)  ->  results
///                                                          |
///                                     benchmark (JMH, in the fork)  ->  link  ->  hgsmi, hgcm
/// ```
package org.hgbench.harness;
