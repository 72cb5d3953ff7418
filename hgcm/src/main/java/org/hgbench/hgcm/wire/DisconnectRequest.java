package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// Gives a client id back: one field behind the [HgcmHeader], the id at offset 32.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevHGCMDisconnect.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record DisconnectRequest(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 36;

  static final int CLIENT_ID = 32;

  /// The client id.
  public int clientId() {
    return memory.u32(at + CLIENT_ID);
  }

  /// Guest: names the client.
  public void clientId(int id) {
    memory.u32(at + CLIENT_ID, id);
  }
}
