package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// HeartbeatConfigure: whether the guest reports that it is alive, and how often.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 24 | 8 | interval in nanoseconds | host |
/// | 32 | 1 | whether it does | guest |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevReqHeartbeat.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record HeartbeatConfiguration(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 36;

  static final int INTERVAL = 24;
  static final int ENABLED = 32;

  /// Guest: switches it on or off.
  public void ask(boolean enabled) {
    memory.u64(at + INTERVAL, 0);
    memory.u32(at + ENABLED, enabled ? 1 : 0);
  }

  /// Whether it is to be on.
  public boolean enabled() {
    return memory.u8(at + ENABLED) != 0;
  }

  /// Host: answers with the interval.
  public void intervalNanos(long nanos) {
    memory.u64(at + INTERVAL, nanos);
  }

  /// How often to report.
  public long intervalNanos() {
    return memory.u64(at + INTERVAL);
  }
}
