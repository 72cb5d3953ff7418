package org.hgbench.harness.link;

import org.hgbench.harness.link.host.WorkloadPorts;
import org.hgbench.machine.boundary.Vcpu;

/// Guest and host take turns on memory that they share, and one port write hands it over: no other
/// access may trap. On `kvm` the vCPU itself does what is the guest's.
///
/// 1. Even operations: the guest writes every word; the host reads them all and writes others.
/// 2. Odd operations: the guest copies what the host wrote; the host reads the copy.
///
/// The same on both transports but for the memory: VRAM there, guest RAM here.
///
/// @param vcpu who does it
/// @param address guest-physical, of `2 * bytes`
/// @param bytes how much is filled and copied
public record Touch(Vcpu vcpu, long address, int bytes) implements Operation {
  @Override
  public long run(long sequence) {
    int words = bytes / Long.BYTES;
    if ((sequence & 1) == 0) {
      // Zero would mean a copy.
      vcpu.fill(address, words, (int) sequence | 1, WorkloadPorts.TOUCHED);
    } else {
      vcpu.copy(address, address + bytes, words, WorkloadPorts.TOUCHED);
    }
    return sequence;
  }
}
