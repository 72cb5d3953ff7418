package org.hgbench.harness.link.hgsmi;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.link.Accounts;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Touch;
import org.hgbench.harness.link.Verification;
import org.hgbench.harness.link.host.WorkloadDevice;
import org.hgbench.harness.link.host.WorkloadPorts;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.guest.VramMap;
import org.hgbench.hgsmi.heap.FirstFitPool;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Sunk;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.machine.Machine;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.settings.Settings;

/// HGSMI, as Linux's driver uses it: every command takes a buffer from the guest heap, fills it,
/// rings the doorbell, looks at the answer in place, and gives the buffer back.
public final class HgsmiLink implements Link {
  private static final long LEAST_VRAM = 16 << 20;
  private static final long HOST_HEAP_BYTES = 64 << 10;
  private static final long GRANULE = 16;
  private static final String VRAM = "vga/0/vram";

  private final Machine machine;
  private final Accounts accounts = new Accounts();
  private final List<GuestSide> sides = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();

  private Stream stream;

  private HgsmiLink(CellSpec spec, Machine machine, VramMap map) {
    this.machine = machine;
    GuestMemory vram = machine.memory().window(VRAM);
    long heapBytes = map.guestHeapUsableBytes() / spec.guestThreads() & -GRANULE;
    for (int thread = 0; thread < spec.guestThreads(); thread++) {
      FirstFitPool pool = new FirstFitPool(map.guestHeapOffset() + thread * heapBytes, heapBytes);
      HgsmiGuest guest = new HgsmiGuest(machine.vcpu(thread), vram, pool);
      GuestSide side = new GuestSide(machine.vcpu(thread), vram, guest, accounts.open());
      sides.add(side);
      operations.add(operation(spec, side, map));
    }
  }

  /// Builds a machine with a VGA adapter and opens the workload on it.
  public static HgsmiLink open(CellSpec spec) {
    long heapBytes =
        (spec.payloadBytes() + HgsmiGuest.LINUX_HEAP_BYTES) * (long) spec.guestThreads();
    long pages = Math.ceilDiv(heapBytes + HgsmiGuest.HOST_FLAGS_BYTES, MemoryRegion.PAGE);
    long guestHeap = pages * MemoryRegion.PAGE;
    long vramBytes = Math.max(LEAST_VRAM, Long.highestOneBit(guestHeap) * 4);
    String vga = "Devices/vga/0/Config/";
    Settings settings =
        spec.machine()
            .with(vga + "VRamSize", vramBytes)
            .with(vga + "Display/Driver", spec.variant().displayDriver());
    Machine machine = Machine.open(settings.with(WorkloadDevice.settings(spec, VRAM, 0)));
    try {
      return new HgsmiLink(spec, machine, new VramMap(vramBytes, 1, HOST_HEAP_BYTES, guestHeap));
    } catch (RuntimeException | Error e) {
      machine.close();
      throw e;
    }
  }

  private Operation operation(CellSpec spec, GuestSide side, VramMap map) {
    return switch (spec.workload().kind()) {
      case NOTIFY -> new Notify(side);
      case CALL -> new Call(side);
      case WRITE -> new Write(side, spec.payloadBytes());
      case READ -> new Read(side, spec.payloadBytes());
      case EVENT -> new Event(events(spec, side, map));
      case STREAM -> stream(spec, side, map);
      case DUPLEX -> new Duplex(stream(spec, side, map), events(spec, side, map));
      case TOUCH -> new Touch(side.vcpu(), vramAddress(machine), spec.payloadBytes());
      case PLUGGED -> throw new IllegalArgumentException("not the suite's: " + spec.workload());
    };
  }

  private static long vramAddress(Machine machine) {
    return machine.memory().regions().stream()
        .filter(region -> region.name().equals(VRAM))
        .mapToLong(MemoryRegion::address)
        .findFirst()
        .orElseThrow();
  }

  private Stream stream(CellSpec spec, GuestSide side, VramMap map) {
    stream = new Stream(side, map, spec.variant(), spec.payloadBytes());
    return stream;
  }

  private Events events(CellSpec spec, GuestSide side, VramMap map) {
    Events.Way polled = spec.variant().name().equals("port") ? Events.Way.PORT : Events.Way.FLAGS;
    return new Events(
        side, map, machine.line("vga/0"), spec.isPolling() ? polled : Events.Way.INTERRUPT);
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
    GuestSide side = sides.getFirst();
    if (stream != null) {
      stream.flush();
    }
    WorkloadPorts.Settlement host = WorkloadPorts.settle(side.vcpu(), machine.memory());
    int buffer = side.take(BenchmarkCommand.QUERY_SIZE, BenchmarkCommand.QUERY);
    side.guest().submit(buffer);
    Sunk sunk = Sunk.read(side.vram(), HgsmiBuffer.dataAt(buffer));
    side.guest().free(buffer);
    return accounts.verify(sunk.count() + host.records(), sunk.sum() + host.sum(), host.wrong());
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
