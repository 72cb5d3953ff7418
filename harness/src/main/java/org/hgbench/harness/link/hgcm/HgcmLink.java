package org.hgbench.harness.link.hgcm;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.link.Accounts;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Touch;
import org.hgbench.harness.link.Verification;
import org.hgbench.harness.link.Workload;
import org.hgbench.harness.link.host.WorkloadDevice;
import org.hgbench.harness.link.host.WorkloadPorts;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.service.bench.SinkService;
import org.hgbench.machine.Machine;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.memory.PageAllocator;
import org.hgbench.machine.settings.Settings;

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
  private Stream stream;

  private HgcmLink(CellSpec spec, Machine machine) {
    this.machine = machine;
    PageAllocator pages = pages(spec, machine);
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
    sides.forEach(side -> operations.add(operation(spec, side, sink)));
    query = sides.getFirst().guest().call(sink, SinkService.QUERY).u64(0).u64(0).build();
  }

  /// Builds a machine with a VMM device and opens the workload on it.
  public static HgcmLink open(CellSpec spec) {
    Settings settings = spec.machine().with("Devices/vmm/0/Config/IoBase", IO_BASE);
    Machine machine =
        Machine.open(
            settings.with(WorkloadDevice.settings(spec, MemoryRegion.RAM, Machine.FIRMWARE_BYTES)));
    try {
      return new HgcmLink(spec, machine);
    } catch (RuntimeException | Error e) {
      machine.close();
      throw e;
    }
  }

  /// Guest RAM behind the firmware, and behind what the workload touches.
  private static PageAllocator pages(CellSpec spec, Machine machine) {
    long touched = spec.workload() == Workload.TOUCH ? 2L * spec.payloadBytes() : 0;
    long pages = Math.ceilDiv(touched, MemoryRegion.PAGE);
    return new PageAllocator(
        Machine.FIRMWARE_BYTES + pages * MemoryRegion.PAGE, machine.ram().bytes());
  }

  private int connect(String service) {
    GuestSide first = sides.getFirst();
    return first.guest().connect(service, first.waiting());
  }

  private Operation operation(CellSpec spec, GuestSide side, int sink) {
    int bytes = spec.payloadBytes();
    return switch (spec.workload().kind()) {
      case NOTIFY -> Notify.to(side, sink);
      case CALL -> Call.to(side, connect("HgbenchEcho"));
      case WRITE -> Write.to(side, sink, spec.variant(), bytes);
      case READ -> Read.to(side, connect("HgbenchEcho"), spec.variant(), bytes);
      case EVENT -> new Event(new Events(side, connect("HgbenchMessages")));
      case STREAM -> {
        stream = new Stream(side, sink, spec.variant(), bytes);
        yield stream;
      }
      case DUPLEX -> Duplex.of(side, sink, new Events(side, connect("HgbenchMessages")), bytes);
      case TOUCH -> new Touch(side.vcpu(), Machine.FIRMWARE_BYTES, bytes);
      case PLUGGED -> throw new IllegalArgumentException("not the suite's: " + spec.workload());
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
    if (stream != null) {
      stream.flush();
    }
    GuestSide side = sides.getFirst();
    WorkloadPorts.Settlement host = WorkloadPorts.settle(side.vcpu(), machine.memory());
    side.run(query);
    return accounts.verify(query.u64(0), query.u64(1), host.wrong());
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
