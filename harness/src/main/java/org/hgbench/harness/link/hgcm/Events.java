package org.hgbench.harness.link.hgcm;

import org.hgbench.harness.link.Words;
import org.hgbench.harness.link.host.WorkloadPorts;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.service.message.MessageService;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// What the host tells the guest: a message, which completes a parked call.
///
/// 1. The guest has parked a call at the message service before.
/// 2. It asks: one port write, which wakes a thread of the host.
/// 3. That thread calls the service, which completes the parked call; the guest wakes.
/// 4. The guest fetches the message with a second call, and parks the first one again.
final class Events {
  private final GuestSide side;
  private final HgcmCall wait;
  private final HgcmCall get;

  /// Parks the first call.
  Events(GuestSide side, int messages) {
    this.side = side;
    wait = side.guest().call(messages, MessageService.PEEK_WAIT).u32(0).u32(0).build();
    get = side.guest().call(messages, MessageService.GET).u32(0).u64(0).u64(0).build();
    side.submit(wait);
  }

  /// Asks the host for the event of a number.
  void ask(long sequence) {
    side.vcpu().out(WorkloadPorts.EVENT, (int) sequence);
  }

  /// Waits for it, takes it, checks what it says, and parks the call again.
  long await(long sequence) {
    side.await(wait);
    get.u32(0, wait.u32(0));
    side.run(get);
    Stamps.stamp(Stage.FETCHED);
    long event = sequence & 0xFFFF_FFFFL;
    side.account().received(get.u64(1), event);
    long word = side.account().received(get.u64(2), Words.of(event));
    side.submit(wait);
    return word;
  }
}
