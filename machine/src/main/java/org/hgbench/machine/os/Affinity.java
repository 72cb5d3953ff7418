package org.hgbench.machine.os;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/// The processors that a thread may run on. Threads inherit them from the thread that starts them.
///
/// Source: `sched.h`.
public final class Affinity {
  private static final int SET_BYTES = 1024;
  private static final int THIS_THREAD = 0;

  private Affinity() {}

  /// The processors that the calling thread may run on.
  public static BitSet allowed() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment set = arena.allocate(SET_BYTES, 8);
      Kernel.checked(SystemCall.SCHED_GETAFFINITY, THIS_THREAD, SET_BYTES, set.address());
      return BitSet.valueOf(set.toArray(JAVA_LONG));
    }
  }

  /// Has the calling thread run on these processors only.
  ///
  /// @throws OsException if the machine has none of them
  public static void allow(BitSet processors) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment set = arena.allocate(SET_BYTES, 8);
      long[] words = processors.toLongArray();
      MemorySegment.copy(words, 0, set, JAVA_LONG, 0, words.length);
      Kernel.checked(SystemCall.SCHED_SETAFFINITY, THIS_THREAD, SET_BYTES, set.address());
    }
  }

  /// The processor that the calling thread runs on now.
  public static int current() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment processor = arena.allocate(JAVA_INT);
      Kernel.checked(SystemCall.GETCPU, processor.address(), 0, 0);
      return processor.get(JAVA_INT, 0);
    }
  }
}
