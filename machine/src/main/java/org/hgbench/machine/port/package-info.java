/// I/O ports: the doorbells through which a guest traps to its host.
///
/// It knows nothing of what a trap costs; that is the boundary's business.
package org.hgbench.machine.port;
