package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.EventAcknowledgement;
import org.hgbench.hgcm.wire.GuestInfo;
import org.hgbench.hgcm.wire.GuestInfo2;
import org.hgbench.hgcm.wire.HostFeature;
import org.hgbench.hgcm.wire.HostVersion;
import org.hgbench.hgcm.wire.MaskChange;
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

  private final GuestReport guest;
  private final GuestEvents events;

  PlainRequests(GuestReport guest, GuestEvents events) {
    this.guest = guest;
    this.events = events;
  }

  /// Answers, and returns `rc`.
  int answer(int type, GuestMemory copy, int size) {
    return switch (type) {
      case RequestType.ACKNOWLEDGE_EVENTS ->
          size < EventAcknowledgement.SIZE ? Status.INVALID_PARAMETER : acknowledge(copy);
      case RequestType.GET_HOST_VERSION ->
          size < HostVersion.SIZE ? Status.INVALID_PARAMETER : hostVersion(copy);
      case RequestType.REPORT_GUEST_INFO ->
          size < GuestInfo.SIZE ? Status.INVALID_PARAMETER : guest.report(new GuestInfo(copy, 0));
      case RequestType.REPORT_GUEST_INFO_2 ->
          size < GuestInfo2.SIZE ? Status.INVALID_PARAMETER : guest.report(new GuestInfo2(copy, 0));
      case RequestType.CTL_GUEST_FILTER_MASK ->
          size < MaskChange.SIZE ? Status.INVALID_PARAMETER : changeFilter(copy);
      case RequestType.SET_GUEST_CAPABILITIES ->
          size < MaskChange.SIZE ? Status.INVALID_PARAMETER : changeCapabilities(copy);
      default -> Status.NOT_IMPLEMENTED;
    };
  }

  private int acknowledge(GuestMemory copy) {
    new EventAcknowledgement(copy, 0).events(events.acknowledge());
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
}
