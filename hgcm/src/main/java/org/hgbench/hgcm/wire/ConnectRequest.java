package org.hgbench.hgcm.wire;

import java.nio.charset.StandardCharsets;
import org.hgbench.machine.memory.GuestMemory;

/// Asks for a service by name and gets a client id.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 32 | 4 | location type | guest |
/// | 36 | 128 | service name, zero-terminated | guest |
/// | 164 | 4 | client id | host |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevHGCMConnect.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record ConnectRequest(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 168;

  /// A service of this host, loaded if need be.
  public static final int LOCALHOST = 1;

  /// A service of this host that is loaded already: what guests use.
  public static final int LOCALHOST_EXISTING = 2;

  static final int LOCATION_TYPE = 32;
  static final int NAME = 36;
  static final int NAME_BYTES = 128;
  static final int CLIENT_ID = 164;

  /// Guest: names the service.
  ///
  /// @throws IllegalArgumentException if the name leaves no room for its terminator
  public void write(int locationType, String service) {
    byte[] name = service.getBytes(StandardCharsets.UTF_8);
    if (name.length >= NAME_BYTES) {
      throw new IllegalArgumentException("service name: bytes=%d".formatted(name.length));
    }
    memory.u32(at + LOCATION_TYPE, locationType);
    memory.clear(at + NAME, NAME_BYTES);
    memory.copyFrom(at + NAME, name, 0, name.length);
    memory.u32(at + CLIENT_ID, 0);
  }

  /// The kind of place where the service is.
  public int locationType() {
    return memory.u32(at + LOCATION_TYPE);
  }

  /// The name of the service, or null if it is not terminated.
  public String service() {
    byte[] name = new byte[NAME_BYTES];
    memory.copyTo(at + NAME, name, 0, NAME_BYTES);
    for (int length = 0; length < NAME_BYTES; length++) {
      if (name[length] == 0) {
        return new String(name, 0, length, StandardCharsets.UTF_8);
      }
    }
    return null;
  }

  /// The client id.
  public int clientId() {
    return memory.u32(at + CLIENT_ID);
  }

  /// Host: answers with a client id.
  public void clientId(int id) {
    memory.u32(at + CLIENT_ID, id);
  }
}
