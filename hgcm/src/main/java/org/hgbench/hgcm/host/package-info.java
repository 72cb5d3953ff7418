/// The VMM device: the host's end of HGCM.
///
/// One call with its answer in an interrupt, step by step (numbers as in VirtualBox's own order):
///
/// 1. The guest writes the address of a request to the request port: a trap. The EMT enters
///    [org.hgbench.hgcm.host.RequestPort] and copies the request into a private buffer.
/// 2. Under the device's critical section [org.hgbench.hgcm.host.HgcmRequests] writes `rc =
///    HGCM_ASYNC_EXECUTE` to the guest, takes an [org.hgbench.hgcm.host.HgcmCommand] from the pool
///    and parses the parameters: each buffer becomes a zeroed host buffer, filled page by page if
///    it travels to the host.
/// 3. The command joins the pending list and is handed to the
///    [org.hgbench.hgcm.host.HgcmConnector], which queues it for the service's thread. The port
///    write returns.
/// 4. The service's thread calls the service and [org.hgbench.hgcm.host.HgcmCompletion] follows:
///    off the pending list, outputs to the guest, buffers and budget given back, result, DONE last.
///    With the setting `Completion = emt` an EMT does so, once its vCPU waits, as before VirtualBox
///    6.0.
/// 5. [org.hgbench.hgcm.host.GuestEvents] sets the HGCM event and raises the interrupt line, unless
///    an event is pending already.
/// 6. The guest's handler acknowledges with one more trap, and the line goes low.
///
/// ```text
///   guest --out--> VmmDevice --> RequestPort --> HgcmRequests --> HgcmConnector --> service thread
///     ^                                              pending list                        |
///     +------ GuestEvents (line) <---- HgcmCompletion (outputs, result, DONE) <----------+
/// ```
///
/// The package knows services only through [org.hgbench.hgcm.host.HgcmConnector], and nothing of
/// guest drivers.
package org.hgbench.hgcm.host;
