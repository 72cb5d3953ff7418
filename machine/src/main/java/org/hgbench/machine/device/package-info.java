/// Devices: what they are given, how they are found, what they show of themselves.
///
/// ```text
///   Settings  --Devices/vga/0/...-->  DeviceProvider (ServiceLoader)  --create-->  Device
///                                            ^ DeviceContext: memory, ports, interrupt line
/// ```
package org.hgbench.machine.device;
