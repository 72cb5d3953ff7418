package org.hgbench.hgcm.host.connector;

import java.util.concurrent.atomic.AtomicLong;
import org.hgbench.hgcm.host.HgcmCommand;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.service.ServiceClient;
import org.hgbench.hgcm.service.ServiceParameter;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// A call on its way through its service: queued, then run, then perhaps parked, and completed
/// once. Used again for other calls, each of which has a ticket of its own.
final class GuestCall extends Message implements ServiceCall {
  /// No call has this ticket.
  static final long NONE = 0;

  private final ClientTable clients;
  private final AtomicLong open = new AtomicLong();

  // Links of the client's calls and of the free list, under the table's lock.
  GuestCall previous;
  GuestCall following;

  private HgcmCommand command;
  private Client client;
  private long ticket;
  private boolean running;

  GuestCall(ClientTable clients) {
    this.clients = clients;
  }

  /// Begins a new life.
  void begin(HgcmCommand newCommand, Client newClient, long newTicket) {
    command = newCommand;
    client = newClient;
    ticket = newTicket;
    running = false;
    open.set(newTicket);
    newCommand.handle(this, newTicket);
  }

  @Override
  void run() {
    long mine = ticket;
    if (client.isGone()) {
      complete(mine, Status.HGCM_INVALID_CLIENT_ID);
      return;
    }
    running = true;
    Stamps.stamp(Stage.SERVICE_BEGAN);
    int result;
    try {
      result = client.service().call(this);
    } catch (RuntimeException | Error e) {
      complete(mine, Status.INTERNAL_ERROR);
      throw e;
    }
    // A parked call may be completed already, and this object in use for another one.
    if (result != Status.HGCM_ASYNC_EXECUTE) {
      complete(mine, result);
    }
  }

  /// Whether the service has seen the call.
  boolean isRunning() {
    return running;
  }

  /// Whether the call is the one with this ticket and not completed yet.
  boolean isOpen(long whichTicket) {
    return open.get() == whichTicket;
  }

  /// Tells the service that the guest has given the call up. Service's thread.
  void cancelled(long whichTicket) {
    if (isOpen(whichTicket) && running) {
      client.service().cancelled(this);
    }
  }

  @Override
  public void complete(long whichTicket, int result) {
    if (whichTicket != NONE && open.compareAndSet(whichTicket, NONE)) {
      Stamps.stamp(Stage.SERVICE_ENDED);
      HgcmCommand finished = command;
      clients.ended(this, client);
      finished.complete(result);
    }
  }

  @Override
  public ServiceClient client() {
    return client;
  }

  @Override
  public int requestor() {
    return command.requestor();
  }

  @Override
  public int function() {
    return command.function();
  }

  @Override
  public int parameterCount() {
    return command.parameterCount();
  }

  @Override
  public ServiceParameter parameter(int index) {
    return command.parameter(index);
  }

  @Override
  public long ticket() {
    return ticket;
  }
}
