package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.BalloonQuery;
import org.hgbench.hgcm.wire.GuestInfo;
import org.hgbench.hgcm.wire.GuestInfo2;
import org.hgbench.hgcm.wire.HeartbeatConfiguration;
import org.hgbench.hgcm.wire.HypervisorInfo;
import org.hgbench.hgcm.wire.MouseStatus;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The requests that are answered before the port write returns, as a guest sees them.
class PlainRequestsTest {
  private final RawGuest guest = new RawGuest(TestMachine.with("RamSize = 64M"));

  @AfterEach
  void close() {
    guest.close();
  }

  @Test
  void noPlaceForAHypervisorIsAskedForAndNoneIsTaken() {
    guest.head(HypervisorInfo.SIZE, RequestType.GET_HYPERVISOR_INFO);
    HypervisorInfo info = new HypervisorInfo(guest.ram(), guest.request);
    info.write(1, 2);
    assertThat(guest.submit()).isEqualTo(Status.SUCCESS);
    assertThat(guest.ram().u64(guest.request + RequestHeader.SIZE)).isZero();

    guest.head(HypervisorInfo.SIZE, RequestType.SET_HYPERVISOR_INFO);
    info.write(0x1000, 0);
    assertThat(guest.submit()).isEqualTo(Status.SUCCESS);
    info.write(0x1000, 0x400000);
    assertThat(guest.submit()).isEqualTo(Status.INVALID_PARAMETER);
  }

  @Test
  void aHeartbeatCountsWhileItIsSwitchedOn() {
    assertThat(heartbeat()).isEqualTo(Status.SUCCESS);
    configureHeartbeat(false);
    assertThat(heartbeat()).isEqualTo(Status.INVALID_STATE);
    configureHeartbeat(true);
    assertThat(heartbeat()).isEqualTo(Status.SUCCESS);
    guest.machine().host().reset();
    guest.honest().probe();
    guest.honest().unload();
    assertThat(heartbeat()).isEqualTo(Status.INVALID_STATE);
  }

  private int heartbeat() {
    guest.head(RequestHeader.SIZE, RequestType.GUEST_HEARTBEAT);
    return guest.submit();
  }

  private void configureHeartbeat(boolean enabled) {
    guest.head(HeartbeatConfiguration.SIZE, RequestType.HEARTBEAT_CONFIGURE);
    HeartbeatConfiguration request = new HeartbeatConfiguration(guest.ram(), guest.request);
    request.ask(enabled);
    assertThat(guest.submit()).isEqualTo(Status.SUCCESS);
    assertThat(request.intervalNanos()).isEqualTo(2_000_000_000L);
  }

  @Test
  void theHostWantsNoMemoryBack() {
    guest.head(BalloonQuery.SIZE, RequestType.GET_BALLOON);
    BalloonQuery query = new BalloonQuery(guest.ram(), guest.request);
    query.write(-1, -1);
    assertThat(guest.submit()).isEqualTo(Status.SUCCESS);
    assertThat(query.wantedChunks()).isZero();
    assertThat(query.totalChunks()).isEqualTo(64);
  }

  @Test
  void theMouseIsWhatTheGuestHasMadeIt() {
    guest.head(MouseStatus.SIZE, RequestType.SET_MOUSE_STATUS);
    new MouseStatus(guest.ram(), guest.request).write(0x15, 0, 0);
    assertThat(guest.submit()).isEqualTo(Status.SUCCESS);
    assertThat(mouse()).isEqualTo(0x15);
    guest.machine().host().reset();
    guest.honest().probe();
    assertThat(mouse()).isZero();
  }

  private int mouse() {
    guest.head(MouseStatus.SIZE, RequestType.GET_MOUSE_STATUS);
    new MouseStatus(guest.ram(), guest.request).write(-1, -1, -1);
    assertThat(guest.submit()).isEqualTo(Status.SUCCESS);
    return new MouseStatus(guest.ram(), guest.request).features();
  }

  /// The upper half of the interface version must agree. A guest that was refused has not reported
  /// itself.
  @ParameterizedTest
  @CsvSource({"0x10004, 0", "0x10000, 0", "0x1ffff, 0", "0x20004, -11", "0x0, -11", "0x4, -11"})
  void aGuestSpeaksAnInterfaceThatTheHostKnows(String version, int status) {
    guest.machine().host().reset();
    guest.head(GuestInfo.SIZE, RequestType.REPORT_GUEST_INFO);
    new GuestInfo(guest.ram(), guest.request).write(Integer.decode(version), GuestInfo.LINUX_64);
    assertThat(guest.submit()).isEqualTo(status);
    guest.head(RequestHeader.SIZE, 999);
    assertThat(guest.submit())
        .isEqualTo(status == Status.SUCCESS ? Status.NOT_IMPLEMENTED : Status.NOT_SUPPORTED);
  }

  @Test
  void aReportThatContradictsItselfChangesNothing() {
    assertThat(report(GuestInfo2.REQUESTOR_IS_VALID, "7.0.14")).isEqualTo(Status.SUCCESS);
    assertThat(report(0, "6.1.0")).isEqualTo(Status.INVALID_PARAMETER);
    assertThat(poolOfAUser()).isEqualTo(Requestor.Pool.USER);
  }

  /// Requests of a guest that does not say who asks count against the drivers' budget.
  @Test
  void whoAsksCountsOnlyIfTheGuestSaysThatItTellsTheTruth() {
    assertThat(poolOfAUser()).isEqualTo(Requestor.Pool.USER);
    assertThat(report(0, "7.0.14")).isEqualTo(Status.SUCCESS);
    assertThat(poolOfAUser()).isEqualTo(Requestor.Pool.KERNEL);
  }

  private int report(int features, String name) {
    guest.head(GuestInfo2.SIZE, RequestType.REPORT_GUEST_INFO_2);
    new GuestInfo2(guest.ram(), guest.request).write(7, 0, 14, 0, features, name);
    return guest.submit();
  }

  /// Whose budget a parked call of a user counts against.
  private Requestor.Pool poolOfAUser() {
    HgcmGuest user = guest.honest();
    user.requestor(Requestor.USER);
    int client = user.connect("HgbenchMessages", WaitMode.POLL);
    assertThat(user.call(client, 7).u32(0).u32(0).build().submit())
        .isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    VmmHost host = guest.machine().host();
    Requestor.Pool found = null;
    for (Requestor.Pool pool : Requestor.Pool.values()) {
      if (host.budgetUsed(pool) > 0) {
        assertThat(found).isNull();
        found = pool;
      }
    }
    user.disconnect(client, WaitMode.POLL);
    return found;
  }
}
