/// Boundaries: what a trap and an interrupt are.
///
/// A guest driver holds a [org.hgbench.machine.boundary.Vcpu] and never learns which boundary is
/// behind it. Today there is one, `simulated`; the package must not know any device or transport.
package org.hgbench.machine.boundary;
