package org.hgbench.harness.soak;

import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;

/// Opens the link of a cell.
@FunctionalInterface
public interface Opener {
  /// Opens it; the calling thread becomes guest thread 0.
  Link open(CellSpec cell);
}
