package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The head of every request to the VMM device.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 0 | 4 | size of the whole request | guest |
/// | 4 | 4 | version, [#VERSION] | guest |
/// | 8 | 4 | request type | guest |
/// | 12 | 4 | rc, -1 before submission | both |
/// | 16 | 4 | reserved, 0 | guest |
/// | 20 | 4 | requestor, who asks | guest |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDevCoreTypes.h, VMMDevRequestHeader.
///
/// @param memory guest RAM, or a private copy
/// @param at where the header begins
public record RequestHeader(GuestMemory memory, long at) {
  /// The header's own size.
  public static final int SIZE = 24;

  /// The only version that exists.
  public static final int VERSION = 0x10001;

  /// The largest request that a host takes.
  public static final int MAX_REQUEST_SIZE = 1 << 20;

  static final int REQUEST_SIZE = 0;
  static final int VERSION_AT = 4;

  /// Where the type is: by changing it a guest gives a request up.
  public static final int TYPE = 8;

  /// Where `rc` is: the one field that a host writes ahead of all others.
  public static final int RC = 12;

  static final int RESERVED = 16;
  static final int REQUESTOR = 20;

  /// Writes all fields as a driver does before it submits.
  public void write(int size, int type, int requestor) {
    memory.u32(at + REQUEST_SIZE, size);
    memory.u32(at + VERSION_AT, VERSION);
    memory.u32(at + TYPE, type);
    memory.u32(at + RC, Status.GENERAL_FAILURE);
    memory.u32(at + RESERVED, 0);
    memory.u32(at + REQUESTOR, requestor);
  }

  /// The size of the whole request, unsigned.
  public int size() {
    return memory.u32(at + REQUEST_SIZE);
  }

  /// The version of the header.
  public int version() {
    return memory.u32(at + VERSION_AT);
  }

  /// The request type.
  public int type() {
    return memory.u32(at + TYPE);
  }

  /// Host: the type of a request in memory, without an object.
  public static int typeAt(GuestMemory memory, long at) {
    return memory.u32(at + TYPE);
  }

  /// Changes the request type, for the old form of cancel.
  public void type(int type) {
    memory.u32(at + TYPE, type);
  }

  /// What the transport said.
  public int rc() {
    return memory.u32(at + RC);
  }

  /// Says what the transport says.
  public void rc(int status) {
    memory.u32(at + RC, status);
  }

  /// Who asks; see [Requestor].
  public int requestor() {
    return memory.u32(at + REQUESTOR);
  }
}
