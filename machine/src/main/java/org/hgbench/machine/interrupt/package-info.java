/// Interrupts: how the host gets the attention of a waiting guest.
///
/// ```text
///   device --raise--> InterruptLine --raised--> InterruptController (the boundary's)
///                                                     | wakes a vCPU that waits in `hlt`
///                                               InterruptHandler (the guest driver's)
/// ```
package org.hgbench.machine.interrupt;
