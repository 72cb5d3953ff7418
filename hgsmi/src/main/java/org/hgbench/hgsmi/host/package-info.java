/// The host's side of HGSMI: the VGA device, the channels in it and the display driver behind it.
/// It must not know the guest.
///
/// ```text
///   port 0x3d0 --> HgsmiPort --> HgsmiInstance --> Area (verify) --> ChannelHandler
///   port 0x3b0 --> (critical         |                                 setup, benchmark, plug-ins
///                   section)         |                                 video --> Rings --> DisplayDriver
///                                    |                                             ^
///   threads of the host --> HostCommands (heap, FIFO, interrupt)      RefreshThread
/// ```
///
/// Locks are taken in this order: the critical section of the device, then any one of heap, FIFO
/// and interrupt, none of which is held while another is taken.
package org.hgbench.hgsmi.host;
