package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.GuestInfo;
import org.hgbench.hgcm.wire.GuestInfo2;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;

/// What the guest has said of itself. Until it has, the host answers hardly anything.
final class GuestReport {
  private static final int MAJOR_SHIFT = 16;

  private volatile boolean reported;
  private boolean requestorIsValid;
  private int capabilities;

  /// Whether a request may be answered already.
  boolean allows(int type) {
    return reported
        || type == RequestType.GET_HOST_VERSION
        || type == RequestType.REPORT_GUEST_INFO
        || type == RequestType.REPORT_GUEST_INFO_2
        || type == RequestType.WRITE_CORE_DUMP;
  }

  /// Whether the guest has reported itself.
  boolean isReported() {
    return reported;
  }

  /// Who asks, as far as the guest's word is taken.
  int requestor(int claimed) {
    return requestorIsValid ? claimed : Requestor.LEGACY;
  }

  int report(GuestInfo info) {
    if (info.interfaceVersion() >>> MAJOR_SHIFT != GuestInfo.INTERFACE_VERSION >>> MAJOR_SHIFT) {
      return Status.VERSION_MISMATCH;
    }
    reported = true;
    return Status.SUCCESS;
  }

  int report(GuestInfo2 info) {
    if (!info.isPlausible()) {
      return Status.INVALID_PARAMETER;
    }
    requestorIsValid = (info.features() & GuestInfo2.REQUESTOR_IS_VALID) != 0;
    return Status.SUCCESS;
  }

  int capabilities() {
    return capabilities;
  }

  void capabilities(int newCapabilities) {
    capabilities = newCapabilities;
  }

  /// As after power-on.
  void reset() {
    reported = false;
    requestorIsValid = false;
    capabilities = 0;
  }
}
