package org.hgbench.hgcm.host.connector;

import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.ServiceClient;
import org.hgbench.hgcm.wire.Requestor;

/// A connection of the guest to a service.
final class Client implements ServiceClient {
  private final int id;
  private final int requestor;
  private final ServiceHost host;

  // Under the table's lock.
  Client next;
  GuestCall calls;
  int callCount;

  private boolean gone;
  private Object state;

  Client(int id, int requestor, ServiceHost host) {
    this.id = id;
    this.requestor = requestor;
    this.host = host;
  }

  ServiceHost host() {
    return host;
  }

  HgcmService service() {
    return host.service();
  }

  Requestor.Pool pool() {
    return Requestor.pool(requestor);
  }

  /// Whether the client has left. Service's thread.
  boolean isGone() {
    return gone;
  }

  /// The client leaves. Service's thread.
  void leave() {
    gone = true;
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public int requestor() {
    return requestor;
  }

  @Override
  public Object state() {
    return state;
  }

  @Override
  public void state(Object newState) {
    state = newState;
  }
}
