/// Whether the cost model accounts for the time that was measured: closes the account of traps,
/// interrupts, hand-overs and software on the real boundaries.
///
/// It reads runs and knows no transport.
package org.hgbench.results.explain;
