package org.hgbench.hgcm.service;

import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.machine.settings.Settings;

/// Makes a service. Found with [java.util.ServiceLoader], so that a jar on the class path can bring
/// its own.
public interface HgcmServiceProvider {
  /// The name that guests connect to, at most 127 bytes.
  String name();

  /// The version of [HgcmService] that this was written for.
  default int interfaceVersion() {
    return HgcmService.INTERFACE_VERSION;
  }

  /// Creates the service.
  ///
  /// @param config its settings, `Devices/vmm/INSTANCE/Config/Services/NAME`
  HgcmService create(Settings config);

  /// How many clients of a kind it may have at once.
  default int maxClients(Requestor.Pool pool) {
    return pool == Requestor.Pool.KERNEL ? 2048 : 1024;
  }
}
