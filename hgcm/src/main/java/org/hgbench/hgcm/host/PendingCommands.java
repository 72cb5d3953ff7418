package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.counter.Counter;

/// The commands in flight, newest first, and those waiting to be used again.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/VMMDev/VMMDevHGCM.cpp, listHGCMCmd.
final class PendingCommands {
  private static final int KEPT = 64;

  private final Counter bytesCopied;
  private HgcmCommand newest;
  private int pending;
  private HgcmCommand free;
  private int freeCount;

  /// @param bytesCopied counts what completions copy, under this list's lock
  PendingCommands(Counter bytesCopied) {
    this.bytesCopied = bytesCopied;
  }

  /// A command for a new request.
  HgcmCommand take(HgcmCompletion completion) {
    synchronized (this) {
      HgcmCommand command = free;
      if (command != null) {
        free = command.next;
        command.next = null;
        freeCount--;
        return command;
      }
    }
    return new HgcmCommand(completion);
  }

  /// A command is on its way.
  synchronized void add(HgcmCommand command) {
    command.next = newest;
    command.previous = null;
    if (newest != null) {
      newest.previous = command;
    }
    newest = command;
    pending++;
  }

  /// A command is finished: from here on it cannot be cancelled. Returns whether it has been.
  synchronized boolean remove(HgcmCommand command) {
    if (command.previous == null) {
      newest = command.next;
    } else {
      command.previous.next = command.next;
    }
    if (command.next != null) {
      command.next.previous = command.previous;
    }
    command.next = null;
    command.previous = null;
    pending--;
    return command.cancelled;
  }

  /// Whether the guest has given a command up.
  synchronized boolean isCancelled(HgcmCommand command) {
    return command.cancelled;
  }

  /// Gives a command back, and counts what its completion copied.
  synchronized void give(HgcmCommand command, long copied) {
    bytesCopied.add(copied);
    if (freeCount < KEPT) {
      command.next = free;
      free = command;
      freeCount++;
    }
  }

  /// Marks the newest command at a guest-physical address as given up, and tells the connector.
  /// Returns SUCCESS, or NOT_FOUND.
  int cancel(long address, HgcmConnector connector) {
    Object handle;
    long ticket;
    synchronized (this) {
      HgcmCommand command = newest;
      while (command != null && (command.address() != address || command.cancelled)) {
        command = command.next;
      }
      if (command == null) {
        return Status.NOT_FOUND;
      }
      command.cancelled = true;
      handle = command.handle();
      ticket = command.ticket();
    }
    if (handle != null) {
      connector.cancelled(handle, ticket);
    }
    return Status.SUCCESS;
  }

  /// Marks all as given up: none will write to the guest any more.
  synchronized void cancelAll() {
    for (HgcmCommand command = newest; command != null; command = command.next) {
      command.cancelled = true;
    }
  }

  /// How many are in flight.
  synchronized int count() {
    return pending;
  }
}
