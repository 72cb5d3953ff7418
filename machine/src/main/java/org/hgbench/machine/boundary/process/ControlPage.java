package org.hgbench.machine.boundary.process;

import java.nio.charset.StandardCharsets;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// The page through which the host reaches a guest that runs in another process.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 0 | 4 | lines: bit n is line n, bit 31 a kick, 30 the host's end, 29 work for the EMT; a futex | both |
/// | 64 | 4 | whether the guest waits | guest |
/// | 128 | 4 | the lines that the guest handles | guest |
/// | 192 | 8 | when the host was last alive, by [System#nanoTime] | host |
/// | 256 | 4 | length of the text that follows | host |
/// | 260 | | why the host ended | host |
/// | 2368 | 8 | when the guest was last alive | guest, and the host when it begins to serve |
///
/// The guest says that it waits and then looks at the lines; the host changes the lines and then
/// looks whether the guest waits. Both steps are full fences between, so no wake-up is lost.
record ControlPage(GuestMemory memory) {
  /// Where it lies in the machine's address space.
  static final MemoryRegion REGION =
      new MemoryRegion("boundary/control", 0xFFF0_0000L, MemoryRegion.PAGE);

  static final int KICK = 1 << 31;
  static final int HOST_ENDED = 1 << 30;
  static final int EMT_WORK = 1 << 29;

  private static final int LINES = 0;
  private static final int WAITING = 64;
  private static final int HANDLED = 128;
  private static final int ALIVE_AT = 192;
  private static final int REASON_LENGTH = 256;
  private static final int REASON = 260;
  private static final int MOST_REASON_BYTES = 2048;
  private static final int GUEST_ALIVE_AT = 2368;

  /// The address of the futex word in this process.
  long futex() {
    return memory.processAddress() + LINES;
  }

  int lines() {
    return memory.u32Acquire(LINES);
  }

  void set(int bits) {
    memory.u32Or(LINES, bits);
  }

  void clear(int bits) {
    memory.u32And(LINES, ~bits);
  }

  void beginWait() {
    memory.u32Or(WAITING, 1);
  }

  void endWait() {
    memory.u32Release(WAITING, 0);
  }

  boolean isWaiting() {
    return memory.u32Acquire(WAITING) != 0;
  }

  void handled(int lines) {
    memory.u32Or(HANDLED, lines);
  }

  int handled() {
    return memory.u32Acquire(HANDLED);
  }

  void alive() {
    memory.u64(ALIVE_AT, System.nanoTime());
  }

  long aliveAt() {
    return memory.u64(ALIVE_AT);
  }

  void guestAlive() {
    memory.u64(GUEST_ALIVE_AT, System.nanoTime());
  }

  long guestAliveAt() {
    return memory.u64(GUEST_ALIVE_AT);
  }

  void reason(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, MOST_REASON_BYTES);
    memory.copyFrom(REASON, bytes, 0, length);
    memory.u32Release(REASON_LENGTH, length);
  }

  String reason() {
    int length = Math.clamp(memory.u32Acquire(REASON_LENGTH), 0, MOST_REASON_BYTES);
    byte[] bytes = new byte[length];
    memory.copyTo(REASON, bytes, 0, length);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
