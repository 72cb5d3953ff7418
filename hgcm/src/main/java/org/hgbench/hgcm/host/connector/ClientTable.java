package org.hgbench.hgcm.host.connector;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.hgcm.host.HgcmCommand;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;

/// The clients by their ids, and the calls that each has in flight.
///
/// Ids count upward from 1 and end below 0x80000000. Any thread may call; one lock guards all.
///
/// Source: VirtualBox 7.0, src/VBox/Main/src-client/HGCM.cpp.
final class ClientTable {
  private static final int BUCKETS = 256;
  private static final int KEPT = 64;

  /// Calls in flight per client, by pool; this many are refused already.
  private static final int[] CALL_LIMITS = {8192, 4096, 2048};

  private final Client[] buckets = new Client[BUCKETS];
  private int lastId;
  private int clientCount;
  private int callCount;
  private long lastTicket;
  private GuestCall free;
  private int freeCount;

  ClientTable() {
    this(0);
  }

  /// A table that has given out the ids up to `lastId`.
  ClientTable(int lastId) {
    this.lastId = lastId;
  }

  /// A client's id, before it is known whether its service wants it.
  synchronized int nextId() {
    do {
      lastId = lastId == Integer.MAX_VALUE ? 1 : lastId + 1;
    } while (find(lastId) != null);
    return lastId;
  }

  synchronized void add(Client client) {
    client.next = buckets[client.id() % BUCKETS];
    buckets[client.id() % BUCKETS] = client;
    clientCount++;
  }

  /// Takes a client out: no call of its gets under way any more. Null if there is none.
  synchronized Client remove(int id) {
    Client client = find(id);
    if (client != null) {
      int bucket = id % BUCKETS;
      if (buckets[bucket] == client) {
        buckets[bucket] = client.next;
      } else {
        Client before = buckets[bucket];
        while (before.next != client) {
          before = before.next;
        }
        before.next = client.next;
      }
      clientCount--;
    }
    return client;
  }

  /// All clients.
  synchronized List<Client> all() {
    List<Client> all = new ArrayList<>(clientCount);
    for (Client first : buckets) {
      for (Client client = first; client != null; client = client.next) {
        all.add(client);
      }
    }
    return all;
  }

  /// Hands a call to the thread of the client's service, or says why not.
  int call(HgcmCommand command) {
    GuestCall call;
    Client client;
    synchronized (this) {
      client = find(command.clientId());
      if (client == null) {
        return Status.HGCM_INVALID_CLIENT_ID;
      }
      if (client.callCount + 1 >= CALL_LIMITS[client.pool().ordinal()]) {
        return Status.HGCM_TOO_MANY_CLIENT_CALLS;
      }
      call = take();
      call.begin(command, client, ++lastTicket);
      link(call, client);
    }
    client.host().thread().handOver(call);
    return Status.SUCCESS;
  }

  /// A call has been completed.
  synchronized void ended(GuestCall call, Client client) {
    if (call.previous == null) {
      client.calls = call.following;
    } else {
      call.previous.following = call.following;
    }
    if (call.following != null) {
      call.following.previous = call.previous;
    }
    call.previous = null;
    call.following = null;
    client.callCount--;
    callCount--;
    if (freeCount < KEPT) {
      call.following = free;
      free = call;
      freeCount++;
    }
  }

  /// Completes what a client has left with its service. Service's thread; what is still queued
  /// meets a client that is gone when its turn comes.
  void completeRunning(Client client, int result) {
    List<GuestCall> running = new ArrayList<>();
    List<Long> tickets = new ArrayList<>();
    synchronized (this) {
      for (GuestCall call = client.calls; call != null; call = call.following) {
        if (call.isRunning()) {
          running.add(call);
          tickets.add(call.ticket());
        }
      }
    }
    for (int i = 0; i < running.size(); i++) {
      running.get(i).complete(tickets.get(i), result);
    }
  }

  /// How many clients there are.
  synchronized int clientCount() {
    return clientCount;
  }

  /// How many calls are in flight.
  synchronized int callCount() {
    return callCount;
  }

  static int callLimit(Requestor.Pool pool) {
    return CALL_LIMITS[pool.ordinal()];
  }

  private Client find(int id) {
    if (id <= 0) {
      return null;
    }
    Client client = buckets[id % BUCKETS];
    while (client != null && client.id() != id) {
      client = client.next;
    }
    return client;
  }

  private GuestCall take() {
    GuestCall call = free;
    if (call == null) {
      return new GuestCall(this);
    }
    free = call.following;
    call.following = null;
    freeCount--;
    return call;
  }

  private void link(GuestCall call, Client client) {
    call.following = client.calls;
    call.previous = null;
    if (client.calls != null) {
      client.calls.previous = call;
    }
    client.calls = call;
    client.callCount++;
    callCount++;
  }
}
