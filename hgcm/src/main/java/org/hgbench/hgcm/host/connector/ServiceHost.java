package org.hgbench.hgcm.host.connector;

import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.settings.Settings;

/// A loaded service: the service itself, its thread, and how many clients it has.
final class ServiceHost {
  private final HgcmServiceProvider provider;
  private final HgcmService service;
  private final MessageThread thread;
  private final ThreadWait wait;
  private final int[] clients = new int[Requestor.Pool.values().length];

  ServiceHost(
      HgcmServiceProvider provider,
      Settings config,
      ThreadWait wait,
      long patienceMillis,
      Counters counters) {
    this.provider = provider;
    this.service = provider.create(config);
    this.wait = wait;
    this.thread =
        new MessageThread(
            "hgcm-" + provider.name(), counters.writer(Counters.Kind.HANDOVERS), patienceMillis);
  }

  HgcmService service() {
    return service;
  }

  MessageThread thread() {
    return thread;
  }

  /// A client connects. Main thread; returns the service's answer.
  int connect(Client client) {
    int kind = client.pool().ordinal();
    if (clients[kind] >= provider.maxClients(client.pool())) {
      return Status.HGCM_TOO_MANY_CLIENTS;
    }
    int[] status = {Status.INTERNAL_ERROR};
    boolean sent =
        thread.send(
            new Message.Synchronous() {
              @Override
              void perform() {
                status[0] = service.connect(client);
              }
            });
    if (sent && !Status.isFailure(status[0])) {
      clients[kind]++;
      thread.spin(wait == ThreadWait.SPIN);
    }
    return status[0];
  }

  /// A client leaves, and calls of its that the service keeps are completed. Main thread.
  void disconnect(Client client, ClientTable table) {
    clients[client.pool().ordinal()]--;
    thread.send(
        new Message.Synchronous() {
          @Override
          void perform() {
            client.leave();
            try {
              service.disconnect(client);
            } finally {
              table.completeRunning(client, Status.CANCELLED);
            }
          }
        });
    if (clientCount() == 0) {
      thread.spin(false);
    }
  }

  /// How many clients there are. Main thread.
  int clientCount() {
    int sum = 0;
    for (int count : clients) {
      sum += count;
    }
    return sum;
  }

  void close() {
    try {
      thread.close();
    } finally {
      service.close();
    }
  }
}
