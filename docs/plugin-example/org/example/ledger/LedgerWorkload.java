package org.example.ledger;

import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Verification;
import org.hgbench.harness.link.WorkloadProvider;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.Machine;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.PageAllocator;

/// The workload `ledger`: one booking with the ledger service, by HGCM.
public final class LedgerWorkload implements WorkloadProvider {
  private static final int IO_BASE = 0xD020;

  /// For the ServiceLoader.
  public LedgerWorkload() {}

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String refusal(CellSpec spec) {
    if (!spec.transport().equals("hgcm")) {
      return "the workload ledger needs the transport hgcm";
    }
    return spec.guestThreads() == 1 ? null : "the workload ledger has one guest thread";
  }

  @Override
  public Link open(CellSpec spec) {
    Machine machine = Machine.open(spec.machine().with("Devices/vmm/0/Config/IoBase", IO_BASE));
    return new LedgerLink(machine, spec.isPolling() ? WaitMode.POLL : WaitMode.IRQ);
  }

  private static final class LedgerLink implements Link {
    private final Machine machine;
    private final WaitMode wait;
    private final HgcmCall booking;
    private long balance;
    private long wrong;

    LedgerLink(Machine machine, WaitMode wait) {
      this.machine = machine;
      this.wait = wait;
      HgcmGuest guest =
          new HgcmGuest(
              machine.vcpu(0),
              machine.ram(),
              machine.memory().window("vmm/0/mmio2"),
              new PageAllocator(Machine.FIRMWARE_BYTES, machine.ram().bytes()),
              IO_BASE,
              machine.line("vmm/0"));
      guest.probe();
      int client = guest.connect(LedgerService.NAME, wait);
      booking = guest.call(client, LedgerService.BOOK).u64(0).build();
      balance = book(0);
    }

    @Override
    public Operation operation(int guestThread) {
      machine.placement().pinGuest();
      return this::book;
    }

    private long book(long amount) {
      booking.u64(0, amount);
      if (booking.run(wait) != Status.SUCCESS) {
        throw new IllegalStateException("booking refused: " + booking.result());
      }
      long answer = booking.u64(0);
      if (amount != 0 && answer != balance + amount) {
        wrong++;
      }
      balance = answer;
      return answer;
    }

    @Override
    public void bareTrap() {
      machine.vcpu(0).out(UNCLAIMED_PORT, 0);
    }

    @Override
    public Verification verify() {
      Verification verification = new Verification(wrong == 0, "wrong balances=" + wrong);
      wrong = 0;
      return verification;
    }

    @Override
    public CounterValues counters() {
      return machine.counters();
    }

    @Override
    public void close() {
      machine.close();
    }
  }
}
