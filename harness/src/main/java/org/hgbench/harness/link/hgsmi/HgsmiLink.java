package org.hgbench.harness.link.hgsmi;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.link.Accounts;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Verification;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.heap.FirstFitPool;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Sunk;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.machine.Machine;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.GuestMemory;

/// HGSMI, as Linux's driver uses it: every command takes a buffer from the guest heap, fills it,
/// rings the doorbell, looks at the answer in place, and gives the buffer back.
public final class HgsmiLink implements Link {
  private static final long LEAST_VRAM = 16 << 20;

  private final Machine machine;
  private final Accounts accounts = new Accounts();
  private final List<GuestSide> sides = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();

  private HgsmiLink(CellSpec spec, Machine machine, long heapBytes) {
    this.machine = machine;
    GuestMemory vram = machine.memory().window("vga/0/vram");
    long end = vram.bytes() - HgsmiGuest.HOST_FLAGS_BYTES;
    for (int thread = 0; thread < spec.guestThreads(); thread++) {
      FirstFitPool pool = new FirstFitPool(end - (thread + 1) * heapBytes, heapBytes);
      HgsmiGuest guest = new HgsmiGuest(machine.vcpu(thread), vram, pool);
      GuestSide side = new GuestSide(machine.vcpu(thread), vram, guest, accounts.open());
      sides.add(side);
      operations.add(operation(spec, side));
    }
  }

  /// Builds a machine with a VGA adapter and opens the workload on it.
  public static HgsmiLink open(CellSpec spec) {
    long heapBytes = spec.payloadBytes() + HgsmiGuest.LINUX_HEAP_BYTES;
    long vramBytes = Math.max(LEAST_VRAM, Long.highestOneBit(heapBytes * spec.guestThreads()) * 4);
    Machine machine = Machine.open(spec.machine().with("Devices/vga/0/Config/VRamSize", vramBytes));
    try {
      return new HgsmiLink(spec, machine, heapBytes);
    } catch (RuntimeException | Error e) {
      machine.close();
      throw e;
    }
  }

  private static Operation operation(CellSpec spec, GuestSide side) {
    return switch (spec.workload()) {
      case NOTIFY -> new Notify(side);
      case CALL -> new Call(side);
      case WRITE -> new Write(side, spec.payloadBytes());
      case READ -> new Read(side, spec.payloadBytes());
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
    GuestSide side = sides.getFirst();
    int buffer = side.take(BenchmarkCommand.QUERY_SIZE, BenchmarkCommand.QUERY);
    side.guest().submit(buffer);
    Sunk sunk = Sunk.read(side.vram(), HgsmiBuffer.dataAt(buffer));
    side.guest().free(buffer);
    return accounts.verify(sunk.count(), sunk.sum());
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
