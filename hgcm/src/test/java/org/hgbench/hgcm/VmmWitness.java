package org.hgbench.hgcm;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hgbench.hgcm.host.VmmDevice;
import org.hgbench.hgcm.host.connector.ServiceConnector;
import org.hgbench.hgcm.service.message.Message;
import org.hgbench.hgcm.service.message.MessageService;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.DeviceProvider;
import org.hgbench.machine.device.Devices;
import org.hgbench.machine.device.PciIdentity;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.port.PortHandler;
import org.hgbench.machine.settings.Settings;

/// A device that tells tests what the VMM device beside it holds, and acts as the host's own
/// threads would, when asked through a port: so it makes no difference which process the host is.
///
/// The guest writes an argument to the first word of its page and a [Question] to its port, and
/// finds the answer in that word.
public final class VmmWitness implements Device, PortHandler {
  static final String REGION = "vmmwitness/0/page";
  static final int PORT = 0x5F1;

  private static final String ECHO = "HgbenchEcho";

  /// What can be asked.
  enum Question {
    REQUESTS_IN_FLIGHT,
    BUFFERS_IN_USE,
    /// A [Requestor.Pool].
    BUDGET_USED,
    CALLS,
    /// Sends message 11 with the words 22 and 33 to a client of the message service.
    POST,
    /// Keeps the thread of the echo service until it is released.
    BLOCK,
    RELEASE,
    RESET
  }

  private static final Question[] QUESTIONS = Question.values();

  private final GuestMemory page;
  private VmmDevice vmm;
  private CountDownLatch gone;
  private Thread obstacle;

  private VmmWitness(DeviceContext context) {
    this.page = context.region("page");
    context.ports().claim(PORT, 1, this);
  }

  /// Found by the service loader, as `vmmwitness`.
  public static final class Provider implements DeviceProvider {
    @Override
    public String name() {
      return "vmmwitness";
    }

    @Override
    public List<MemoryRegion> regions(int instance, Settings config) {
      return List.of(new MemoryRegion(REGION, 0xFFE1_0000L, MemoryRegion.PAGE));
    }

    @Override
    public Device create(DeviceContext context) {
      return new VmmWitness(context);
    }
  }

  @Override
  public void plugged(Devices devices) {
    vmm = devices.device("vmm/0", VmmDevice.class);
  }

  @Override
  public void out(int port, int width, int value) {
    page.u32(0, answer(QUESTIONS[value], page.u32(0)));
  }

  @Override
  public int in(int port, int width) {
    return -1;
  }

  private int answer(Question question, int argument) {
    return switch (question) {
      case REQUESTS_IN_FLIGHT -> vmm.requestsInFlight();
      case BUFFERS_IN_USE -> vmm.buffersInUse();
      case BUDGET_USED -> Math.toIntExact(vmm.budgetUsed(Requestor.Pool.values()[argument]));
      case CALLS -> connector().callCount();
      case POST -> post(argument);
      case BLOCK -> {
        block();
        yield 0;
      }
      case RELEASE -> {
        release();
        yield 0;
      }
      case RESET -> {
        vmm.reset();
        yield 0;
      }
    };
  }

  private ServiceConnector connector() {
    return (ServiceConnector) vmm.connector();
  }

  private int post(int client) {
    Message message = new Message().say(client, 11, 22, 33, new byte[0]);
    return connector().hostCall("HgbenchMessages", MessageService.POST, message).run();
  }

  private void block() {
    CountDownLatch there = new CountDownLatch(1);
    CountDownLatch leaving = new CountDownLatch(1);
    gone = leaving;
    obstacle =
        Thread.ofPlatform()
            .name("obstacle")
            .daemon()
            .start(() ->
                connector()
                    .onServiceThread(
                        ECHO,
                        () -> {
                          there.countDown();
                          await(leaving);
                        }));
    await(there);
  }

  private void release() {
    gone.countDown();
    try {
      obstacle.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited 10 s in vain");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public PciIdentity identity() {
    return new PciIdentity(0x80EE, 0x7E59, 0x0880, List.of());
  }

  @Override
  public void reset() {
    // It keeps nothing.
  }

  @Override
  public void close() {
    // It has nothing of its own.
  }
}
