/// The allocators that manage parts of VRAM: for the guest's own buffers, and for the host's.
///
/// All bookkeeping is in private memory, so whoever writes to VRAM cannot corrupt it. Nothing here
/// touches VRAM itself, and it knows neither side.
package org.hgbench.hgsmi.heap;
