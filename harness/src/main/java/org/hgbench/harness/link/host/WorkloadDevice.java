package org.hgbench.harness.link.host;

import java.util.List;
import java.util.Map;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Words;
import org.hgbench.harness.link.Workload;
import org.hgbench.hgcm.host.VmmDevice;
import org.hgbench.hgcm.host.connector.HostCall;
import org.hgbench.hgcm.host.connector.ServiceConnector;
import org.hgbench.hgcm.service.message.Message;
import org.hgbench.hgcm.service.message.MessageService;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.hgsmi.host.RefreshThread;
import org.hgbench.hgsmi.host.VgaDevice;
import org.hgbench.hgsmi.host.display.CountingDisplay;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.DeviceProvider;
import org.hgbench.machine.device.Devices;
import org.hgbench.machine.device.PciIdentity;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.port.PortHandler;
import org.hgbench.machine.settings.Settings;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// Drives the host's side of a transport when the guest writes one of the [WorkloadPorts].
///
/// | setting | default | meaning |
/// |---|---|---|
/// | `Transport` | `hgsmi` | whose host: `hgsmi` or `hgcm` |
/// | `Refresh` | false | whether a thread looks at the rings all the time |
/// | `Driver` | `counting` | the display driver that counts records: `counting` or `recording` |
/// | `TouchRegion`, `TouchAt`, `TouchBytes` | `ram`, 0, 0 | what [WorkloadPorts#TOUCHED] is about |
public final class WorkloadDevice implements Device, PortHandler {
  private final boolean hgcm;
  private final boolean refreshes;
  private final boolean recording;
  private final GuestMemory account;
  private final GuestMemory touched;
  private final long touchAt;
  private final int touchBytes;
  private final Message message = new Message();

  private EventThread events;
  private RefreshThread refresh;
  private VgaDevice vga;
  private HostCall post;
  private long records;
  private long sum;
  private long wrong;
  private long filled;

  private WorkloadDevice(DeviceContext context) {
    Settings config = context.config();
    hgcm = config.text("Transport", "hgsmi").equals("hgcm");
    refreshes = config.flag("Refresh", false);
    recording = config.text("Driver", "counting").equals("recording");
    account = context.region("account");
    touched = context.memory().window(config.text("TouchRegion", MemoryRegion.RAM));
    touchAt = config.size("TouchAt", 0);
    touchBytes = Math.toIntExact(config.size("TouchBytes", 0));
    context.ports().claim(WorkloadPorts.EVENT, WorkloadPorts.COUNT, this);
  }

  /// Found by the service loader as `workload`; there can be one. The name sorts behind those of
  /// the transports, so it is plugged in last and closed first.
  public static final class Provider implements DeviceProvider {
    private static final long ADDRESS = 0xFFD0_0000L;

    /// Creates it.
    public Provider() {}

    @Override
    public String name() {
      return "workload";
    }

    @Override
    public List<MemoryRegion> regions(int instance, Settings config) {
      return List.of(
          new MemoryRegion("workload/" + instance + "/account", ADDRESS, MemoryRegion.PAGE));
    }

    @Override
    public Device create(DeviceContext context) {
      return new WorkloadDevice(context);
    }
  }

  /// The settings of the device for a cell; none if its workload does without.
  ///
  /// @param region where guest and host share memory
  /// @param at where in it
  public static Settings settings(CellSpec spec, String region, long at) {
    if (spec.workload().hasManyGuestThreads()) {
      return Settings.of(Map.of());
    }
    String config = "Devices/workload/0/Config/";
    Settings settings =
        Settings.of(Map.of(config + "Transport", spec.transport()))
            .with(config + "Refresh", spec.variant().isRefreshed())
            .with(config + "Driver", spec.variant().displayDriver());
    return spec.workload() != Workload.TOUCH
        ? settings
        : settings
            .with(config + "TouchRegion", region)
            .with(config + "TouchAt", at)
            .with(config + "TouchBytes", spec.payloadBytes());
  }

  @Override
  public void plugged(Devices devices) {
    if (hgcm) {
      ServiceConnector connector =
          (ServiceConnector) devices.device("vmm/0", VmmDevice.class).connector();
      post = connector.hostCall("HgbenchMessages", MessageService.POST, message);
      events = new EventThread("hgcm-events", this::postMessage);
    } else {
      vga = devices.device("vga/0", VgaDevice.class);
      events = new EventThread("hgsmi-events", this::postCommand);
      if (refreshes) {
        refresh = new RefreshThread(vga, 0);
      }
    }
  }

  @Override
  public void out(int port, int width, int value) {
    switch (port) {
      case WorkloadPorts.EVENT -> {
        Stamps.stamp(Stage.TRAPPED);
        events.ask(value);
      }
      case WorkloadPorts.ACCOUNT -> settle();
      default -> touch(value);
    }
  }

  @Override
  public int in(int port, int width) {
    return 0;
  }

  private void postCommand(int number) {
    int buffer =
        vga.hostCommands()
            .allocate(BenchmarkCommand.ECHO_SIZE, Channel.BENCHMARK, BenchmarkCommand.ECHO);
    if (buffer == HgsmiPorts.VOID) {
      throw new IllegalStateException("host heap is full");
    }
    long event = Integer.toUnsignedLong(number);
    BenchmarkCommand.Echo.write(vga.vram(), HgsmiBuffer.dataAt(buffer), event, Words.of(event));
    int status = vga.hostCommands().post(buffer, true);
    if (VboxStatus.isFailure(status)) {
      throw new IllegalStateException("host command refused: " + VboxStatus.name(status));
    }
  }

  private void postMessage(int number) {
    long event = Integer.toUnsignedLong(number);
    message.say(1, event, Words.of(event));
    int status = post.run();
    if (status != Status.SUCCESS) {
      throw new IllegalStateException("message refused: status=" + status);
    }
  }

  private void settle() {
    if (vga != null) {
      long allRecords = vga.whileStill(this::recordsOfDriver);
      long allBytes = vga.whileStill(this::sumOfDriver);
      account.u64(WorkloadPorts.RECORDS, allRecords - records);
      account.u64(WorkloadPorts.SUM, allBytes - sum);
      records = allRecords;
      sum = allBytes;
    }
    account.u64(WorkloadPorts.WRONG, wrong);
    wrong = 0;
  }

  private long recordsOfDriver() {
    return recording
        ? vga.display(RecordingDisplay.class).records()
        : vga.display(CountingDisplay.class).records();
  }

  private long sumOfDriver() {
    return recording
        ? vga.display(RecordingDisplay.class).sum()
        : vga.display(CountingDisplay.class).sum();
  }

  /// The guest filled the first half, or copied it to the second: reads every byte of it, and in
  /// the first case writes every byte for the guest to copy next.
  private void touch(int value) {
    if (value != 0) {
      check(touchAt, Words.sum(Integer.toUnsignedLong(value), touchBytes));
      filled = Words.of(value);
      touched.fillWords(touchAt, touchBytes, filled);
    } else {
      check(touchAt + touchBytes, Words.sum(filled, touchBytes));
    }
  }

  private void check(long at, long expected) {
    if (touched.sum(at, touchBytes) != expected) {
      wrong++;
    }
  }

  @Override
  public PciIdentity identity() {
    return new PciIdentity(0x80EE, 0x0002, 0x0880, List.of());
  }

  @Override
  public void reset() {
    wrong = 0;
  }

  @Override
  public void close() {
    if (events != null) {
      events.close();
    }
    if (refresh != null) {
      refresh.close();
    }
  }
}
