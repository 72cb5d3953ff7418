/// What both transports stand on: a machine of memory, ports, interrupts, devices and vCPUs.
///
/// ```text
///   guest driver                                      device (host)
///     Vcpu --out/in--> Boundary (what a trap costs) --> PortBus --> PortHandler
///     Vcpu <--halt---- Boundary <----raised------------ InterruptLine
///     GuestMemory <=========== the same pages ===========> GuestMemory
/// ```
///
/// [org.hgbench.machine.Machine] puts it together from a settings tree. Nothing here knows a
/// transport, a benchmark or a chart.
package org.hgbench.machine;
