package org.hgbench.hgcm.guest;

import org.hgbench.hgcm.wire.CancelRequest;
import org.hgbench.hgcm.wire.ConnectRequest;
import org.hgbench.hgcm.wire.DisconnectRequest;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.hgcm.wire.VmmDevMemory;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.memory.PageAllocator;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// The guest driver of the VMM device, on one vCPU. One thread uses it: the one that owns the vCPU.
///
/// Several vCPUs can share a driver, see [#onVcpu]: this one takes the interrupts then, and must be
/// in [#idle] or in a call of its own for that.
public final class HgcmGuest {
  /// How long a guest waits for the host unless it is told otherwise.
  public static final long DEFAULT_TIMEOUT_NANOS = 10_000_000_000L;

  /// A wait that spins looks at the clock once in so many spins, a power of 2 less 1.
  private static final int SPINS_PER_CLOCK = 0xFFF;

  private final Vcpu vcpu;
  private final GuestMemory ram;
  private final VmmDevMemory device;
  private final PageAllocator pages;
  private final int ioBase;
  private final int line;
  private final EventInterrupt interrupt;
  private final long scratch;
  private long timeoutNanos = DEFAULT_TIMEOUT_NANOS;
  private int requestor = Requestor.OTHER_DRIVER;
  private WaitQueue queue;
  private boolean handling;
  private Counter copies;

  /// Creates a driver that acknowledges by request 41, as Linux does.
  ///
  /// @param mmio2 the device's memory (BAR1)
  /// @param ioBase the device's first port (BAR0)
  /// @param line its interrupt line
  public HgcmGuest(
      Vcpu vcpu, GuestMemory ram, GuestMemory mmio2, PageAllocator pages, int ioBase, int line) {
    this(vcpu, ram, mmio2, pages, ioBase, line, Acknowledgement.REQUEST);
  }

  /// Creates a driver.
  ///
  /// @param mmio2 the device's memory (BAR1)
  /// @param ioBase the device's first port (BAR0)
  /// @param line its interrupt line
  public HgcmGuest(
      Vcpu vcpu,
      GuestMemory ram,
      GuestMemory mmio2,
      PageAllocator pages,
      int ioBase,
      int line,
      Acknowledgement acknowledgement) {
    this.vcpu = vcpu;
    this.ram = ram;
    this.device = new VmmDevMemory(mmio2);
    this.pages = pages;
    this.ioBase = ioBase;
    this.line = line;
    this.scratch = pages.allocate(2 * MemoryRegion.PAGE);
    this.interrupt =
        new EventInterrupt(device, ram, scratch + MemoryRegion.PAGE, ioBase, acknowledgement);
  }

  /// The same driver on another vCPU, for another thread. Its calls wait in the queue, and so does
  /// every later one of the same queue.
  ///
  /// @param sharedQueue the one queue of this driver
  public HgcmGuest onVcpu(Vcpu other, WaitQueue sharedQueue) {
    takeInterrupts();
    interrupt.wake(sharedQueue);
    return new HgcmGuest(this, other, sharedQueue);
  }

  private HgcmGuest(HgcmGuest driver, Vcpu vcpu, WaitQueue queue) {
    this.vcpu = vcpu;
    this.ram = driver.ram;
    this.device = driver.device;
    this.pages = driver.pages;
    this.ioBase = driver.ioBase;
    this.line = driver.line;
    this.scratch = pages.allocate(MemoryRegion.PAGE);
    this.interrupt = driver.interrupt;
    this.timeoutNanos = driver.timeoutNanos;
    this.requestor = driver.requestor;
    this.copies = driver.copies;
    this.queue = queue;
  }

  /// Halts once and takes interrupts, for calls of other vCPUs.
  public void idle(long nanos) {
    takeInterrupts();
    vcpu.halt(nanos);
  }

  private void takeInterrupts() {
    if (!handling) {
      vcpu.handle(line, interrupt);
      handling = true;
    }
  }

  /// How long every wait lasts at most.
  public void timeoutNanos(long nanos) {
    timeoutNanos = nanos;
  }

  /// Where the driver counts the payload bytes that it copies itself, from and to the buffers of
  /// users.
  public void countCopies(Counter counter) {
    copies = counter;
  }

  /// Who asks, in every request from now on; see [Requestor].
  public void requestor(int newRequestor) {
    requestor = newRequestor;
  }

  /// Checks the device and reports this guest to the host.
  ///
  /// @throws HgcmException if the host is not one that a driver can work with
  public void probe() {
    if (device.version() != VmmDevMemory.VERSION
        || device.size() < VmmDevMemory.MIN_BYTES
        || device.size() > VmmDevMemory.BAR_BYTES) {
      throw new HgcmException("device memory: size=" + device.size(), Status.NOT_SUPPORTED);
    }
    new GuestProbe(this, scratch, requestor).up();
  }

