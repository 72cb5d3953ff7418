package org.hgbench.hgcm.wire;

/// The kinds of request that a guest may hand to the VMM device.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDevCoreTypes.h, VMMDevRequestType.
public final class RequestType {
  /// GetMouseStatus.
  public static final int GET_MOUSE_STATUS = 1;

  /// SetMouseStatus.
  public static final int SET_MOUSE_STATUS = 2;

  /// GetHostVersion.
  public static final int GET_HOST_VERSION = 4;

  /// GetHypervisorInfo.
  public static final int GET_HYPERVISOR_INFO = 20;

  /// SetHypervisorInfo.
  public static final int SET_HYPERVISOR_INFO = 21;

  /// AcknowledgeEvents.
  public static final int ACKNOWLEDGE_EVENTS = 41;

  /// CtlGuestFilterMask.
  public static final int CTL_GUEST_FILTER_MASK = 42;

  /// ReportGuestInfo.
  public static final int REPORT_GUEST_INFO = 50;

  /// SetGuestCapabilities.
  public static final int SET_GUEST_CAPABILITIES = 56;

  /// ReportGuestInfo2.
  public static final int REPORT_GUEST_INFO_2 = 58;

  /// ReportGuestStatus.
  public static final int REPORT_GUEST_STATUS = 59;

  /// HGCMConnect.
  public static final int HGCM_CONNECT = 60;

  /// HGCMDisconnect.
  public static final int HGCM_DISCONNECT = 61;

  /// HGCMCall32.
  public static final int HGCM_CALL_32 = 62;

  /// HGCMCall64.
  public static final int HGCM_CALL_64 = 63;

  /// HGCMCancel, the old form.
  public static final int HGCM_CANCEL = 64;

  /// HGCMCancel2.
  public static final int HGCM_CANCEL_2 = 65;

  /// GetMemBalloonChangeRequest.
  public static final int GET_BALLOON = 111;

  /// ChangeMemBalloon.
  public static final int CHANGE_BALLOON = 113;

  /// WriteCoreDump.
  public static final int WRITE_CORE_DUMP = 218;

  /// GuestHeartbeat.
  public static final int GUEST_HEARTBEAT = 219;

  /// HeartbeatConfigure.
  public static final int HEARTBEAT_CONFIGURE = 220;

  private RequestType() {}
}
