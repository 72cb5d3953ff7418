/// The driver behind the VMM device: services, their clients and their threads.
///
/// ```text
///   VmmDevice --connect, disconnect--> main thread --(and waits)--+
///             --call---------------------------------------------> one thread per service
///                                                                   first in, first out
/// ```
///
/// It sees commands and services, and neither guest memory nor interrupts.
package org.hgbench.hgcm.host.connector;
