package org.hgbench.hgcm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hgbench.hgcm.host.VmmDevice;
import org.hgbench.hgcm.host.connector.ServiceConnector;
import org.hgbench.hgcm.service.message.Message;
import org.hgbench.hgcm.service.message.MessageService;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.machine.Witness;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.Devices;

/// What the VMM device beside it holds and does when asked. Each question has one argument at most.
public final class VmmWitness extends Witness<VmmWitness.Question> {
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

  private VmmDevice vmm;
  private CountDownLatch gone;
  private Thread obstacle;

  private VmmWitness(DeviceContext context) {
    super(context, Question.class);
  }

  /// Found by the service loader, as `vmmwitness`.
  public static final class Provider extends Witness.Provider {
    /// For [java.util.ServiceLoader].
    public Provider() {
      super("vmmwitness", 0xFFE1_0000L, PORT, VmmWitness::new);
    }
  }

  @Override
  public void plugged(Devices devices) {
    vmm = devices.device("vmm/0", VmmDevice.class);
  }

  @Override
  protected int answer(Question question) {
    return switch (question) {
      case REQUESTS_IN_FLIGHT -> vmm.requestsInFlight();
      case BUFFERS_IN_USE -> vmm.buffersInUse();
      case BUDGET_USED -> Math.toIntExact(vmm.budgetUsed(Requestor.Pool.values()[argument(0)]));
      case CALLS -> connector().callCount();
      case POST -> post(argument(0));
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
}
