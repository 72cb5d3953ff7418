package org.hgbench.harness.link;

import java.util.ArrayList;
import java.util.List;

/// The accounts of all guest threads of a link.
public final class Accounts {
  private final List<Account> accounts = new ArrayList<>();

  /// There are none yet.
  public Accounts() {}

  /// Opens one for a guest thread.
  public Account open() {
    Account account = new Account();
    accounts.add(account);
    return account;
  }

  /// Compares them with what the host says it received, and clears them.
  ///
  /// @param receivedCount how often the host received something
  /// @param receivedSum of all bytes
  /// @param wrong how often the host saw something wrong
  public Verification verify(long receivedCount, long receivedSum, long wrong) {
    Account total = new Account();
    total.wrong(wrong);
    accounts.forEach(account -> account.settle(total));
    return total.against(receivedCount, receivedSum);
  }
}
