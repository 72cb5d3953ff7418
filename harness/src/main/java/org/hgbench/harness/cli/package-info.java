/// The command line `hgbench`. It parses, calls, prints and chooses the exit code; nothing else.
///
/// | code | meaning |
/// |---|---|
/// | 0 | done |
/// | 1 | a comparison found something worse, or a target was missed |
/// | 3 | a comparison is unclear (only with `--strict`) |
/// | 4 | not comparable |
/// | 64 | the command line is wrong |
/// | 65 | the input cannot be read or is invalid |
/// | 70 | the tool failed |
/// | 75 | the requested boundary is not usable here |
package org.hgbench.harness.cli;
