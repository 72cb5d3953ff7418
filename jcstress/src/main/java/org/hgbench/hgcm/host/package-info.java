/// Ordering tests of HGCM. They lie in the package of the host's side, whose classes they try; each
/// names the outcomes that would break the protocol.
package org.hgbench.hgcm.host;
