/// Fuzzing: each target takes bytes, does with them what a guest or a damaged file would, and fails
/// when the host or a reader does what it must not.
///
/// ```text
///   seeds, found inputs --> FuzzTarget.run(bytes)    every build, see InputsTest
///   Jazzer --------------^                           scripts/fuzz TARGET TIME
/// ```
///
/// Targets that face a guest read the bytes as a script of operations, so that the fuzzer mutates
/// what is done rather than checksums and client numbers.
package org.hgbench.fuzz;
