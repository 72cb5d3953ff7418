package org.hgbench.hgcm.host.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.hgbench.hgcm.host.HgcmCommand;
import org.hgbench.hgcm.host.HgcmConnector;
import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.settings.Settings;

/// The services of this host, found with [ServiceLoader], each on a thread of its own, and a main
/// thread for all that is not a call.
///
/// Source: VirtualBox 7.0, src/VBox/Main/src-client/HGCM.cpp and VMMDevInterface.cpp.
public final class ServiceConnector implements HgcmConnector {
  /// How long whoever needs a service's thread waits for it.
  private static final int PATIENCE_MILLIS = 30_000;

  private final Map<String, ServiceHost> services = new LinkedHashMap<>();
  private final ClientTable clients = new ClientTable();
  private final MessageThread main;

  private ServiceConnector(MessageThread main) {
    this.main = main;
  }

  /// Loads every service that is on the class path.
  ///
  /// @throws IllegalArgumentException if two have one name, one is of another version, or a setting
  ///   makes no sense
  public static ServiceConnector open(Settings config, Counters counters) {
    List<HgcmServiceProvider> providers =
        ServiceLoader.load(HgcmServiceProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    ThreadWait wait = ThreadWait.of(config);
    long patience = config.integer("ServicePatienceMillis", PATIENCE_MILLIS);
    ServiceConnector connector =
        new ServiceConnector(
            new MessageThread("hgcm-main", counters.writer(Counters.Kind.HANDOVERS), 2 * patience));
    try {
      for (HgcmServiceProvider provider : providers) {
        connector.load(
            provider, config.at("Services").at(provider.name()), wait, patience, counters);
      }
    } catch (RuntimeException | Error e) {
      connector.close();
      throw e;
    }
    return connector;
  }

  private void load(
      HgcmServiceProvider provider,
      Settings config,
      ThreadWait wait,
      long patience,
      Counters counters) {
    if (provider.interfaceVersion() != HgcmService.INTERFACE_VERSION) {
      throw new IllegalArgumentException(
          "service '%s' is written for interface version %d, this host has %d"
              .formatted(
                  provider.name(), provider.interfaceVersion(), HgcmService.INTERFACE_VERSION));
    }
    if (services.containsKey(provider.name())) {
      throw new IllegalArgumentException(
          "service '%s' is provided twice, the second time by %s"
              .formatted(provider.name(), provider.getClass().getName()));
    }
    services.put(provider.name(), new ServiceHost(provider, config, wait, patience, counters));
  }

  /// A loaded service, for whoever acts on the host's side.
  ///
  /// @throws IllegalArgumentException if there is no such service
  public <T extends HgcmService> T service(String name, Class<T> type) {
    return type.cast(host(name).service());
  }

  /// Prepares a call of a service from the host.
  ///
  /// @param argument what the service and its caller have agreed upon; may change between runs
  /// @throws IllegalArgumentException if there is no such service
  public HostCall hostCall(String name, int function, Object argument) {
    return new HostCall(main, host(name), function, argument);
  }

  /// Runs a task on a service's thread and waits for it: for pinning it, or looking at it.
  ///
  /// @throws IllegalArgumentException if there is no such service
  /// @throws IllegalStateException if the service's thread has ended
  public void onServiceThread(String name, Runnable task) {
    boolean sent =
        host(name)
            .thread()
            .send(
                new Message.Synchronous() {
                  @Override
                  void perform() {
                    task.run();
                  }
                });
    if (!sent) {
      throw new IllegalStateException("the service's thread has ended: service=" + name);
    }
  }

  /// How many clients are connected.
  public int clientCount() {
    return clients.clientCount();
  }

  /// How many calls are with services.
  public int callCount() {
    return clients.callCount();
  }

  /// What a service, or the main thread, threw first; null if nothing was thrown. Of a thread that
  /// is still at work, what it threw before [#onServiceThread] last returned.
  public Throwable failure() {
    return Stream.concat(Stream.of(main), services.values().stream().map(ServiceHost::thread))
        .map(MessageThread::failure)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private ServiceHost host(String name) {
    ServiceHost host = services.get(name);
    if (host == null) {
      throw new IllegalArgumentException(
          "no service '%s'; there are %s".formatted(name, services.keySet()));
    }
    return host;
  }

  @Override
  public int connect(HgcmCommand command) {
    main.handOver(
        new Message() {
          @Override
          void run() {
            command.complete(admit(command));
          }
        });
    return Status.SUCCESS;
  }

  private int admit(HgcmCommand command) {
    ServiceHost host = services.get(command.service());
    if (host == null) {
      return Status.HGCM_SERVICE_NOT_FOUND;
    }
    Client client = new Client(clients.nextId(), command.requestor(), host);
    int status = host.connect(client);
    if (!Status.isFailure(status)) {
      clients.add(client);
      command.clientId(client.id());
    }
    return status;
  }

  @Override
  public int disconnect(HgcmCommand command) {
    main.handOver(
        new Message() {
          @Override
          void run() {
            Client client = clients.remove(command.clientId());
            if (client != null) {
              client.host().disconnect(client, clients);
            }
            command.complete(client == null ? Status.HGCM_INVALID_CLIENT_ID : Status.SUCCESS);
          }
        });
    return Status.SUCCESS;
  }

  @Override
  public int call(HgcmCommand command) {
    return clients.call(command);
  }

  @Override
  public void cancelled(Object handle, long ticket) {
    GuestCall call = (GuestCall) handle;
    Client client = (Client) call.client();
    client
        .host()
        .thread()
        .post(
            new Message() {
              @Override
              void run() {
                call.cancelled(ticket);
              }
            });
  }

  @Override
  public void reset() {
    main.send(
        new Message.Synchronous() {
          @Override
          void perform() {
            for (Client client : clients.all()) {
              clients.remove(client.id());
              try {
                client.host().disconnect(client, clients);
              } catch (IllegalStateException e) {
                // Its service hangs. The other clients leave all the same.
                main.failed(e);
              }
            }
          }
        });
  }

  @Override
  public void close() {
    List<RuntimeException> failures = new ArrayList<>();
    end(this::reset, failures);
    end(main::close, failures);
    services.values().forEach(service -> end(service::close, failures));
    if (!failures.isEmpty()) {
      RuntimeException first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private static void end(Runnable step, List<RuntimeException> failures) {
    try {
      step.run();
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }
}
