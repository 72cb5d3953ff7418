package org.hgbench.hgcm.host;

import org.hgbench.hgcm.service.ServiceParameter;
import org.hgbench.hgcm.wire.CallRequest;
import org.hgbench.hgcm.wire.Requestor;

/// A connect, disconnect or call in flight: the host's own copy of what the guest asked. Taken from
/// the pool on the EMT, completed on a service's thread, used again.
public final class HgcmCommand {
  private final HgcmCompletion completion;
  private final Runnable finishing = this::finish;
  private final HostParameter[] parameters = new HostParameter[CallRequest.MAX_PARAMETERS];

  // Links and mark of the pending list, under its lock.
  HgcmCommand previous;
  HgcmCommand next;
  boolean cancelled;

  private long address;
  private int requestSize;
  private int type;
  private int requestor;
  private boolean inPlace;
  private Requestor.Pool pool;
  private long charged;

  private String service;
  private int clientId;
  private int function;
  private int parameterCount;

  private Object handle;
  private long ticket;
  private int result;

  HgcmCommand(HgcmCompletion completion) {
    this.completion = completion;
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = new HostParameter();
    }
  }

  /// Begins a new life.
  void begin(long address, int requestSize, int type, int requestor, boolean inPlace) {
    this.address = address;
    this.requestSize = requestSize;
    this.type = type;
    this.requestor = requestor;
    this.inPlace = inPlace;
    this.pool = Requestor.pool(requestor);
    this.charged = 0;
    this.cancelled = false;
    this.service = null;
    this.clientId = 0;
    this.function = 0;
    this.parameterCount = 0;
    this.handle = null;
  }

  void connect(String service) {
    this.service = service;
  }

  void disconnect(int clientId) {
    this.clientId = clientId;
  }

  void call(int clientId, int function, int parameterCount) {
    this.clientId = clientId;
    this.function = function;
    this.parameterCount = parameterCount;
  }

  void charge(long bytes) {
    charged += bytes;
  }

  long charged() {
    return charged;
  }

  Requestor.Pool pool() {
    return pool;
  }

  long address() {
    return address;
  }

  int requestSize() {
    return requestSize;
  }

  int type() {
    return type;
  }

  /// Whether the request lies inside one page, which counts as locked.
  boolean isInPlace() {
    return inPlace;
  }

  /// What remains to be done on an EMT, with the result that the service gave.
  Runnable finishing(int newResult) {
    result = newResult;
    return finishing;
  }

  private void finish() {
    completion.finish(this, result);
  }

  HostParameter hostParameter(int index) {
    return parameters[index];
  }

  Object handle() {
    return handle;
  }

  long ticket() {
    return ticket;
  }

  /// Connector: leaves what it wants to be told if the guest gives this command up. Called before
  /// the command goes to another thread.
  public void handle(Object newHandle, long newTicket) {
    this.handle = newHandle;
    this.ticket = newTicket;
  }

  /// The service to connect to.
  public String service() {
    return service;
  }

  /// The client that calls or leaves.
  public int clientId() {
    return clientId;
  }

  /// Connector: the client id that answers a connect.
  public void clientId(int id) {
    clientId = id;
  }

  /// Who asks; see [Requestor].
  public int requestor() {
    return requestor;
  }

  /// The function that is called.
  public int function() {
    return function;
  }

  /// How many parameters the call has.
  public int parameterCount() {
    return parameterCount;
  }

  /// A parameter of the call.
  ///
  /// @throws IndexOutOfBoundsException if the call has fewer
  public ServiceParameter parameter(int index) {
    if (Integer.compareUnsigned(index, parameterCount) >= 0) {
      throw new IndexOutOfBoundsException(
          "parameter: index=%d parameterCount=%d".formatted(index, parameterCount));
    }
    return parameters[index];
  }

  /// Connector: the command is finished. The object may be in use for another one when this
  /// returns.
  public void complete(int result) {
    completion.complete(this, result);
  }
}
