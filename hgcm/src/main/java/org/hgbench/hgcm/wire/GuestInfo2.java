package org.hgbench.hgcm.wire;

import java.nio.charset.StandardCharsets;
import org.hgbench.machine.memory.GuestMemory;

/// ReportGuestInfo2: which driver the guest runs.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 24 | 2, 2, 4, 4 | major, minor, build, revision | guest |
/// | 36 | 4 | features; bit 0: requests carry a valid requestor | guest |
/// | 40 | 128 | name, beginning `major.minor.build` | guest |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevReportGuestInfo2.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record GuestInfo2(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 168;

  /// Requests carry a valid requestor.
  public static final int REQUESTOR_IS_VALID = 1;

  static final int MAJOR = 24;
  static final int MINOR = 26;
  static final int BUILD = 28;
  static final int REVISION = 32;
  static final int FEATURES = 36;
  static final int NAME = 40;
  static final int NAME_BYTES = 128;

  /// Guest: reports.
  public void write(int major, int minor, int build, int revision, int features, String name) {
    memory.u16(at + MAJOR, major);
    memory.u16(at + MINOR, minor);
    memory.u32(at + BUILD, build);
    memory.u32(at + REVISION, revision);
    memory.u32(at + FEATURES, features);
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    memory.clear(at + NAME, NAME_BYTES);
    memory.copyFrom(at + NAME, bytes, 0, Math.min(bytes.length, NAME_BYTES - 1));
  }

  /// The driver's features.
  public int features() {
    return memory.u32(at + FEATURES);
  }

  /// Whether the name agrees with the numbers, and the driver is of version 3 or later.
  public boolean isPlausible() {
    byte[] bytes = new byte[NAME_BYTES];
    memory.copyTo(at + NAME, bytes, 0, NAME_BYTES);
    String expected =
        "%d.%d.%s"
            .formatted(
                memory.u16(at + MAJOR),
                memory.u16(at + MINOR),
                Integer.toUnsignedString(memory.u32(at + BUILD)));
    return memory.u16(at + MAJOR) >= 3
        && new String(bytes, StandardCharsets.ISO_8859_1).startsWith(expected);
  }
}
