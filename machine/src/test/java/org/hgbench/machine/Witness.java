package org.hgbench.machine;

import java.util.List;
import java.util.function.Function;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.DeviceProvider;
import org.hgbench.machine.device.PciIdentity;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.port.PortHandler;
import org.hgbench.machine.settings.Settings;

/// A device that tells tests what the device beside it has seen, and acts as the host's own threads
/// would, when asked through a port: so it makes no difference which process the host is.
///
/// The guest writes arguments to the words of its page and a question to its port, and finds the
/// answer in the first word.
///
/// @param <Q> what can be asked
public abstract class Witness<Q extends Enum<Q>> implements Device, PortHandler {
  private static final String PAGE = "page";

  private final GuestMemory page;
  private final Q[] questions;

  /// @param questions what can be asked
  protected Witness(DeviceContext context, Class<Q> questions) {
    this.page = context.region(PAGE);
    this.questions = questions.getEnumConstants();
  }

  /// Answers, having done what was asked.
  protected abstract int answer(Q question);

  /// The page that holds the arguments.
  protected final GuestMemory page() {
    return page;
  }

  /// A word of the page.
  protected final int argument(int index) {
    return page.u32(4L * index);
  }

  @Override
  public final void out(int port, int width, int value) {
    page.u32(0, answer(questions[value]));
  }

  @Override
  public final int in(int port, int width) {
    return -1;
  }

  @Override
  public final PciIdentity identity() {
    return new PciIdentity(0x80EE, 0x7E58, 0x0880, List.of());
  }

  @Override
  public void reset() {
    // It keeps nothing.
  }

  @Override
  public void close() {
    // It has nothing of its own.
  }

  /// Makes one; the service loader finds the subclasses.
  public abstract static class Provider implements DeviceProvider {
    private final String name;
    private final long address;
    private final int port;
    private final Function<DeviceContext, Witness<?>> witness;

    /// @param address where its page is
    /// @param port where it is asked
    protected Provider(
        String name, long address, int port, Function<DeviceContext, Witness<?>> witness) {
      this.name = name;
      this.address = address;
      this.port = port;
      this.witness = witness;
    }

    @Override
    public final String name() {
      return name;
    }

    @Override
    public final List<MemoryRegion> regions(int instance, Settings config) {
      return List.of(
          new MemoryRegion(name + "/" + instance + "/" + PAGE, address, MemoryRegion.PAGE));
    }

    @Override
    public final Device create(DeviceContext context) {
      Witness<?> made = witness.apply(context);
      context.ports().claim(port, 1, made);
      return made;
    }
  }
}
