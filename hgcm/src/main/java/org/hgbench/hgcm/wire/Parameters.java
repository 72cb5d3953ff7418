package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The parameter array of a call.
///
/// | types | offset | size | field |
/// |---|---|---|---|
/// | all | 0 | 4 | type |
/// | 1 | 4 | 4 | value |
/// | 2 | 4 | 8 | value |
/// | 4, 5, 6 | 4 | 4 | size |
/// | | 8 | 4 or 8 | guest-virtual address |
/// | 10, 12, 13 | 4 | 4 | size |
/// | | 8 | 4 | offset of the page list, from the start of the request |
/// | 11 | 4 | 4 | low 8 bits direction, high 24 bits offset of the data |
/// | | 8 | 4 | size |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDevCoreTypes.h, HGCMFunctionParameter32 and 64.
///
/// @param memory guest RAM, or a private copy
/// @param request where the request begins
/// @param stride the size of one parameter
public record Parameters(GuestMemory memory, long request, int stride) {
  /// The size of a parameter of a 64-bit call.
  public static final int WIDE = 16;

  /// The size of a parameter of a 32-bit call.
  public static final int NARROW = 12;

  static final int VALUE = 4;
  static final int BUFFER_SIZE = 4;
  static final int LINEAR_ADDRESS = 8;
  static final int LIST_OFFSET = 8;
  static final int EMBEDDED_PLACE = 4;
  static final int EMBEDDED_SIZE = 8;

  /// The size of a parameter in a call of this request type.
  public static int stride(int requestType) {
    return requestType == RequestType.HGCM_CALL_32 ? NARROW : WIDE;
  }

  /// Where parameters of a call end, from the start of the request.
  public static int end(int count, int stride) {
    return CallRequest.SIZE + count * stride;
  }

  /// Where a parameter begins: what the static methods take, which a host calls for many requests
  /// in turn and which need no object.
  public static long at(long request, int index, int stride) {
    return request + CallRequest.SIZE + (long) index * stride;
  }

  /// Host: answers with a 32-bit value.
  public static void answerU32(GuestMemory memory, long at, int value) {
    memory.u32(at + VALUE, value);
  }

  /// Host: answers with a 64-bit value.
  public static void answerU64(GuestMemory memory, long at, long value) {
    memory.u64(at + VALUE, value);
  }

  /// Host: answers with the size of a buffer that is not embedded.
  public static void answerBufferSize(GuestMemory memory, long at, int size) {
    memory.u32(at + BUFFER_SIZE, size);
  }

  /// Host: answers with the size of an embedded buffer.
  public static void answerEmbeddedSize(GuestMemory memory, long at, int size) {
    memory.u32(at + EMBEDDED_SIZE, size);
  }

  /// The type of a parameter.
  public int type(int index) {
    return memory.u32(at(index));
  }

  /// A 32-bit value.
  public int u32(int index) {
    return memory.u32(at(index) + VALUE);
  }

  /// A 64-bit value.
  public long u64(int index) {
    return memory.u64(at(index) + VALUE);
  }

  /// Changes a 32-bit value.
  public void u32(int index, int value) {
    memory.u32(at(index) + VALUE, value);
  }

  /// Changes a 64-bit value.
  public void u64(int index, long value) {
    memory.u64(at(index) + VALUE, value);
  }

  /// The size of a buffer that is not embedded, unsigned.
  public int bufferSize(int index) {
    return memory.u32(at(index) + BUFFER_SIZE);
  }

  /// Changes the size of a buffer that is not embedded.
  public void bufferSize(int index, int size) {
    memory.u32(at(index) + BUFFER_SIZE, size);
  }

  /// Where the page list of a buffer begins, from the start of the request, unsigned.
  public int listOffset(int index) {
    return memory.u32(at(index) + LIST_OFFSET);
  }

  /// The guest-virtual address of a buffer.
  public long linearAddress(int index) {
    return stride == WIDE
        ? memory.u64(at(index) + LINEAR_ADDRESS)
        : memory.u32AsLong(at(index) + LINEAR_ADDRESS);
  }

  /// The direction of an embedded buffer; see [Direction].
  public int embeddedDirection(int index) {
    return memory.u32(at(index) + EMBEDDED_PLACE) & 0xFF;
  }

  /// Where the data of an embedded buffer begins, from the start of the request.
  public int embeddedOffset(int index) {
    return memory.u32(at(index) + EMBEDDED_PLACE) >>> 8;
  }

  /// The size of an embedded buffer, unsigned.
  public int embeddedSize(int index) {
    return memory.u32(at(index) + EMBEDDED_SIZE);
  }

  /// Changes the size of an embedded buffer.
  public void embeddedSize(int index, int size) {
    memory.u32(at(index) + EMBEDDED_SIZE, size);
  }

  /// Guest: writes a 32-bit parameter.
  public void writeU32(int index, int value) {
    memory.clear(at(index), stride);
    memory.u32(at(index), ParameterType.U32);
    u32(index, value);
  }

  /// Guest: writes a 64-bit parameter.
  public void writeU64(int index, long value) {
    memory.clear(at(index), stride);
    memory.u32(at(index), ParameterType.U64);
    u64(index, value);
  }

  /// Guest: writes a parameter with a guest-virtual address.
  public void writeLinear(int index, int type, int size, long address) {
    memory.clear(at(index), stride);
    memory.u32(at(index), type);
    bufferSize(index, size);
    if (stride == WIDE) {
      memory.u64(at(index) + LINEAR_ADDRESS, address);
    } else {
      memory.u32(at(index) + LINEAR_ADDRESS, (int) address);
    }
  }

  /// Guest: writes a parameter with a page list.
  public void writePages(int index, int type, int size, int listOffset) {
    memory.clear(at(index), stride);
    memory.u32(at(index), type);
    bufferSize(index, size);
    memory.u32(at(index) + LIST_OFFSET, listOffset);
  }

  /// Guest: writes an embedded parameter.
  public void writeEmbedded(int index, int direction, int offset, int size) {
    memory.clear(at(index), stride);
    memory.u32(at(index), ParameterType.EMBEDDED);
    memory.u32(at(index) + EMBEDDED_PLACE, offset << 8 | direction);
    embeddedSize(index, size);
  }

  private long at(int index) {
    return at(request, index, stride);
  }
}
