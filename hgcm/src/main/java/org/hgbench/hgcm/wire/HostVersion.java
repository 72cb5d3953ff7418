package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// GetHostVersion: which VirtualBox this claims to be, and what it can.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 24 | 2, 2, 4, 4 | major, minor, build, revision | host |
/// | 36 | 4 | features, see [HostFeature] | host |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevReqHostVersion.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record HostVersion(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 40;

  static final int MAJOR = 24;
  static final int MINOR = 26;
  static final int BUILD = 28;
  static final int REVISION = 32;
  static final int FEATURES = 36;

  /// Host: answers.
  public void write(int major, int minor, int build, int revision, int features) {
    memory.u16(at + MAJOR, major);
    memory.u16(at + MINOR, minor);
    memory.u32(at + BUILD, build);
    memory.u32(at + REVISION, revision);
    memory.u32(at + FEATURES, features);
  }

  /// The major version.
  public int major() {
    return memory.u16(at + MAJOR);
  }

  /// The minor version.
  public int minor() {
    return memory.u16(at + MINOR);
  }

  /// What the host can.
  public int features() {
    return memory.u32(at + FEATURES);
  }
}
