package org.hgbench.hgcm.service.message;

import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.service.ServiceClient;

/// What the service keeps about a client: the messages it has not fetched, and its parked call.
final class MessageQueue {
  static final int CAPACITY = 256;

  private final ServiceClient client;
  private final Message[] ring = new Message[CAPACITY];
  private int head;
  private int count;
  private ServiceCall parked;
  private long ticket;

  MessageQueue(ServiceClient client) {
    this.client = client;
    for (int i = 0; i < CAPACITY; i++) {
      ring[i] = new Message();
    }
  }

  ServiceClient client() {
    return client;
  }

  boolean isFull() {
    return count == CAPACITY;
  }

  /// Appends a copy.
  void append(Message message) {
    ring[(head + count) % CAPACITY].copyFrom(message);
    count++;
  }

  /// The oldest message, or null.
  Message first() {
    return count == 0 ? null : ring[head];
  }

  void removeFirst() {
    head = (head + 1) % CAPACITY;
    count--;
  }

  void park(ServiceCall call) {
    parked = call;
    ticket = call.ticket();
  }

  /// The parked call, or null.
  ServiceCall parked() {
    return parked;
  }

  /// Completes the parked call and forgets it.
  void completeParked(int result) {
    ServiceCall call = parked;
    parked = null;
    call.complete(ticket, result);
  }
}
