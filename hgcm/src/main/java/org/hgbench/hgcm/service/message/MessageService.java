package org.hgbench.hgcm.service.message;

import static org.hgbench.hgcm.service.ServiceParameter.Kind.BUFFER;
import static org.hgbench.hgcm.service.ServiceParameter.Kind.U32;
import static org.hgbench.hgcm.service.ServiceParameter.Kind.U64;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.service.ServiceClient;
import org.hgbench.hgcm.service.ServiceParameter;
import org.hgbench.hgcm.service.Signature;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.settings.Settings;

/// Brings messages from the host to the guest.
///
/// | function | parameters | what it does |
/// |---|---|---|
/// | 2 | | completes the client's parked call with `+TRY_AGAIN` and message id 0 |
/// | 6 | u32 id out, u32 count out, u32 sizes out... | tells about the next message, or -TRY_AGAIN |
/// | 7 | the same | parks until there is a message; one call per client |
/// | 8 | u32 id, u64 out, u64 out, buffer out if there is a body | takes the next message |
///
/// Sizes are those of the message's parameters: `~8` for each word, the bytes of the body. A GET
/// for another id than the next message's is answered MISMATCH, one with too small a buffer
/// BUFFER_OVERFLOW and the size needed; neither loses the message.
///
/// Functions and rules follow VirtualBox's guest control service; see
/// src/VBox/HostServices/GuestControl/VBoxGuestControlSvc.cpp.
public final class MessageService implements HgcmService {
  /// The guest stops waiting.
  public static final int CANCEL = 2;

  /// Looks at the next message.
  public static final int PEEK = 6;

  /// Waits for the next message.
  public static final int PEEK_WAIT = 7;

  /// Takes the next message.
  public static final int GET = 8;

  /// Host: posts the [Message] that is the argument.
  public static final int POST = 1;

  private static final int WORD_SIZE = ~8;
  private static final int PEEK_PARAMETERS = 2;
  private static final Signature GET_WORDS = Signature.of(U32, U64, U64);
  private static final Signature GET_WITH_BODY = Signature.of(U32, U64, U64, BUFFER);

  private final List<MessageQueue> queues = new ArrayList<>();

  /// Finds the service by the name `HgbenchMessages`.
  public static final class Provider implements HgcmServiceProvider {
    /// Creates the provider.
    public Provider() {}

    @Override
    public String name() {
      return "HgbenchMessages";
    }

    @Override
    public HgcmService create(Settings config) {
      return new MessageService();
    }
  }

  @Override
  public int connect(ServiceClient client) {
    MessageQueue queue = new MessageQueue(client);
    client.state(queue);
    queues.add(queue);
    return Status.SUCCESS;
  }

  @Override
  public void disconnect(ServiceClient client) {
    MessageQueue queue = (MessageQueue) client.state();
    queues.remove(queue);
    if (queue.parked() != null) {
      queue.completeParked(Status.CANCELLED);
    }
  }

  @Override
  public int call(ServiceCall call) {
    MessageQueue queue = (MessageQueue) call.client().state();
    return switch (call.function()) {
      case CANCEL -> cancel(call, queue);
      case PEEK -> peek(call, queue, false);
      case PEEK_WAIT -> peek(call, queue, true);
      case GET -> take(call, queue);
      default -> Status.NOT_IMPLEMENTED;
    };
  }

  @Override
  public void cancelled(ServiceCall call) {
    MessageQueue queue = (MessageQueue) call.client().state();
    if (queue.parked() == call) {
      queue.completeParked(Status.CANCELLED);
    }
  }

  @Override
  public int hostCall(int function, Object argument) {
    if (function != POST || !(argument instanceof Message message)) {
      return Status.NOT_SUPPORTED;
    }
    MessageQueue queue = find(message.clientId());
    if (queue == null) {
      return Status.NOT_FOUND;
    }
    if (queue.isFull()) {
      return Status.OUT_OF_RESOURCES;
    }
    queue.append(message);
    if (queue.parked() != null) {
      queue.completeParked(describe(queue.parked(), queue.first()));
    }
    return Status.SUCCESS;
  }

  private MessageQueue find(int clientId) {
    for (int i = 0; i < queues.size(); i++) {
      if (clientId == 0 || queues.get(i).client().id() == clientId) {
        return queues.get(i);
      }
    }
    return null;
  }

  private static int cancel(ServiceCall call, MessageQueue queue) {
    if (call.parameterCount() != 0) {
      return Status.WRONG_PARAMETER_COUNT;
    }
    if (queue.parked() != null) {
      queue.parked().parameter(0).u32(0);
      queue.parked().parameter(1).u32(0);
      queue.completeParked(-Status.TRY_AGAIN);
    }
    return Status.SUCCESS;
  }

  private static int peek(ServiceCall call, MessageQueue queue, boolean wait) {
    if (call.parameterCount() < PEEK_PARAMETERS) {
      return Status.WRONG_PARAMETER_COUNT;
    }
    for (int i = 0; i < call.parameterCount(); i++) {
      if (call.parameter(i).kind() != U32) {
        return Status.WRONG_PARAMETER_TYPE;
      }
    }
    if (queue.first() != null) {
      return describe(call, queue.first());
    }
    if (!wait) {
      return Status.TRY_AGAIN;
    }
    if (queue.parked() != null) {
      return Status.RESOURCE_BUSY;
    }
    queue.park(call);
    return Status.HGCM_ASYNC_EXECUTE;
  }

  private static int describe(ServiceCall call, Message message) {
    call.parameter(0).u32(message.id());
    call.parameter(1).u32(message.parameterCount());
    for (int i = PEEK_PARAMETERS; i < call.parameterCount(); i++) {
      call.parameter(i).u32(sizeOf(message, i - PEEK_PARAMETERS));
    }
    return Status.SUCCESS;
  }

  private static int sizeOf(Message message, int parameter) {
    return switch (parameter) {
      case 0, 1 -> WORD_SIZE;
      case 2 -> message.body().length;
      default -> 0;
    };
  }

  private static int take(ServiceCall call, MessageQueue queue) {
    Message message = queue.first();
    if (message == null) {
      return Status.TRY_AGAIN;
    }
    boolean hasBody = message.body().length > 0;
    int status = (hasBody ? GET_WITH_BODY : GET_WORDS).check(call);
    if (status != Status.SUCCESS) {
      return status;
    }
    if (call.parameter(0).u32() != message.id()) {
      return Status.MISMATCH;
    }
    if (hasBody && !copyBody(message, call.parameter(GET_WITH_BODY.count() - 1))) {
      return Status.BUFFER_OVERFLOW;
    }
    call.parameter(1).u64(message.first());
    call.parameter(2).u64(message.second());
    queue.removeFirst();
    return Status.SUCCESS;
  }

  private static boolean copyBody(Message message, ServiceParameter target) {
    byte[] body = message.body();
    target.returns(body.length);
    if (target.payload().bytes() < body.length) {
      return false;
    }
    target.payload().copyFrom(0, body, 0, body.length);
    return true;
  }
}
