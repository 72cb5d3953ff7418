package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The second part of the head of an HGCM request, behind the [RequestHeader].
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 24 | 4 | flags: [#DONE], [#CANCELLED] | host; guest clears |
/// | 28 | 4 | result of the service | host |
///
/// DONE is the last word that the host writes: once a guest sees it, results and buffers are in
/// place and the host will not touch the request again.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevHGCMRequestHeader.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record HgcmHeader(GuestMemory memory, long at) {
  /// The size of both parts together.
  public static final int SIZE = 32;

  /// The host has finished.
  public static final int DONE = 1;

  /// The guest has given up.
  public static final int CANCELLED = 2;

  /// Where the flags are: the last word that a host writes.
  public static final int FLAGS = 24;

  static final int RESULT = 28;

  /// Guest: back to the state before submission.
  public void rewind() {
    memory.u32(at + FLAGS, 0);
    memory.u32(at + RESULT, Status.GENERAL_FAILURE);
  }

  /// Guest: marks the request as given up, for the old form of cancel.
  public void giveUp() {
    memory.u32Release(at + FLAGS, CANCELLED);
  }

  /// Guest: whether the host has finished. Everything the host wrote is visible afterwards.
  public boolean isDone() {
    return (memory.u32Acquire(at + FLAGS) & DONE) != 0;
  }

  /// The flag bits.
  public int flags() {
    return memory.u32(at + FLAGS);
  }

  /// What the service said.
  public int result() {
    return memory.u32(at + RESULT);
  }

  /// Host: says what the service said.
  public void result(int status) {
    memory.u32(at + RESULT, status);
  }

  /// Host: says what the service said, and then does the last write to a request that lies inside
  /// one locked page, in place, so that a CANCELLED that the guest sets meanwhile is not lost. The
  /// release keeps the results ahead of the flag. Without an object, since a host does so for many
  /// requests in turn.
  public static void finishInPlace(GuestMemory memory, long at, int status) {
    memory.u32(at + RESULT, status);
    if ((at & 3) == 0) {
      memory.u32Or(at + FLAGS, DONE);
    } else {
      memory.u32Release(at + FLAGS, memory.u32(at + FLAGS) | DONE);
    }
  }
}
