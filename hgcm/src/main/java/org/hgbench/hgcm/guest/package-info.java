/// The guest's end of HGCM: a driver like Linux's vboxguest, as far as a call goes.
///
/// 1. [org.hgbench.hgcm.guest.HgcmGuest#probe] reports the guest to the host.
/// 2. [org.hgbench.hgcm.guest.HgcmGuest#connect] asks for a service by name and gets a client id.
/// 3. [org.hgbench.hgcm.guest.CallBuilder] lays out a request in guest RAM, once.
/// 4. [org.hgbench.hgcm.guest.HgcmCall#submit] rewinds it and writes its address to the request
///    port: the first trap of a call.
/// 5. [org.hgbench.hgcm.guest.HgcmCall#await] halts the vCPU until the interrupt has been
///    acknowledged (the second trap) and the request is DONE, or spins on DONE with the line
///    masked.
/// 6. Results are read from the request; buffers are in guest RAM.
///
/// Several vCPUs can share a driver: one takes the interrupts and wakes those in its
/// [org.hgbench.hgcm.guest.WaitQueue], all of them or only those whose call is done.
///
/// Nothing is allocated per call. The package must not know the device behind the port.
package org.hgbench.hgcm.guest;
