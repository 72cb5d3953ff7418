package org.example.ledger;

import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.settings.Settings;

/// An HGCM service that keeps an account: function 1 adds an amount and answers the balance.
///
/// Setting: `Devices/vmm/0/Config/Services/Ledger/Opening`, the balance at first (0).
public final class LedgerService implements HgcmService {
  static final String NAME = "Ledger";
  static final int BOOK = 1;

  private long balance;

  LedgerService(long opening) {
    balance = opening;
  }

  @Override
  public int call(ServiceCall call) {
    if (call.function() != BOOK || call.parameterCount() != 1) {
      return Status.NOT_IMPLEMENTED;
    }
    balance += call.parameter(0).u64();
    call.parameter(0).u64(balance);
    return Status.SUCCESS;
  }

  /// Found with the ServiceLoader; guests connect to its name.
  public static final class Provider implements HgcmServiceProvider {
    /// For the ServiceLoader.
    public Provider() {}

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public HgcmService create(Settings config) {
      return new LedgerService(config.integer("Opening", 0));
    }
  }
}
