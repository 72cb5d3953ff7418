/// Messages from the host to the guest, over calls that are parked until there is one.
///
/// 1. The guest calls PEEK_WAIT. If a message is queued, the call is answered at once.
/// 2. Otherwise the service keeps the call and its thread is free again; the guest sleeps.
/// 3. Somebody on the host posts a message: by way of the main thread to the service's thread,
///    which answers the parked call with the message's id and completes it. The guest wakes.
/// 4. The guest calls GET for the body, and waits again.
package org.hgbench.hgcm.service.message;
