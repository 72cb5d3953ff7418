package org.hgbench.machine.yardstick;

import java.util.concurrent.TimeUnit;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.port.PortAccess;

/// The guest's side of the yardsticks of a boundary. The machine must have been built with
/// `Devices/yardstick/0/Enabled = true`; the thread that owns the vCPU calls.
public final class Yardstick {
  /// The device, as the settings name it.
  public static final String DEVICE = "yardstick/0";

  /// The region of the device's page.
  public static final String CLOCK = DEVICE + "/clock";

  private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Vcpu vcpu;
  private final GuestMemory clock;
  private final Entry entry = new Entry();

  /// Drives the yardstick device on a line of a vCPU.
  ///
  /// @param clock the device's page, region [#CLOCK]
  public Yardstick(Vcpu vcpu, int line, GuestMemory clock) {
    this.vcpu = vcpu;
    this.clock = clock;
    vcpu.handle(line, entry);
  }

  /// One bare trap: a port write that nobody acts on.
  public void trap() {
    vcpu.out(YardstickDevice.NOTHING, 0);
  }

  /// One interrupt that the host raises while it handles a trap, and that the guest waits for: two
  /// traps and an interrupt, but no thread to be woken.
  public void interrupt() {
    await(YardstickDevice.RAISE, 0);
  }

  /// One bare interrupt: from the moment another thread of the host raises the line to the first
  /// instruction of the guest's handler, the guest waiting. Where the processor runs the handler's
  /// first instructions itself (`kvm`), to the exit of its acknowledgement.
  ///
  /// @param delayNanos how long the host lets the guest wait before it raises the line
  public long interruptNanos(int delayNanos) {
    await(YardstickDevice.RAISE_LATER, delayNanos);
    return entry.at - clock.u64(YardstickDevice.RAISED_AT);
  }

  private void await(int port, int value) {
    entry.taken = false;
    entry.at = 0;
    vcpu.out(port, value);
    long start = System.nanoTime();
    while (!entry.taken) {
      vcpu.halt(LOST_NANOS);
      if (System.nanoTime() - start > LOST_NANOS) {
        throw new IllegalStateException("a bare interrupt was lost");
      }
    }
  }

  private final class Entry implements InterruptHandler {
    private static final PortAccess ACCESS = PortAccess.in(YardstickDevice.ACKNOWLEDGE);
    private boolean taken;
    private long at;

    @Override
    public boolean isPending() {
      at = System.nanoTime();
      return true;
    }

    @Override
    public PortAccess acknowledgement() {
      return ACCESS;
    }

    @Override
    public void acknowledged(int value) {
      taken = true;
      if (at == 0) {
        at = clock.u64(YardstickDevice.ACKNOWLEDGED_AT);
      }
    }
  }
}
