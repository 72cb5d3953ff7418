package org.hgbench.hgcm.service;

import org.hgbench.hgcm.wire.Status;

/// What a guest can connect to by name.
///
/// Every method runs on the one thread of the service, one after the other, in the order in which
/// the guest asked.
///
/// Source: VirtualBox 7.0, include/VBox/hgcmsvc.h, VBOXHGCMSVCFNTABLE, version 11.1. Differs: a
/// call returns its result instead of calling back, unless it is parked.
public interface HgcmService extends AutoCloseable {
  /// The version of this interface; a host loads services of its own version only.
  int INTERFACE_VERSION = 1;

  /// A guest wants to become a client. Returns a status; a failure refuses it.
  default int connect(ServiceClient client) {
    return Status.SUCCESS;
  }

  /// A client has left. Calls of its that are still parked are completed by the host afterwards.
  default void disconnect(ServiceClient client) {}

  /// A client calls. Returns the result, or [Status#HGCM_ASYNC_EXECUTE] to park the call and
  /// complete it later through [ServiceCall#complete].
  int call(ServiceCall call);

  /// The guest has given up a call that may be parked here. The service completes it, with whatever
  /// result: nothing reaches the guest any more.
  default void cancelled(ServiceCall call) {}

  /// Somebody on the host calls. Returns a status.
  ///
  /// @param argument what the service and its caller have agreed upon
  default int hostCall(int function, Object argument) {
    return Status.NOT_SUPPORTED;
  }

  /// Gives back what the service holds.
  @Override
  default void close() {}
}
