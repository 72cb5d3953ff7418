package org.hgbench.hgcm.host;

import java.util.List;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.VmmDevMemory;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.PciIdentity;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.port.PortHandler;

/// The VMM device: request port, fast port, events, and the commands in flight.
///
/// | setting | default | meaning |
/// |---|---|---|
/// | `IoBase` | 0xd020 | the first of its 32 ports |
/// | `ServiceWait` | `block` | how a service's thread waits: `block` or `spin` |
/// | `ServicePatienceMillis` | 30000 | how long the host waits for a service's thread before it calls it hung |
/// | `Completion` | `service` | who finishes a call: the service's thread, or the `emt` as before 6.0 |
///
/// Source: VirtualBox 7.0, src/VBox/Devices/VMMDev/VMMDev.cpp.
public final class VmmDevice implements Device {
  private static final int VENDOR = 0x80EE;
  private static final int DEVICE = 0xCAFE;
  private static final int CLASS = 0x0880;

  private final Object section = new Object();
  private final int ioBase;
  private final PciIdentity identity;
  private final VmmDevMemory shared;
  private final GuestReport guest = new GuestReport();
  private final GuestEvents events;
  private final HeapBudget budget;
  private final HostBuffers buffers = new HostBuffers();
  private final PendingCommands pending;
  private final HgcmConnector connector;
  private final PlainRequests plain;
  private final RequestPort port;

  VmmDevice(DeviceContext context, HgcmConnector connector) {
    this.connector = connector;
    this.ioBase = context.config().integer("IoBase", IoPorts.DEFAULT_BASE);
    MemoryRegion bar = region(context);
    this.identity =
        new PciIdentity(
            VENDOR,
            DEVICE,
            CLASS,
            List.of(
                new PciIdentity.Bar(true, ioBase, IoPorts.COUNT),
                new PciIdentity.Bar(false, bar.address(), bar.bytes())));
    GuestMemory window = context.memory().window(bar.name());
    this.shared = new VmmDevMemory(window);
    this.events = new GuestEvents(shared, context.line());
    PhysicalMemory memory = new PhysicalMemory(context.memory());
    this.budget = HeapBudget.forRam(context.ram().bytes());
    Counter copiedIn = context.counters().writer(Counters.Kind.BYTES_COPIED);
    Counter copiedOut = context.counters().writer(Counters.Kind.BYTES_COPIED);
    this.pending = new PendingCommands(copiedOut);
    PayloadCopies copies = new PayloadCopies(memory, copiedIn);
    HgcmCompletion completion =
        new HgcmCompletion(
            section,
            CompletionThread.of(context.config()),
            context.line(),
            memory,
            pending,
            copies,
            budget,
            buffers,
            events);
    this.plain = new PlainRequests(guest, events, context.ram().bytes());
    this.port =
        new RequestPort(
            section,
            memory,
            guest,
            plain,
            new HgcmRequests(
                memory,
                guest,
                events,
                pending,
                budget,
                new ParameterReader(memory, copies, budget, buffers),
                completion,
                connector));
    shared.initialise();
    context.ports().claim(ioBase, IoPorts.COUNT, new Ports());
  }

  private static MemoryRegion region(DeviceContext context) {
    String name = "%s/%d/mmio2".formatted(context.name(), context.instance());
    return context.memory().regions().stream()
        .filter(region -> region.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no memory region '" + name + "'"));
  }

  private final class Ports implements PortHandler {
    @Override
    public void out(int port, int width, int value) {
      int offset = port - ioBase;
      if (width == Integer.BYTES && (offset == IoPorts.REQUEST || offset == IoPorts.FAST)) {
        VmmDevice.this.port.submit(value);
      }
    }

    @Override
    public int in(int port, int width) {
      if (width == Integer.BYTES && port - ioBase == IoPorts.FAST) {
        return acknowledge();
      }
      return IoPorts.UNUSED;
    }

    @Override
    public boolean answeredInKernel(int port, boolean write) {
      return !write && port - ioBase == IoPorts.FAST;
    }
  }

  private int acknowledge() {
    synchronized (section) {
      return guest.isReported() ? events.acknowledge() : IoPorts.FAST_UNAVAILABLE;
    }
  }

  @Override
  public PciIdentity identity() {
    return identity;
  }

  /// How many HGCM requests are in flight.
  public int requestsInFlight() {
    return pending.count();
  }

  /// How much of a budget is in use, in bytes.
  public long budgetUsed(Requestor.Pool pool) {
    return budget.used(pool);
  }

  /// How many host buffers are with calls.
  public int buffersInUse() {
    return buffers.inUse();
  }

  /// The driver behind the device.
  public HgcmConnector connector() {
    return connector;
  }

  @Override
  public void reset() {
    pending.cancelAll();
    connector.reset();
    synchronized (section) {
      guest.reset();
      events.reset();
      plain.reset();
      shared.initialise();
    }
  }

  @Override
  public void close() {
    pending.cancelAll();
    connector.close();
  }
}
