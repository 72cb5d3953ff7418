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
/// ```text
///   guest  -->  wire  <--  host
/// ```
package org.hgbench.hgsmi;
