package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hgbench.hgcm.guest.HgcmException;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.host.connector.HostCall;
import org.hgbench.hgcm.host.connector.ServiceConnector;
import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which services a host has, and what whoever asks for one is told.
class ServicesTest {
  @TempDir Path directory;

  /// A service of a jar that is older than this host.
  public static final class OldProvider implements HgcmServiceProvider {
    @Override
    public String name() {
      return "HgbenchOld";
    }

    @Override
    public int interfaceVersion() {
      return HgcmService.INTERFACE_VERSION - 1;
    }

    @Override
    public HgcmService create(Settings config) {
      throw new AssertionError("a service of another version was made");
    }
  }

  /// A service that calls itself as another one does.
  public static final class SecondEchoProvider implements HgcmServiceProvider {
    @Override
    public String name() {
      return "HgbenchEcho";
    }

    @Override
    public HgcmService create(Settings config) {
      throw new AssertionError("a second service of one name was made");
    }
  }

  @Test
  void aServiceOfAnotherVersionIsRefused() throws IOException {
    assertThatThrownBy(() -> openWith(OldProvider.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("service 'HgbenchOld' is written for interface version 0, this host has 1");
  }

  @Test
  void twoServicesOfOneNameAreRefused() throws IOException {
    assertThatThrownBy(() -> openWith(SecondEchoProvider.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "service 'HgbenchEcho' is provided twice, the second time by %s"
                .formatted(SecondEchoProvider.class.getName()));
  }

  @Test
  void anUnknownServiceIsNamedWithThoseThereAre() {
    try (TestMachine machine = TestMachine.with()) {
      assertThatThrownBy(() -> machine.connector().hostCall("Nobody", 1, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("no service 'Nobody'; there are [")
          .hasMessageContaining("HgbenchEcho");
    }
  }

  @Test
  void anUnknownWayToWaitIsNamed() {
    assertThatThrownBy(() -> TestMachine.with("Devices/vmm/0/Config/ServiceWait = nap"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("setting ServiceWait: 'nap' is neither block nor spin");
  }

  @Test
  void aServiceMayRefuseAClient() {
    String key = "Devices/vmm/0/Config/Services/%s/Connect = ".formatted(MisbehavingService.NAME);
    try (TestMachine machine = TestMachine.with(key + Status.ACCESS_DENIED)) {
      HgcmGuest guest = machine.probedGuest();
      assertThatThrownBy(() -> guest.connect(MisbehavingService.NAME, WaitMode.POLL))
          .isInstanceOfSatisfying(
              HgcmException.class, e -> assertThat(e.status()).isEqualTo(Status.ACCESS_DENIED));
      assertThat(machine.connector().clientCount()).isZero();
      assertThat(machine.device().requestsInFlight()).isZero();
    }
  }

  /// It cannot wait for itself, so the inner task runs at once.
  @Test
  void aTaskOnAServicesThreadMayRunAnotherThere() {
    try (TestMachine machine = TestMachine.with()) {
      ServiceConnector connector = machine.connector();
      List<String> order = new ArrayList<>();
      connector.onServiceThread(
          "HgbenchEcho",
          () -> {
            order.add("before");
            connector.onServiceThread("HgbenchEcho", () -> order.add("inside"));
            order.add("after");
          });
      assertThat(order).containsExactly("before", "inside", "after");
    }
  }

  @Test
  void whoComesAfterTheEndIsTold() {
    TestMachine machine = TestMachine.with();
    ServiceConnector connector = machine.connector();
    HostCall call = connector.hostCall("HgbenchEcho", 5, null);
    assertThat(call.run()).isEqualTo(Status.NOT_SUPPORTED);
    machine.close();
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the host's threads have ended: function=5");
    assertThatThrownBy(() -> connector.onServiceThread("HgbenchEcho", () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the service's thread has ended: service=HgbenchEcho");
  }

  /// Opens a connector with one more provider on the class path.
  private void openWith(Class<?> provider) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(HgcmServiceProvider.class.getName()), provider.getName());
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    try (URLClassLoader more = new URLClassLoader(new URL[] {directory.toUri().toURL()}, usual)) {
      thread.setContextClassLoader(more);
      ServiceConnector.open(Settings.of(Map.of()), new Counters()).close();
    } finally {
      thread.setContextClassLoader(usual);
    }
  }
}
