package org.hgbench.hgcm.host;

import org.hgbench.hgcm.service.Payload;
import org.hgbench.hgcm.service.ServiceParameter;
import org.hgbench.hgcm.wire.PageList;
import org.hgbench.hgcm.wire.ParameterType;

/// One parameter of a command: the host's own copy of all the guest said about it. Used again and
/// again.
final class HostParameter implements ServiceParameter {
  private final Payload payload = new Payload();

  private int type;
  private Kind kind;
  private long value;
  private int direction;
  private int bytes;
  private int returned;
  private int embeddedOffset;
  private int firstOffset;
  private int pageCount;
  private long[] pages = new long[1];
  private HostBuffers.Buffer buffer;

  void scalar(int type, long value) {
    begin(type, type == ParameterType.U32 ? Kind.U32 : Kind.U64, 0, 0);
    this.value = value;
  }

  /// A buffer, before it is known where its bytes are.
  void buffer(int type, int direction, int bytes) {
    begin(type, Kind.BUFFER, direction, bytes);
  }

  private void begin(int type, Kind kind, int direction, int bytes) {
    this.type = type;
    this.kind = kind;
    this.direction = direction;
    this.bytes = bytes;
    this.returned = bytes;
    this.value = 0;
    this.pageCount = 0;
    payload.clear();
  }

  void embeddedAt(int offset) {
    embeddedOffset = offset;
  }

  void pages(int firstOffset, int pageCount) {
    this.firstOffset = firstOffset;
    this.pageCount = pageCount;
    if (pages.length < pageCount) {
      pages = new long[Math.max(pageCount, 2 * pages.length)];
    }
  }

  void page(int index, long address) {
    pages[index] = address;
  }

  /// The service works on this buffer.
  void use(HostBuffers.Buffer buffer) {
    this.buffer = buffer;
    payload.append(buffer.memory(), 0, bytes);
  }

  /// The service works on the guest's pages.
  void useInPlace(PhysicalMemory memory) {
    int done = 0;
    for (int i = 0; i < pageCount; i++) {
      int skip = i == 0 ? firstOffset : 0;
      int share = Math.min(PageList.PAGE - skip, bytes - done);
      payload.append(memory.ram(), (pages[i] & -PageList.PAGE) + skip, share);
      done += share;
    }
  }

  int type() {
    return type;
  }

  int direction() {
    return direction;
  }

  int bytes() {
    return bytes;
  }

  /// What the service says it returns, unsigned.
  int returned() {
    return returned;
  }

  int embeddedOffset() {
    return embeddedOffset;
  }

  int firstOffset() {
    return firstOffset;
  }

  int pageCount() {
    return pageCount;
  }

  long page(int index) {
    return pages[index];
  }

  HostBuffers.Buffer buffer() {
    return buffer;
  }

  /// Gives the host buffer back, if there is one.
  void release(HostBuffers buffers) {
    payload.clear();
    if (buffer != null) {
      buffers.give(buffer);
      buffer = null;
    }
  }

  /// What the guest may get back of what the service returns.
  int bytesToReturn() {
    return Integer.compareUnsigned(returned, bytes) < 0 ? returned : bytes;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public int u32() {
    return (int) value;
  }

  @Override
  public void u32(int newValue) {
    value = newValue;
  }

  @Override
  public long u64() {
    return value;
  }

  @Override
  public void u64(long newValue) {
    value = newValue;
  }

  @Override
  public Payload payload() {
    return payload;
  }

  @Override
  public boolean isInPlace() {
    return kind == Kind.BUFFER && buffer == null && bytes > 0;
  }

  @Override
  public void returns(int newSize) {
    returned = newSize;
  }
}
