package org.example.parcel;

import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.TransportProvider;
import org.hgbench.harness.link.Verification;
import org.hgbench.harness.link.Workload;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.GuestMemory;

/// The guest's side of the parcel device, measured with the workload `call`.
public final class ParcelTransport implements TransportProvider {
  /// For the ServiceLoader.
  public ParcelTransport() {}

  @Override
  public String name() {
    return "parcel";
  }

  @Override
  public String refusal(CellSpec spec) {
    if (spec.workload() != Workload.CALL) {
      return "the transport parcel carries the workload call only";
    }
    return spec.guestThreads() == 1 ? null : "the transport parcel has one guest thread";
  }

  @Override
  public Link open(CellSpec spec) {
    return new ParcelLink(Machine.open(spec.machine().with("Devices/parcel/0/Enabled", true)));
  }

  private static final class ParcelLink implements Link {
    private final Machine machine;
    private final Vcpu vcpu;
    private final GuestMemory box;
    private final int increment;
    private long wrong;

    ParcelLink(Machine machine) {
      this.machine = machine;
      vcpu = machine.vcpu(0);
      box = machine.memory().window("parcel/0/box");
      increment = vcpu.in(ParcelDevice.DOORBELL);
    }

    @Override
    public Operation operation(int guestThread) {
      machine.placement().pinGuest();
      return this::call;
    }

    private long call(long sequence) {
      box.u64(0, sequence);
      box.u64(8, ~sequence);
      vcpu.out(ParcelDevice.DOORBELL, 0);
      long answer = box.u64(8);
      if (box.u64(0) != ~sequence || answer != sequence + increment) {
        wrong++;
      }
      return answer;
    }

    @Override
    public void bareTrap() {
      vcpu.out(UNCLAIMED_PORT, 0);
    }

    @Override
    public Verification verify() {
      Verification verification = new Verification(wrong == 0, "wrong answers=" + wrong);
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
