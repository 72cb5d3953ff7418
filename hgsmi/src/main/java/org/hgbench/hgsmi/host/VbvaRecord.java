package org.hgbench.hgsmi.host;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.hgbench.machine.memory.GuestMemory;

/// One record from a ring, as a display driver sees it: the rectangle that changed, and all bytes.
///
/// The rectangle is a private copy. The bytes are still in VRAM if the record did not cross the end
/// of the ring, as in VirtualBox 7.0, so the guest can change them: read each once.
///
/// The object is reused for every record.
public final class VbvaRecord {
  /// The rectangle with which every record begins: `VBVACMDHDR`.
  static final int LEAST_LENGTH = 8;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private GuestMemory memory;
  private long at;
  private byte[] copy;
  private int length;
  private long rectangle;

  VbvaRecord() {}

  void inPlace(GuestMemory memory, long at, int length) {
    this.memory = memory;
    this.at = at;
    this.length = length;
    this.rectangle = memory.u64(at);
  }

  void copied(byte[] copy, int length) {
    this.memory = null;
    this.copy = copy;
    this.length = length;
    this.rectangle = (long) LONGS.get(copy, 0);
  }

  /// How many bytes it has, the rectangle among them.
  public int length() {
    return length;
  }

  /// Left edge.
  public int x() {
    return (short) rectangle;
  }

  /// Upper edge.
  public int y() {
    return (short) (rectangle >>> 16);
  }

  /// Width.
  public int width() {
    return (int) (rectangle >>> 32) & 0xFFFF;
  }

  /// Height.
  public int height() {
    return (int) (rectangle >>> 48);
  }

  /// Adds up all bytes as [GuestMemory#sum] does.
  public long sum() {
    return memory != null ? memory.sum(at, length) : sum(copy, length);
  }

  /// Copies all bytes out.
  public void copyTo(byte[] target) {
    if (memory != null) {
      memory.copyTo(at, target, 0, length);
    } else {
      System.arraycopy(copy, 0, target, 0, length);
    }
  }

  private static long sum(byte[] bytes, int length) {
    long sum = 0;
    int i = 0;
    for (; i <= length - 8; i += 8) {
      sum += (long) LONGS.get(bytes, i);
    }
    for (int shift = 0; i < length; i++, shift += 8) {
      sum += (bytes[i] & 0xFFL) << shift;
    }
    return sum;
  }
}
