package org.hgbench.hgcm.service.message;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hgbench.hgcm.TestMachine;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.host.connector.HostCall;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.OperationSequences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two clients that peek, wait, give up, take and leave, and a host that posts, beside a model of
/// their queues: which call is parked, what each is answered, and that nothing is left in flight.
class ParkedCallModelTest {
  private static final int OPERATIONS = 4_000;
  private static final String SERVICE = "HgbenchMessages";

  private final TestMachine machine = TestMachine.with();
  private final HgcmGuest guest = machine.probedGuest();

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void followsItsModel() {
    OperationSequences.check(41, OPERATIONS, Clients::new);
  }

  private enum Operation {
    POST,
    PEEK,
    WAIT,
    GIVE_UP,
    CANCEL_THE_REQUEST,
    TAKE,
    TAKE_ANOTHER,
    LEAVE
  }

  /// One client, and what the model knows of it.
  private final class Client {
    private int id = guest.connect(SERVICE, WaitMode.POLL);
    private final Deque<Integer> messages = new ArrayDeque<>();
    private HgcmCall parked;
  }

  private final class Clients implements OperationSequences.Subject {
    private final Client[] clients = {new Client(), new Client()};
    private final Message message = new Message();
    private final HostCall post =
        machine.connector().hostCall(SERVICE, MessageService.POST, message);
    private int posted;

    @Override
    public void apply(int operation) {
      Client client = clients[operation >>> 8 & 1];
      switch (kind(operation)) {
        case POST -> post(client);
        case PEEK -> peek(client);
        case WAIT -> await(client);
        case GIVE_UP -> giveUp(client);
        case CANCEL_THE_REQUEST -> cancel(client);
        case TAKE -> take(client, client.messages.isEmpty() ? 1 : client.messages.peek());
        case TAKE_ANOTHER -> take(client, -5);
        case LEAVE -> leave(client, operation);
      }
      settle();
      int parked = 0;
      for (Client each : clients) {
        parked += each.parked == null ? 0 : 1;
      }
      expect("calls", parked, machine.connector().callCount());
      expect("requests", parked, machine.device().requestsInFlight());
    }

    private void post(Client client) {
      message.say(client.id, ++posted, posted, posted, new byte[0]);
      boolean full = client.messages.size() == MessageQueue.CAPACITY;
      expect("post", full ? Status.OUT_OF_RESOURCES : Status.SUCCESS, post.run());
      if (!full) {
        client.messages.add(posted);
      }
      if (client.parked != null) {
        ends(client, Status.SUCCESS, client.messages.peek());
      }
    }

    private void peek(Client client) {
      try (HgcmCall call = guest.call(client.id, MessageService.PEEK).u32(0).u32(0).build()) {
        int status = call.run(WaitMode.POLL);
        expect("peek", client.messages.isEmpty() ? Status.TRY_AGAIN : Status.SUCCESS, status);
        if (status == Status.SUCCESS) {
          expect("peeked", client.messages.peek(), call.u32(0));
        }
      }
    }

    private void await(Client client) {
      HgcmCall call = guest.call(client.id, MessageService.PEEK_WAIT).u32(0).u32(0).build();
      expect("wait", Status.HGCM_ASYNC_EXECUTE, call.submit());
      settle();
      if (client.messages.isEmpty() && client.parked == null) {
        expect("parked", 0, call.isDone() ? 1 : 0);
        client.parked = call;
        return;
      }
      boolean busy = client.messages.isEmpty();
      expect("waited", busy ? Status.RESOURCE_BUSY : Status.SUCCESS, call.await(WaitMode.POLL));
      call.close();
    }

    private void giveUp(Client client) {
      try (HgcmCall call = guest.call(client.id, MessageService.CANCEL).build()) {
        expect("give up", Status.SUCCESS, call.run(WaitMode.POLL));
      }
      if (client.parked != null) {
        ends(client, -Status.TRY_AGAIN, 0);
      }
    }

    private void cancel(Client client) {
      if (client.parked != null) {
        expect("cancel", Status.TIMEOUT, client.parked.awaitOrCancel(WaitMode.POLL, 0));
        settle();
        client.parked.close();
        client.parked = null;
      }
    }

    private void take(Client client, int id) {
      try (HgcmCall call =
          guest.call(client.id, MessageService.GET).u32(id).u64(0).u64(0).build()) {
        int expected =
            client.messages.isEmpty()
                ? Status.TRY_AGAIN
                : client.messages.peek() == id ? Status.SUCCESS : Status.MISMATCH;
        expect("take", expected, call.run(WaitMode.POLL));
        if (expected == Status.SUCCESS) {
          expect("taken", client.messages.poll(), (int) call.u64(1));
        }
      }
    }

    /// Seldom, or nothing would ever be parked for long.
    private void leave(Client client, int operation) {
      if ((operation >>> 9) % 4 == 0) {
        guest.disconnect(client.id, WaitMode.POLL);
        if (client.parked != null) {
          ends(client, Status.CANCELLED, 0);
        }
        client.messages.clear();
        client.id = guest.connect(SERVICE, WaitMode.POLL);
      }
    }

    private void ends(Client client, int status, int id) {
      expect("end of a parked call", status, client.parked.await(WaitMode.POLL));
      if (status != Status.CANCELLED) {
        expect("message", id, client.parked.u32(0));
      }
      client.parked.close();
      client.parked = null;
      settle();
    }

    private void settle() {
      machine.connector().onServiceThread(SERVICE, () -> {});
    }

    private static void expect(String what, int expected, int actual) {
      if (expected != actual) {
        throw new AssertionError("%s: %d, not %d".formatted(what, actual, expected));
      }
    }

    private static Operation kind(int operation) {
      return Operation.values()[(operation & 0xFF) % Operation.values().length];
    }

    @Override
    public String describe(int operation) {
      return kind(operation) + " of client " + (operation >>> 8 & 1);
    }

    @Override
    public void close() {
      for (Client client : clients) {
        guest.disconnect(client.id, WaitMode.POLL);
        if (client.parked != null) {
          ends(client, Status.CANCELLED, 0);
        }
      }
      for (Requestor.Pool pool : Requestor.Pool.values()) {
        expect("budget", 0, (int) machine.device().budgetUsed(pool));
      }
      expect("buffers", 0, machine.device().buffersInUse());
    }
  }
}
