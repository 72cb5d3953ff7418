package org.hgbench.harness.link.hgcm;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.link.Accounts;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Verification;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.service.bench.SinkService;
import org.hgbench.machine.Machine;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.PageAllocator;

/// HGCM, as a driver in the guest's kernel uses it: buffers are kernel memory, passed as page lists
/// unless the variant says otherwise, without a bounce copy in the guest.
///
/// Requests are laid out once and submitted again and again, which spares HGCM the building of page
/// lists; HGSMI allocates and signs its buffer every time.
public final class HgcmLink implements Link {
  private static final int IO_BASE = 0xD020;

  private final Machine machine;
  private final Accounts accounts = new Accounts();
  private final List<GuestSide> sides = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private final HgcmCall query;

  private HgcmLink(CellSpec spec, Machine machine) {
    this.machine = machine;
    PageAllocator pages = new PageAllocator(Machine.FIRMWARE_BYTES, machine.ram().bytes());
    for (int thread = 0; thread < spec.guestThreads(); thread++) {
      HgcmGuest guest =
          new HgcmGuest(
              machine.vcpu(thread),
              machine.ram(),
              machine.memory().window("vmm/0/mmio2"),
              pages,
              IO_BASE,
              machine.line("vmm/0"));
      if (thread == 0) {
        guest.probe();
      }
      WaitMode wait = spec.isPolling() ? WaitMode.POLL : WaitMode.IRQ;
      sides.add(new GuestSide(machine.vcpu(thread), machine.ram(), guest, wait, accounts.open()));
    }
    int sink = connect("HgbenchSink");
    int echo = connect("HgbenchEcho");
    sides.forEach(side -> operations.add(operation(spec, side, sink, echo)));
    query = sides.getFirst().guest().call(sink, SinkService.QUERY).u64(0).u64(0).build();
  }

  /// Builds a machine with a VMM device and opens the workload on it.
  public static HgcmLink open(CellSpec spec) {
    Machine machine = Machine.open(spec.machine().with("Devices/vmm/0/Config/IoBase", IO_BASE));
    try {
      return new HgcmLink(spec, machine);
    } catch (RuntimeException | Error e) {
      machine.close();
      throw e;
    }
  }

  private int connect(String service) {
    GuestSide first = sides.getFirst();
    return first.guest().connect(service, first.waiting());
  }

  private static Operation operation(CellSpec spec, GuestSide side, int sink, int echo) {
    return switch (spec.workload()) {
      case NOTIFY -> Notify.to(side, sink);
      case CALL -> Call.to(side, echo);
      case WRITE -> Write.to(side, sink, spec.variant(), spec.payloadBytes());
      case READ -> Read.to(side, echo, spec.variant(), spec.payloadBytes());
    };
  }

  @Override
  public Operation operation(int guestThread) {
    machine.placement().pinGuest();
    return operations.get(guestThread);
  }

  @Override
  public void bareTrap() {
    sides.getFirst().vcpu().out(UNCLAIMED_PORT, 0);
  }

  @Override
  public Verification verify() {
    sides.getFirst().run(query);
    return accounts.verify(query.u64(0), query.u64(1));
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
