/// The machine's memory: what guest and host share.
///
/// ```text
///   MemoryRegion  --create-->  MachineMemory  --window-->  GuestMemory (ram, vga/0/vram, ...)
///                                   |
///                              one memory file, mapped here with a guard page on either side
/// ```
///
/// It knows nothing of ports, devices or transports.
package org.hgbench.machine.memory;
