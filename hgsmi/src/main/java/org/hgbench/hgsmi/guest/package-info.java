/// The guest's side of HGSMI: what a display driver in the guest does. It must not know the host.
///
/// ```text
///   HgsmiGuest (heap, submit)  <--  VideoCommands  <--  LinuxVideoDriver
///                                        ^
///                                   RingWriter (records without traps)
///   HostCommandReceiver (interrupt, flags or port)
/// ```
package org.hgbench.hgsmi.guest;
