package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.CallRequest;
import org.hgbench.hgcm.wire.CancelRequest;
import org.hgbench.hgcm.wire.ConnectRequest;
import org.hgbench.hgcm.wire.DisconnectRequest;
import org.hgbench.hgcm.wire.Event;
import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.Status;

/// Connect, disconnect, call and cancel, up to the hand-over to the connector. Called on an EMT
/// with the device's critical section held. Each method returns `rc`; with `HGCM_ASYNC_EXECUTE` the
/// request belongs to the command from then on.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/VMMDev/VMMDevHGCM.cpp.
final class HgcmRequests {
  /// What a command itself costs of the budget: the size of the original's cached object.
  static final long COMMAND_BYTES = 504;

  private final PhysicalMemory memory;
  private final GuestReport guest;
  private final GuestEvents events;
  private final PendingCommands pending;
  private final HeapBudget budget;
  private final ParameterReader reader;
  private final HgcmCompletion completion;
  private final HgcmConnector connector;

  HgcmRequests(
      PhysicalMemory memory,
      GuestReport guest,
      GuestEvents events,
      PendingCommands pending,
      HeapBudget budget,
      ParameterReader reader,
      HgcmCompletion completion,
      HgcmConnector connector) {
    this.memory = memory;
    this.guest = guest;
    this.events = events;
    this.pending = pending;
    this.budget = budget;
    this.reader = reader;
    this.completion = completion;
    this.connector = connector;
  }

  int connect(RequestCopy copy, long address, int size, boolean inPlace) {
    if (size < ConnectRequest.SIZE) {
      return Status.INVALID_PARAMETER;
    }
    ConnectRequest request = copy.connect();
    int location = request.locationType();
    String service = request.service();
    if (service == null
        || location != ConnectRequest.LOCALHOST && location != ConnectRequest.LOCALHOST_EXISTING) {
      return Status.INVALID_PARAMETER;
    }
    HgcmCommand command = begin(copy, address, size, inPlace);
    if (command == null) {
      return Status.NO_MEMORY;
    }
    command.connect(service);
    enlist(command);
    return started(command, connector.connect(command));
  }

  int disconnect(RequestCopy copy, long address, int size, boolean inPlace) {
    if (size < DisconnectRequest.SIZE) {
      return Status.INVALID_PARAMETER;
    }
    HgcmCommand command = begin(copy, address, size, inPlace);
    if (command == null) {
      return Status.NO_MEMORY;
    }
    command.disconnect(copy.disconnect().clientId());
    enlist(command);
    return started(command, connector.disconnect(command));
  }

  int call(RequestCopy copy, long address, int size, boolean inPlace) {
    if (size < CallRequest.SIZE) {
      return Status.INVALID_PARAMETER;
    }
    HgcmCommand command = begin(copy, address, size, inPlace);
    if (command == null) {
      return Status.NO_MEMORY;
    }
    int status = reader.read(command, copy, size);
    if (status != Status.SUCCESS) {
      completion.discard(command);
      return status;
    }
    enlist(command);
    return started(command, connector.call(command));
  }

  /// The old form: the request itself, submitted again with its type changed.
  int cancel(long address, int size) {
    if (size < HgcmHeader.SIZE || pending.cancel(address, connector) != Status.SUCCESS) {
      return Status.INVALID_PARAMETER;
    }
    return Status.SUCCESS;
  }

  int cancelByAddress(RequestCopy copy, int size) {
    if (size < CancelRequest.SIZE) {
      return Status.INVALID_PARAMETER;
    }
    int address = copy.cancel().address();
    if (address == 0 || address == -1) {
      return Status.INVALID_PARAMETER;
    }
    return pending.cancel(Integer.toUnsignedLong(address), connector);
  }

  private HgcmCommand begin(RequestCopy copy, long address, int size, boolean inPlace) {
    HgcmCommand command = pending.take(completion);
    RequestHeader header = copy.header();
    command.begin(address, size, header.type(), guest.requestor(header.requestor()), inPlace);
    if (!budget.charge(command.pool(), COMMAND_BYTES)) {
      completion.discard(command);
      return null;
    }
    command.charge(COMMAND_BYTES);
    return command;
  }

  /// The guest is told before the hand-over: afterwards a fast completion may have the last word.
  private void enlist(HgcmCommand command) {
    events.always(Event.HGCM);
    memory.writeU32(command.address() + RequestHeader.RC, Status.HGCM_ASYNC_EXECUTE);
    pending.add(command);
  }

  private int started(HgcmCommand command, int status) {
    if (status == Status.SUCCESS) {
      return Status.HGCM_ASYNC_EXECUTE;
    }
    pending.remove(command);
    completion.discard(command);
    return status;
  }
}
