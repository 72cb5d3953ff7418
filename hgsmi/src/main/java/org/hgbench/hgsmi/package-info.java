/// HGSMI, VirtualBox's shared-memory transport: one command from guest to host, step by step.
///
/// 1. The guest takes a buffer from its heap in VRAM and writes header, tail and checksum.
/// 2. The guest fills in the data.
/// 3. The guest writes the buffer's offset to port 0x3d0: the one trap.
/// 4. The host, on the EMT, enters the VGA critical section, copies header and tail, and verifies.
/// 5. The host calls the channel's handler, which acts and answers in place.
/// 6. The host leaves the section; the guest continues behind its `out`.
/// 7. The guest reads the answer and frees the buffer.
///
/// No thread is handed anything, no interrupt is raised, and the transport copies no data.
///
/// The way back, one command from host to guest, by interrupt:
///
/// 1. A thread of the host takes a buffer from the host heap, whose place the guest has chosen, and
///    fills it in.
/// 2. The host appends it to its FIFO, sets the pending bit in the host flags, and raises the line.
/// 3. The guest takes the interrupt and acknowledges it at port 0x3b0: a trap.
/// 4. The guest reads the buffer's offset from port 0x3b0: a trap. It verifies and handles it.
/// 5. The guest writes the offset to port 0x3b0: a trap. The host frees the buffer.
///
/// A guest that looks at the flags by itself saves the interrupt and the first trap. A stream of
/// records goes through a ring in VRAM instead and traps only when it is full, or never if a thread
/// of the host drains it.
///
/// ```text
///   guest  -->  wire  <--  host
/// ```
package org.hgbench.hgsmi;
