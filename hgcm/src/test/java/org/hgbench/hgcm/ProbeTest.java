package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntConsumer;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmException;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.HostVersion;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.WatchedVcpu;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which devices and hosts a driver works with.
class ProbeTest {
  private final TestMachine machine = TestMachine.with();
  private final GuestMemory ram = machine.ram();

  @AfterEach
  void close() {
    machine.close();
  }

  @ParameterizedTest
  @CsvSource({"4, 0", "4, 2", "0, 31", "0, 0", "0, -1", "0, 4194305"})
  void aDriverRefusesDeviceMemoryThatItDoesNotUnderstand(int at, int value) {
    machine.mmio2().u32(at, value);
    assertThatThrownBy(machine.guest()::probe)
        .isInstanceOfSatisfying(
            HgcmException.class, e -> assertThat(e.status()).isEqualTo(Status.NOT_SUPPORTED))
        .hasMessageStartingWith("device memory: size=" + (at == 0 ? value : 4_193_576));
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 4194304})
  void aDriverTakesDeviceMemoryOfOtherSizes(int size) {
    machine.mmio2().u32(0, size);
    HgcmGuest guest = machine.probedGuest();
    assertThat(guest.connect("HgbenchEcho", WaitMode.POLL)).isPositive();
  }

  @Test
  void aDriverRefusesAHostWithoutPageLists() {
    HgcmGuest guest =
        guest(at -> {
          if (type(at) == RequestType.GET_HOST_VERSION) {
            new HostVersion(ram, at).write(1, 5, 0, 0, 0);
          }
        });
    assertThatThrownBy(guest::probe)
        .isInstanceOf(HgcmException.class)
        .hasMessage("host without page lists: status=-37");
  }

  @ParameterizedTest
  @CsvSource({
    "4, GetHostVersion",
    "58, ReportGuestInfo2",
    "50, ReportGuestInfo",
    "42, CtlGuestFilterMask",
    "56, SetGuestCapabilities",
    "2, SetMouseStatus",
    "20, GetHypervisorInfo"
  })
  void aDriverNamesTheRequestThatItsHostRefuses(int type, String name) {
    assertThatThrownBy(refusing(type)::probe)
        .isInstanceOf(HgcmException.class)
        .hasMessage(name + ": status=-12");
  }

  /// Heartbeat and status: old hosts do not know them.
  @ParameterizedTest
  @ValueSource(ints = {220, 59})
  void aDriverDoesWithoutWhatOldHostsDoNotKnow(int type) {
    HgcmGuest guest = refusing(type);
    guest.probe();
    int client = guest.connect("HgbenchEcho", WaitMode.POLL);
    HgcmCall echo = guest.call(client, 1).u64(20).u64(22).build();
    assertThat(echo.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
    assertThat(echo.u64(1)).isEqualTo(42);
    guest.unload();
  }

  private HgcmGuest refusing(int type) {
    return guest(at -> {
      if (type(at) == type) {
        new RequestHeader(ram, at).rc(Status.NOT_IMPLEMENTED);
      }
    });
  }

  private HgcmGuest guest(IntConsumer afterRequest) {
    return machine.guest(new WatchedVcpu(machine.vcpu(), afterRequest));
  }

  private int type(long at) {
    return new RequestHeader(ram, at).type();
  }
}