  /// Takes leave of the host: the reverse of [#probe].
  ///
  /// @throws HgcmException if the host refuses
  public void unload() {
    new GuestProbe(this, scratch, requestor).down();
  }

  /// Connects to a service and returns the client id.
  ///
  /// @throws HgcmException if the host refuses
  public int connect(String service, WaitMode wait) {
    try (HgcmCall call = request(RequestType.HGCM_CONNECT, ConnectRequest.SIZE)) {
      ConnectRequest connect = new ConnectRequest(ram, call.address());
      connect.write(ConnectRequest.LOCALHOST_EXISTING, service);
      require("connect to " + service, call.run(wait));
      return connect.clientId();
    }
  }

  /// Gives a client id back.
  ///
  /// @throws HgcmException if the host knows no such client
  public void disconnect(int clientId, WaitMode wait) {
    try (HgcmCall call = request(RequestType.HGCM_DISCONNECT, DisconnectRequest.SIZE)) {
      new DisconnectRequest(ram, call.address()).clientId(clientId);
      require("disconnect", call.run(wait));
    }
  }

  /// Begins the layout of a call with 64-bit parameters.
  public CallBuilder call(int clientId, int function) {
    return new CallBuilder(this, clientId, function, RequestType.HGCM_CALL_64);
  }

  /// Begins the layout of a call with 32-bit parameters.
  public CallBuilder call32(int clientId, int function) {
    return new CallBuilder(this, clientId, function, RequestType.HGCM_CALL_32);
  }

  /// Guest RAM.
  public GuestMemory ram() {
    return ram;
  }

  /// The pages that the driver allocates from.
  public PageAllocator pages() {
    return pages;
  }

  HgcmCall request(int type, int size) {
    long address = pages.allocate(size);
    return new HgcmCall(this, address, size, type, requestor);
  }

  /// Writes the address of a request to the request port: one trap.
  void submit(long address) {
    Stamps.stamp(Stage.BUILT);
    vcpu.out(ioBase + IoPorts.REQUEST, (int) address);
  }

  /// How many interrupts have been acknowledged.
  int acknowledgements() {
    return interrupt.acknowledgements();
  }

  /// The longest wait, in nanoseconds.
  long timeoutNanos() {
    return timeoutNanos;
  }

  /// Halts until the call is done and the interrupt that told so has been taken; answers no if that
  /// takes too long. The interrupt that follows a submission is always acknowledged later than the
  /// submission, even if it tells of several calls at once.
  boolean awaitInterrupt(HgcmCall call, int acknowledgedBefore, long nanos) {
    if (queue != null) {
      return awaitInQueue(call, nanos);
    }
    takeInterrupts();
    if (call.isDone() && interrupt.acknowledgements() != acknowledgedBefore) {
      Stamps.stamp(Stage.WOKE);
      return true;
    }
    long deadline = System.nanoTime() + nanos;
    do {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      vcpu.halt(left);
    } while (!call.isDone() || interrupt.acknowledgements() == acknowledgedBefore);
    Stamps.stamp(Stage.WOKE);
    return true;
  }

  /// Halts until another vCPU, which takes the interrupts, has seen that the call is done.
  private boolean awaitInQueue(HgcmCall call, long nanos) {
    long deadline = System.nanoTime() + nanos;
    queue.enter(call, vcpu);
    try {
      while (!call.isDone()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        vcpu.halt(left);
      }
      return true;
    } finally {
      queue.leave(call);
    }
  }

  /// Spins until the call is done; answers no if that takes too long.
  boolean poll(HgcmCall call, long nanos) {
    int spins = 0;
    long deadline = 0;
    while (!call.isDone()) {
      vcpu.pause();
      if ((++spins & SPINS_PER_CLOCK) == 0) {
        long now = System.nanoTime();
        if (deadline == 0) {
          deadline = now + nanos;
        } else if (now - deadline > 0) {
          return false;
        }
      }
    }
    Stamps.stamp(Stage.WOKE);
    return true;
  }

  /// What to say of a call that takes too long.
  HgcmTimeoutException timeout(HgcmCall call, WaitMode wait) {
    return new HgcmTimeoutException(
        "no end of a call within %d ms: request=0x%x wait=%s done=%b haveEvents=%b"
            .formatted(
                timeoutNanos / 1_000_000,
                call.address(),
                wait,
                call.isDone(),
                device.haveEvents()));
  }

  /// The driver copied payload bytes between a user's buffer and its own.
  void copied(long bytes) {
    if (copies != null) {
      copies.add(bytes);
    }
  }

  /// Asks the host to give a request up, and returns what it says.
  int cancel(long address) {
    new CancelRequest(ram, scratch).address((int) address);
    RequestHeader header = new RequestHeader(ram, scratch);
    header.write(CancelRequest.SIZE, RequestType.HGCM_CANCEL_2, requestor);
    submit(scratch);
    return header.rc();
  }

  private static void require(String what, int status) {
    if (Status.isFailure(status)) {
      throw new HgcmException(what, status);
    }
  }
}
