package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// Calls a function of a service. Parameters follow at offset [#SIZE], 16 bytes each in a 64-bit
/// call and 12 in a 32-bit call; page lists and embedded data follow them.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 32 | 4 | client id | guest |
/// | 36 | 4 | function | guest |
/// | 40 | 4 | number of parameters | guest |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevHGCMCall.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record CallRequest(GuestMemory memory, long at) {
  /// The size without parameters.
  public static final int SIZE = 44;

  /// The most parameters that a call may have.
  public static final int MAX_PARAMETERS = 32;

  /// The largest buffer that a call may carry, and the most host memory that it may cost.
  public static final int MAX_DATA = 128 << 20;

  static final int CLIENT_ID = 32;
  static final int FUNCTION = 36;
  static final int PARAMETER_COUNT = 40;

  /// Guest: writes all fields.
  public void write(int clientId, int function, int parameterCount) {
    memory.u32(at + CLIENT_ID, clientId);
    memory.u32(at + FUNCTION, function);
    memory.u32(at + PARAMETER_COUNT, parameterCount);
  }

  /// The client id.
  public int clientId() {
    return memory.u32(at + CLIENT_ID);
  }

  /// The function.
  public int function() {
    return memory.u32(at + FUNCTION);
  }

  /// The number of parameters, unsigned.
  public int parameterCount() {
    return memory.u32(at + PARAMETER_COUNT);
  }

  /// The parameters of a call of this request type.
  public Parameters parameters(int requestType) {
    return new Parameters(memory, at, Parameters.stride(requestType));
  }
}
