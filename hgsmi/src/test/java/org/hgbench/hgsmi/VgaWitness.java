package org.hgbench.hgsmi;

import java.util.List;
import org.hgbench.hgsmi.host.VgaDevice;
import org.hgbench.hgsmi.host.display.CountingDisplay;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.DeviceProvider;
import org.hgbench.machine.device.Devices;
import org.hgbench.machine.device.PciIdentity;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.port.PortHandler;
import org.hgbench.machine.settings.Settings;

/// A device that tells tests what the VGA device beside it has seen, and acts as the host's own
/// threads would, when asked through a port: so it makes no difference which process the host is.
///
/// The guest writes arguments to the words of its page and a [Question] to its port, and finds the
/// answer in the first word.
public final class VgaWitness implements Device, PortHandler {
  static final String REGION = "vgawitness/0/page";
  static final int PORT = 0x5F0;

  /// What can be asked.
  enum Question {
    /// The status of the last command that failed since this was asked last; 0 if none did.
    FAULT,
    COMMANDS,
    FAULTS,
    RECORDS,
    BYTES,
    RESIZES,
    POINTERS,
    INPUT_MAPPINGS,
    ENABLED_SCREENS,
    CAPS,
    OUTSTANDING,
    /// Data bytes, channel, information.
    ALLOCATE,
    /// Buffer, and 1 for an interrupt.
    POST,
    /// Buffer.
    FREE,
    /// The words of a [ModeHint].
    HINT_MODE,
    RESET
  }

  private static final Question[] QUESTIONS = Question.values();

  private final GuestMemory page;
  private VgaDevice vga;
  private int fault;

  private VgaWitness(DeviceContext context) {
    this.page = context.region("page");
    context.ports().claim(PORT, 1, this);
  }

  /// Found by the service loader, as `vgawitness`.
  public static final class Provider implements DeviceProvider {
    @Override
    public String name() {
      return "vgawitness";
    }

    @Override
    public List<MemoryRegion> regions(int instance, Settings config) {
      return List.of(new MemoryRegion(REGION, 0xFFE0_0000L, MemoryRegion.PAGE));
    }

    @Override
    public Device create(DeviceContext context) {
      return new VgaWitness(context);
    }
  }

  @Override
  public void plugged(Devices devices) {
    vga = devices.device("vga/0", VgaDevice.class);
    vga.observe((offset, status) -> fault = status);
  }

  @Override
  public void out(int port, int width, int value) {
    page.u32(0, answer(QUESTIONS[value]));
  }

  @Override
  public int in(int port, int width) {
    return -1;
  }

  private int answer(Question question) {
    return switch (question) {
      case FAULT -> {
        int last = fault;
        fault = 0;
        yield last;
      }
      case COMMANDS -> (int) vga.commands();
      case FAULTS -> (int) vga.faults();
      case RECORDS -> (int) display().records();
      case BYTES -> (int) display().bytes();
      case RESIZES -> display().resizes();
      case POINTERS -> display().pointers();
      case INPUT_MAPPINGS -> display().inputMappings();
      case ENABLED_SCREENS -> display().enabledScreens();
      case CAPS -> display().caps();
      case OUTSTANDING -> vga.hostCommands().outstanding();
      case ALLOCATE -> vga.hostCommands().allocate(argument(0), argument(1), argument(2));
      case POST -> vga.hostCommands().post(argument(0), argument(1) != 0);
      case FREE -> {
        vga.hostCommands().free(argument(0));
        yield 0;
      }
      case HINT_MODE -> {
        vga.hintMode(ModeHint.read(page, 0));
        yield 0;
      }
      case RESET -> {
        vga.reset();
        yield 0;
      }
    };
  }

  private CountingDisplay display() {
    return vga.display(CountingDisplay.class);
  }

  private int argument(int index) {
    return page.u32(4L * index);
  }

  @Override
  public PciIdentity identity() {
    return new PciIdentity(0x80EE, 0x7E58, 0x0880, List.of());
  }

  @Override
  public void reset() {
    fault = 0;
  }

  @Override
  public void close() {
    // It has nothing of its own.
  }
}
