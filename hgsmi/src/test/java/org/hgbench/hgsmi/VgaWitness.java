package org.hgbench.hgsmi;

import org.hgbench.hgsmi.host.VgaDevice;
import org.hgbench.hgsmi.host.display.CountingDisplay;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.machine.Witness;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.Devices;

/// What the VGA device beside it has seen and does when asked.
public final class VgaWitness extends Witness<VgaWitness.Question> {
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

  private VgaDevice vga;
  private int fault;

  private VgaWitness(DeviceContext context) {
    super(context, Question.class);
  }

  /// Found by the service loader, as `vgawitness`.
  public static final class Provider extends Witness.Provider {
    /// For [java.util.ServiceLoader].
    public Provider() {
      super("vgawitness", 0xFFE0_0000L, PORT, VgaWitness::new);
    }
  }

  @Override
  public void plugged(Devices devices) {
    vga = devices.device("vga/0", VgaDevice.class);
    vga.observe((offset, status) -> fault = status);
  }

  @Override
  protected int answer(Question question) {
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
        vga.hintMode(ModeHint.read(page(), 0));
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

  @Override
  public void reset() {
    fault = 0;
  }
}
