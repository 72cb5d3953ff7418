/// The boundary `process`: a real kernel trap between two processes that share the machine's
/// memory.
///
/// ```text
///   guest process                      kernel                     host process
///   ProcessVcpu.out --system call--> seccomp filter --listener--> TrapServer (EMT) --> PortBus
///                   <----result-----                <---answer---
///   ProcessVcpu.halt <------------ futex in ControlPage <-------- FutexLines <-- device
///   HostConnection <------------- control socket ---------------> HostEnd
/// ```
///
/// 1. The guest creates the memory, starts the host process and hands over memory and settings.
/// 2. The first thread that accesses a port installs the filter and hands the listener over; its
///    own copy is closed, so that the host's death ends a trap at once.
/// 3. The host shows signs of life in the control page. A [Watchdog] kills it when they cease; the
///    host ends when the control socket does.
package org.hgbench.machine.boundary.process;
