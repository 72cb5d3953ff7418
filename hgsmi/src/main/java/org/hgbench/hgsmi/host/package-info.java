/// The host's side of HGSMI: the VGA device and the channels behind it. It must not know the guest.
///
/// ```text
///   port 0x3d0 --> VgaDevice --> HgsmiInstance --> Area (verify) --> ChannelHandler
///                 (critical        (channels)                        benchmark, plug-ins
///                  section)
/// ```
package org.hgbench.hgsmi.host;
