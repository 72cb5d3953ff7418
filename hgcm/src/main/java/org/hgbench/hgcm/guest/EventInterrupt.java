package org.hgbench.hgcm.guest;

import org.hgbench.hgcm.wire.EventAcknowledgement;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.VmmDevMemory;
import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.port.PortAccess;

/// The interrupt service routine of the driver. It looks at the device's memory, acknowledges with
/// one trap, and counts.
final class EventInterrupt implements InterruptHandler {
  private final VmmDevMemory device;
  private final RequestHeader request;
  private final EventAcknowledgement answer;
  private final PortAccess access;
  private volatile WaitQueue queue;
  private volatile int acknowledgements;

  /// @param requestAt where the prepared request 41 lies, below 4 GiB
  EventInterrupt(
      VmmDevMemory device, GuestMemory ram, long requestAt, int ioBase, Acknowledgement how) {
    this.device = device;
    this.request = new RequestHeader(ram, requestAt);
    this.answer = new EventAcknowledgement(ram, requestAt);
    this.access =
        switch (how) {
          case REQUEST -> PortAccess.out(ioBase + IoPorts.REQUEST, (int) requestAt);
          case FAST_PORT -> PortAccess.in(ioBase + IoPorts.FAST);
        };
    rewind();
  }

  @Override
  public boolean isPending() {
    return device.haveEvents();
  }

  @Override
  public PortAccess acknowledgement() {
    return access;
  }

  @Override
  public void acknowledged(int value) {
    if (access.write()) {
      rewind();
    }
    acknowledgements = acknowledgements + 1;
    if (queue != null) {
      queue.wake();
    }
  }

  /// Has every interrupt wake those who wait in a queue.
  void wake(WaitQueue newQueue) {
    queue = newQueue;
  }

  /// How many interrupts have been acknowledged, modulo 2^32.
  int acknowledgements() {
    return acknowledgements;
  }

  private void rewind() {
    request.write(EventAcknowledgement.SIZE, RequestType.ACKNOWLEDGE_EVENTS, 0);
    answer.clear();
  }
}
