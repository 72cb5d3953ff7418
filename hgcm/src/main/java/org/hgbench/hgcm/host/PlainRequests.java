package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.BalloonQuery;
import org.hgbench.hgcm.wire.EventAcknowledgement;
import org.hgbench.hgcm.wire.GuestInfo;
import org.hgbench.hgcm.wire.GuestInfo2;
import org.hgbench.hgcm.wire.GuestStatus;
import org.hgbench.hgcm.wire.HeartbeatConfiguration;
import org.hgbench.hgcm.wire.HostFeature;
import org.hgbench.hgcm.wire.HostVersion;
import org.hgbench.hgcm.wire.HypervisorInfo;
import org.hgbench.hgcm.wire.MaskChange;
import org.hgbench.hgcm.wire.MouseStatus;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.memory.GuestMemory;

/// The requests that are answered before the port write returns. Called with the device's critical
/// section held, on a private copy whose size has been checked against the header only.
final class PlainRequests {
  private static final int MAJOR = 7;
  private static final int MINOR = 0;
  private static final int BUILD = 14;
  private static final int REVISION = 161_095;

  private static final long HEARTBEAT_NANOS = 2_000_000_000L;

  private final GuestReport guest;
  private final GuestEvents events;
  private final long ramBytes;
  private int mouseFeatures;
  private boolean heartbeat;

  PlainRequests(GuestReport guest, GuestEvents events, long ramBytes) {
    this.guest = guest;
    this.events = events;
    this.ramBytes = ramBytes;
  }

  /// Answers, and returns `rc`.
  int answer(int type, GuestMemory copy, int size) {
    if (size < smallest(type)) {
      return Status.INVALID_PARAMETER;
    }
    return switch (type) {
      case RequestType.ACKNOWLEDGE_EVENTS -> acknowledge(copy);
      case RequestType.GET_HOST_VERSION -> hostVersion(copy);
      case RequestType.REPORT_GUEST_INFO -> guest.report(new GuestInfo(copy, 0));
      case RequestType.REPORT_GUEST_INFO_2 -> guest.report(new GuestInfo2(copy, 0));
      case RequestType.CTL_GUEST_FILTER_MASK -> changeFilter(copy);
      case RequestType.SET_GUEST_CAPABILITIES -> changeCapabilities(copy);
      case RequestType.GET_MOUSE_STATUS -> mouse(copy);
      case RequestType.SET_MOUSE_STATUS -> changeMouse(copy);
      case RequestType.GET_HYPERVISOR_INFO -> hypervisor(copy);
      case RequestType.SET_HYPERVISOR_INFO ->
          new HypervisorInfo(copy, 0).bytes() == 0 ? Status.SUCCESS : Status.INVALID_PARAMETER;
      case RequestType.HEARTBEAT_CONFIGURE -> configureHeartbeat(copy);
      case RequestType.GUEST_HEARTBEAT -> heartbeat ? Status.SUCCESS : Status.INVALID_STATE;
      case RequestType.REPORT_GUEST_STATUS -> Status.SUCCESS;
      case RequestType.GET_BALLOON -> balloon(copy);
      default -> Status.NOT_IMPLEMENTED;
    };
  }

  /// As after power-on.
  void reset() {
    mouseFeatures = 0;
    heartbeat = false;
  }

  private static int smallest(int type) {
    return switch (type) {
      case RequestType.ACKNOWLEDGE_EVENTS -> EventAcknowledgement.SIZE;
      case RequestType.GET_HOST_VERSION -> HostVersion.SIZE;
      case RequestType.REPORT_GUEST_INFO -> GuestInfo.SIZE;
      case RequestType.REPORT_GUEST_INFO_2 -> GuestInfo2.SIZE;
      case RequestType.CTL_GUEST_FILTER_MASK, RequestType.SET_GUEST_CAPABILITIES -> MaskChange.SIZE;
      case RequestType.GET_MOUSE_STATUS, RequestType.SET_MOUSE_STATUS -> MouseStatus.SIZE;
      case RequestType.GET_HYPERVISOR_INFO, RequestType.SET_HYPERVISOR_INFO -> HypervisorInfo.SIZE;
      case RequestType.HEARTBEAT_CONFIGURE -> HeartbeatConfiguration.SIZE;
      case RequestType.REPORT_GUEST_STATUS -> GuestStatus.SIZE;
      case RequestType.GET_BALLOON -> BalloonQuery.SIZE;
      default -> RequestHeader.SIZE;
    };
  }

  private int acknowledge(GuestMemory copy) {
    EventAcknowledgement.answer(copy, 0, events.acknowledge());
    return Status.SUCCESS;
  }

  private static int hostVersion(GuestMemory copy) {
    new HostVersion(copy, 0).write(MAJOR, MINOR, BUILD, REVISION, HostFeature.ALL);
    return Status.SUCCESS;
  }

  private int changeFilter(GuestMemory copy) {
    events.changeFilter(new MaskChange(copy, 0));
    return Status.SUCCESS;
  }

  private int changeCapabilities(GuestMemory copy) {
    guest.capabilities(new MaskChange(copy, 0).applyTo(guest.capabilities()));
    return Status.SUCCESS;
  }

  private int mouse(GuestMemory copy) {
    new MouseStatus(copy, 0).write(mouseFeatures, 0, 0);
    return Status.SUCCESS;
  }

  private int changeMouse(GuestMemory copy) {
    mouseFeatures = new MouseStatus(copy, 0).features();
    return Status.SUCCESS;
  }

  /// No hypervisor runs in the guest's address space.
  private static int hypervisor(GuestMemory copy) {
    new HypervisorInfo(copy, 0).write(0, 0);
    return Status.SUCCESS;
  }

  private int configureHeartbeat(GuestMemory copy) {
    HeartbeatConfiguration request = new HeartbeatConfiguration(copy, 0);
    heartbeat = request.enabled();
    request.intervalNanos(HEARTBEAT_NANOS);
    return Status.SUCCESS;
  }

  /// The host wants no memory back.
  private int balloon(GuestMemory copy) {
    new BalloonQuery(copy, 0).write(0, (int) (ramBytes / BalloonQuery.CHUNK_BYTES));
    return Status.SUCCESS;
  }
}
