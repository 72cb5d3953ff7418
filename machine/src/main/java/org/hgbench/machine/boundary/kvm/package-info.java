/// The boundary `kvm`: real entries and exits of a vCPU, real injected interrupts.
///
/// ```text
///   guest driver (Java)        vCPU (guest RAM, ring 0)              host (Java, same thread)
///     Vcpu.out  --registers-->  OUT32: out dx, eax  --exit-->  PortBus --> device
///     Vcpu.halt --registers-->  WAIT:  sti; hlt
///                               (interrupt) stub: out/in  --exit-->  device, handler
/// ```
///
/// 1. The driver calls `out`; the EMT puts value, port and trampoline into the shared registers and
///    enters the vCPU.
/// 2. The vCPU first completes its previous port access, jumps to the trampoline by RBX, and does
///    the access: an exit.
/// 3. The EMT finds port and value in the shared page and calls the device.
///
/// Interrupts are off in the guest but for the instruction that waits, so no wake-up is lost. What
/// each instruction is stands in [org.hgbench.machine.boundary.kvm.Assembler].
package org.hgbench.machine.boundary.kvm;
