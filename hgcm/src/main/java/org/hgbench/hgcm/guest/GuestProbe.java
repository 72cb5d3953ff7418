package org.hgbench.hgcm.guest;

import org.hgbench.hgcm.wire.Event;
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

/// The requests with which a driver comes up and goes, in the order of Linux's vboxguest. All are
/// answered before the port write returns.
///
/// Source: Linux, drivers/virt/vboxguest/vboxguest_core.c, vbg_core_init and vbg_core_exit.
final class GuestProbe {
  private final HgcmGuest guest;
  private final GuestMemory ram;
  private final long at;
  private final int requestor;

  /// @param at a page for the requests, below 4 GiB
  GuestProbe(HgcmGuest guest, long at, int requestor) {
    this.guest = guest;
    this.ram = guest.ram();
    this.at = at;
    this.requestor = requestor;
  }

  /// Reports the guest.
  ///
  /// @throws HgcmException if the host is not one that a driver can work with
  void up() {
    new HostVersion(ram, at).write(0, 0, 0, 0, 0);
    require("GetHostVersion", submit(HostVersion.SIZE, RequestType.GET_HOST_VERSION));
    if ((new HostVersion(ram, at).features() & HostFeature.PAGE_LISTS) == 0) {
      throw new HgcmException("host without page lists", Status.NOT_SUPPORTED);
    }
    new GuestInfo2(ram, at).write(7, 0, 14, 0, GuestInfo2.REQUESTOR_IS_VALID, "7.0.14 hgbench");
    require("ReportGuestInfo2", submit(GuestInfo2.SIZE, RequestType.REPORT_GUEST_INFO_2));
    new GuestInfo(ram, at).write(GuestInfo.INTERFACE_VERSION, GuestInfo.LINUX_64);
    require("ReportGuestInfo", submit(GuestInfo.SIZE, RequestType.REPORT_GUEST_INFO));
    changeFilter(Event.HGCM | Event.MOUSE_POSITION_CHANGED, 0);
    changeCapabilities(0, -1);
    new MouseStatus(ram, at).write(0, 0, 0);
    require("SetMouseStatus", submit(MouseStatus.SIZE, RequestType.SET_MOUSE_STATUS));
    new HypervisorInfo(ram, at).write(0, 0);
    require("GetHypervisorInfo", submit(HypervisorInfo.SIZE, RequestType.GET_HYPERVISOR_INFO));
    // Errors of the next two are tolerated, as in the original: old hosts do not know them.
    heartbeat(false);
    heartbeat(true);
    status(GuestStatus.ACTIVE);
  }

  /// Takes leave.
  void down() {
    heartbeat(false);
    status(GuestStatus.INACTIVE);
    changeCapabilities(0, -1);
    changeFilter(0, -1);
  }

  private void changeFilter(int orMask, int notMask) {
    new MaskChange(ram, at).write(orMask, notMask);
    require("CtlGuestFilterMask", submit(MaskChange.SIZE, RequestType.CTL_GUEST_FILTER_MASK));
  }

  private void changeCapabilities(int orMask, int notMask) {
    new MaskChange(ram, at).write(orMask, notMask);
    require("SetGuestCapabilities", submit(MaskChange.SIZE, RequestType.SET_GUEST_CAPABILITIES));
  }

  private void heartbeat(boolean enabled) {
    new HeartbeatConfiguration(ram, at).ask(enabled);
    submit(HeartbeatConfiguration.SIZE, RequestType.HEARTBEAT_CONFIGURE);
  }

  private void status(int status) {
    new GuestStatus(ram, at).write(GuestStatus.DRIVER, status);
    submit(GuestStatus.SIZE, RequestType.REPORT_GUEST_STATUS);
  }

  private int submit(int size, int type) {
    RequestHeader header = new RequestHeader(ram, at);
    header.write(size, type, requestor);
    guest.submit(at);
    return header.rc();
  }

  private static void require(String what, int status) {
    if (Status.isFailure(status)) {
      throw new HgcmException(what, status);
    }
  }
}
