package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.ConnectRequest;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.Event;
import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// Finishes a command, on whichever thread completes it or on an EMT: outputs to the guest,
/// everything given back, the result, DONE last, the event.
///
/// Budgets and buffers are given back ahead of DONE, so a guest that sees DONE finds them restored.
/// A command that the guest has given up writes nothing.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/VMMDev/VMMDevHGCM.cpp, hgcmCompletedWorker.
final class HgcmCompletion {
  private final Object section;
  private final CompletionThread thread;
  private final InterruptLine line;
  private final PhysicalMemory memory;
  private final PendingCommands pending;
  private final PayloadCopies copies;
  private final HeapBudget budget;
  private final HostBuffers buffers;
  private final GuestEvents events;

  /// @param section the device's critical section
  /// @param thread who finishes
  /// @param line the way to an EMT
  HgcmCompletion(
      Object section,
      CompletionThread thread,
      InterruptLine line,
      PhysicalMemory memory,
      PendingCommands pending,
      PayloadCopies copies,
      HeapBudget budget,
      HostBuffers buffers,
      GuestEvents events) {
    this.section = section;
    this.thread = thread;
    this.line = line;
    this.memory = memory;
    this.pending = pending;
    this.copies = copies;
    this.budget = budget;
    this.buffers = buffers;
    this.events = events;
  }

  /// The service has completed a command. One that the guest has given up needs no EMT.
  void complete(HgcmCommand command, int result) {
    if (thread == CompletionThread.SERVICE || pending.isCancelled(command)) {
      finish(command, result);
      return;
    }
    synchronized (section) {
      line.post(command.finishing(result));
    }
  }

  void finish(HgcmCommand command, int result) {
    if (pending.remove(command)) {
      giveBack(command, 0);
      return;
    }
    if (command.isInPlace()) {
      completeInPlace(command, result);
    } else {
      completeThroughCopy(command, result);
    }
    synchronized (section) {
      Stamps.stamp(Stage.RAISED);
      events.raise(Event.HGCM);
    }
  }

  /// Gives back a command that never got under way.
  void discard(HgcmCommand command) {
    giveBack(command, 0);
  }

  private void completeInPlace(HgcmCommand command, int result) {
    GuestMemory ram = memory.ram();
    long address = command.address();
    boolean intact = isIntact(command, RequestHeader.typeAt(ram, address));
    giveBack(command, intact ? writeOutputs(command, ram, address) : 0);
    Stamps.stamp(Stage.COPIED_OUT);
    HgcmHeader.finishInPlace(ram, address, intact ? result : Status.INVALID_PARAMETER);
  }

  /// The request may cross pages, so it is read again, changed and written back.
  private void completeThroughCopy(HgcmCommand command, int result) {
    long address = command.address();
    int size = command.requestSize();
    RequestCopy copy = RequestCopy.ofThread(size);
    memory.read(address, copy.memory(), 0, size);
    boolean intact = isIntact(command, copy.header().type());
    giveBack(command, intact ? writeOutputs(command, copy.memory(), 0) : 0);
    copy.finish(memory, address, size, intact ? result : Status.INVALID_PARAMETER);
  }

  private static boolean isIntact(HgcmCommand command, int typeNow) {
    return typeNow == command.type() || typeNow == RequestType.HGCM_CANCEL;
  }

  private void giveBack(HgcmCommand command, long copied) {
    for (int i = 0; i < command.parameterCount(); i++) {
      command.hostParameter(i).release(buffers);
    }
    budget.giveBack(command.pool(), command.charged());
    pending.give(command, copied);
  }

  /// Writes to the request and to the pages it names, and returns how many payload bytes.
  private long writeOutputs(HgcmCommand command, GuestMemory request, long requestAt) {
    switch (command.type()) {
      case RequestType.HGCM_CONNECT ->
          new ConnectRequest(request, requestAt).clientId(command.clientId());
      case RequestType.HGCM_CALL_32, RequestType.HGCM_CALL_64 -> {
        int stride = Parameters.stride(command.type());
        long copied = 0;
        for (int i = 0; i < command.parameterCount(); i++) {
          long at = Parameters.at(requestAt, i, stride);
          copied += writeOutput(command.hostParameter(i), request, requestAt, at);
        }
        return copied;
      }
      default -> {
        return 0;
      }
    }
    return 0;
  }

  private long writeOutput(HostParameter parameter, GuestMemory request, long requestAt, long at) {
    switch (parameter.type()) {
      case ParameterType.U32 -> Parameters.answerU32(request, at, parameter.u32());
      case ParameterType.U64 -> Parameters.answerU64(request, at, parameter.u64());
      case ParameterType.EMBEDDED ->
          Parameters.answerEmbeddedSize(request, at, parameter.returned());
      case ParameterType.CONTIGUOUS, ParameterType.NO_BOUNCE ->
          Parameters.answerBufferSize(request, at, parameter.returned());
      default -> {
        // Sizes of the other buffers stay as the guest wrote them.
      }
    }
    if (parameter.buffer() == null || !Direction.isFromHost(parameter.direction())) {
      return 0;
    }
    return copies.toGuest(parameter, parameter.bytesToReturn(), request, requestAt);
  }
}
