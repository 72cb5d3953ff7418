/// HGSMI on the wire: every byte and number that guest and host agree on, and the verification that
/// both do in the same way.
///
/// ```text
///   guest  --> BufferHeader | data | BufferTail in VRAM, offset to HgsmiPorts.GUEST -->  host
///   guest  <-- BufferHeader | data | BufferTail in VRAM, offset from HgsmiPorts.HOST <-- host
/// ```
///
/// Offsets of fields appear here and nowhere else. It knows neither side.
package org.hgbench.hgsmi.wire;
