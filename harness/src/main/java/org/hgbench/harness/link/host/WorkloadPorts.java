package org.hgbench.harness.link.host;

import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;

/// Where guest and host of the workload device meet.
///
/// | port | write |
/// |---|---|
/// | [#EVENT] | a thread of the host sends the event of this number |
/// | [#ACCOUNT] | the host writes its account of the stream, and opens a new one |
/// | [#TOUCHED] | the guest has filled (number) or copied (0) shared memory; it is the host's turn |
///
/// Its page of memory, all words written by the host:
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 8 | records that came through the ring |
/// | 8 | 8 | sum of all their bytes |
/// | 16 | 8 | how often the guest was seen to have written something else than it should |
public final class WorkloadPorts {
  /// Sends an event.
  public static final int EVENT = 0x5E0;

  /// Settles the account.
  static final int ACCOUNT = 0x5E1;

  /// Hands shared memory over to the host.
  public static final int TOUCHED = 0x5E2;

  /// How many ports there are.
  static final int COUNT = 3;

  /// The memory region with the account.
  static final String REGION = "workload/0/account";

  /// Where the number of records stands.
  static final long RECORDS = 0;

  /// Where the sum of their bytes stands.
  static final long SUM = 8;

  /// Where the number of mistakes stands.
  static final long WRONG = 16;

  private WorkloadPorts() {}

  /// What the host's account said.
  ///
  /// @param records that came through the ring
  /// @param sum of all their bytes
  /// @param wrong how often the guest was seen to have written something else than it should
  public record Settlement(long records, long sum, long wrong) {}

  /// Guest: has the host settle its account. Without the device there is none.
  public static Settlement settle(Vcpu vcpu, MachineMemory memory) {
    boolean plugged = memory.regions().stream().anyMatch(region -> region.name().equals(REGION));
    if (!plugged) {
      return new Settlement(0, 0, 0);
    }
    vcpu.out(ACCOUNT, 0);
    GuestMemory page = memory.window(REGION);
    return new Settlement(page.u64(RECORDS), page.u64(SUM), page.u64(WRONG));
  }
}
