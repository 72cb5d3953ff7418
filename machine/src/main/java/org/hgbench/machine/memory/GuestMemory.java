package org.hgbench.machine.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.core.Memory;

/// A bounded, little-endian window of the machine's memory, as guest and host both see it.
///
/// Positions are offsets from the start of the window; a transport calls them `address` where the
/// window is RAM (guest-physical) and `offset` where it is VRAM. Values are returned as Java types
/// of the field's width or wider: [#u8] and [#u16] are zero-extended, [#u32] is the 32 bits as they
/// are (unsigned by the meaning of the field, so compare with `Integer.compareUnsigned` or
/// [#u32AsLong]).
///
/// | method | ordering |
/// |---|---|
/// | `u32`, `u64`, `copy…`, `fill` | plain: the compiler and the processor may reorder |
/// | `u32Acquire` | no later access moves before it |
/// | `u32Release` | no earlier access moves after it |
/// | `u32CompareAndSet`, `u32Or`, `u32And` | atomic, and a full fence |
///
/// Any thread may call any method. Every position is checked here, because the store below reads
/// and writes past its end without complaint; a position outside is a mistake of the caller's, so
/// host code validates what the guest gave it before it comes here.
///
/// This class alone knows the memory library.
public final class GuestMemory {
  /// A constant to the compiler, so that an access is one instruction behind its check.
  private static final Memory MEMORY = new PointerBytesStore().memory;

  /// Up to how many bytes a short loop is better than a fast one.
  private static final int SHORT = 256;

  private final PointerBytesStore store;
  private final long address;
  private final long bytes;
  private final Object owner;

  /// Wraps memory that `owner` keeps mapped for as long as it is reachable.
  GuestMemory(long address, long bytes, Object owner) {
    this.store = new PointerBytesStore();
    this.store.set(address, bytes);
    this.address = address;
    this.bytes = bytes;
    this.owner = owner;
  }

  /// Zeroed memory that is no part of a machine: where a host keeps its private copies of what a
  /// guest wrote, read by the same accessors and within the same bounds. Freed with the last
  /// window.
  ///
  /// @throws OutOfMemoryError if there is none left
  public static GuestMemory allocate(long bytes) {
    MemorySegment segment = Arena.ofAuto().allocate(bytes, Long.BYTES * 8);
    return new GuestMemory(segment.address(), bytes, segment);
  }

  /// The size of the window in bytes.
  public long bytes() {
    return bytes;
  }

  /// Where the window lies in this process, for system calls that take a pointer.
  public long processAddress() {
    return address;
  }

  /// A window of `length` bytes inside this one.
  public GuestMemory window(long at, long length) {
    check(at, length);
    return new GuestMemory(address + at, length, owner);
  }

  /// Whether `length` bytes from `at` lie inside: what a host asks about a guest's numbers.
  public boolean contains(long at, long length) {
    return at >= 0 && length >= 0 && at <= bytes - length;
  }

  /// Reads one byte, zero-extended.
  public int u8(long at) {
    check(at, 1);
    return MEMORY.readByte(address + at) & 0xFF;
  }

  /// Reads two bytes, zero-extended.
  public int u16(long at) {
    check(at, 2);
    return MEMORY.readShort(address + at) & 0xFFFF;
  }

  /// Reads four bytes.
  public int u32(long at) {
    check(at, 4);
    return MEMORY.readInt(address + at);
  }

  /// Reads four bytes, zero-extended.
  public long u32AsLong(long at) {
    return Integer.toUnsignedLong(u32(at));
  }

  /// Reads eight bytes.
  public long u64(long at) {
    check(at, 8);
    return MEMORY.readLong(address + at);
  }

  /// Writes the low byte of `value`.
  public void u8(long at, int value) {
    check(at, 1);
    MEMORY.writeByte(address + at, (byte) value);
  }

  /// Writes the low two bytes of `value`.
  public void u16(long at, int value) {
    check(at, 2);
    MEMORY.writeShort(address + at, (short) value);
  }

  /// Writes four bytes.
  public void u32(long at, int value) {
    check(at, 4);
    MEMORY.writeInt(address + at, value);
  }

  /// Writes eight bytes.
  public void u64(long at, long value) {
    check(at, 8);
    MEMORY.writeLong(address + at, value);
  }

  /// Reads four bytes before anything that follows. Atomic when `at` is a multiple of 4.
  public int u32Acquire(long at) {
    check(at, 4);
    int value = MEMORY.readInt(address + at);
    VarHandle.acquireFence();
    return value;
  }

  /// Writes four bytes after everything that came before. Atomic when `at` is a multiple of 4.
  public void u32Release(long at, int value) {
    check(at, 4);
    MEMORY.writeOrderedInt(address + at, value);
  }

  /// Writes `update` if the four bytes are `expected`.
  ///
  /// @throws IllegalArgumentException if `at` is not a multiple of 4
  public boolean u32CompareAndSet(long at, int expected, int update) {
    check(at, 4);
    if ((address + at & 3) != 0) {
      throw new IllegalArgumentException("misaligned atomic: at=0x" + Long.toHexString(at));
    }
    return MEMORY.compareAndSwapInt(address + at, expected, update);
  }

  /// Sets the bits of `mask` atomically and returns what was there before.
  ///
  /// @throws IllegalArgumentException if `at` is not a multiple of 4
  public int u32Or(long at, int mask) {
    while (true) {
      int before = u32Acquire(at);
      if (u32CompareAndSet(at, before, before | mask)) {
        return before;
      }
    }
  }

  /// Keeps only the bits of `mask`, atomically, and returns what was there before.
  ///
  /// @throws IllegalArgumentException if `at` is not a multiple of 4
  public int u32And(long at, int mask) {
    while (true) {
      int before = u32Acquire(at);
      if (u32CompareAndSet(at, before, before & mask)) {
        return before;
      }
    }
  }

  /// Copies `length` bytes out, to `target` from `targetOffset` on.
  public void copyTo(long at, byte[] target, int targetOffset, int length) {
    check(at, length);
    Objects.checkFromIndexSize(targetOffset, length, target.length);
    if (length > 0) {
      store.read(at, target, targetOffset, length);
    }
  }

  /// Copies `length` bytes in, from `source` at `sourceOffset` on.
  public void copyFrom(long at, byte[] source, int sourceOffset, int length) {
    check(at, length);
    Objects.checkFromIndexSize(sourceOffset, length, source.length);
    if (length > 0) {
      store.write(at, source, sourceOffset, length);
    }
  }

  /// Copies `length` bytes to another window; the two ranges must not overlap.
  public void copyTo(long at, GuestMemory target, long targetAt, long length) {
    check(at, length);
    target.check(targetAt, length);
    store.nativeRead(at, target.address + targetAt, length);
  }

  /// Sets `length` bytes to zero.
  public void clear(long at, long length) {
    fill(at, length, (byte) 0);
  }

  /// Sets `length` bytes to `value`.
  public void fill(long at, long length, byte value) {
    check(at, length);
    store.memory.setMemory(address + at, length, value);
  }

  /// Adds up `length` bytes as little-endian 64-bit words, the last one padded with zeroes, modulo
  /// 2^64. It is how a receiver shows that it really read every byte.
  public long sum(long at, long length) {
    check(at, length);
    return length <= SHORT ? sumShort(address + at, (int) length) : sumLong(address + at, length);
  }

  /// Writes `length` bytes of a repeating 64-bit `word`, and returns what [#sum] will say of them.
  /// It is how a sender shows that it really wrote every byte.
  public long fillWords(long at, long length, long word) {
    check(at, length);
    if (length <= SHORT) {
      fillShort(address + at, (int) length, word);
    } else {
      fillLong(address + at, length, word);
    }
    long sum = word * (length >>> 3);
    long rest = length & 7;
    return rest == 0 ? sum : sum + (word & -1L >>> 64 - rest * 8);
  }

  /// A loop over a `long` is cut in two by the compiler, which a record of some words does not
  /// repay.
  private static long sumShort(long from, int length) {
    long sum = 0;
    int i = 0;
    for (; i <= length - 32; i += 32) {
      sum +=
          MEMORY.readLong(from + i)
              + MEMORY.readLong(from + i + 8)
              + (MEMORY.readLong(from + i + 16) + MEMORY.readLong(from + i + 24));
    }
    return i == length ? sum : sum + sumRest(from + i, length - i);
  }

  private static long sumLong(long from, long length) {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    long whole = length & -32;
    for (long i = 0; i < whole; i += 32) {
      a += MEMORY.readLong(from + i);
      b += MEMORY.readLong(from + i + 8);
      c += MEMORY.readLong(from + i + 16);
      d += MEMORY.readLong(from + i + 24);
    }
    return a + b + c + d + sumRest(from + whole, (int) (length - whole));
  }

  /// Fewer than 32 bytes.
  private static long sumRest(long from, int length) {
    long sum = 0;
    int i = 0;
    for (; i <= length - 8; i += 8) {
      sum += MEMORY.readLong(from + i);
    }
    for (int shift = 0; i < length; i++, shift += 8) {
      sum += (MEMORY.readByte(from + i) & 0xFFL) << shift;
    }
    return sum;
  }

  private static void fillShort(long to, int length, long word) {
    int i = 0;
    for (; i <= length - 32; i += 32) {
      MEMORY.writeLong(to + i, word);
      MEMORY.writeLong(to + i + 8, word);
      MEMORY.writeLong(to + i + 16, word);
      MEMORY.writeLong(to + i + 24, word);
    }
    if (i < length) {
      fillRest(to + i, length - i, word);
    }
  }

  private static void fillLong(long to, long length, long word) {
    long whole = length & -8;
    for (long i = 0; i < whole; i += 8) {
      MEMORY.writeLong(to + i, word);
    }
    fillRest(to + whole, (int) (length - whole), word);
  }

  /// Fewer than 32 bytes.
  private static void fillRest(long to, int length, long word) {
    int i = 0;
    for (; i <= length - 8; i += 8) {
      MEMORY.writeLong(to + i, word);
    }
    for (int shift = 0; i < length; i++, shift += 8) {
      MEMORY.writeByte(to + i, (byte) (word >>> shift));
    }
  }

  private void check(long at, long length) {
    if ((at | length) < 0 || at > bytes - length) {
      throw outside(at, length);
    }
  }

  private IndexOutOfBoundsException outside(long at, long length) {
    return new IndexOutOfBoundsException(
        "outside guest memory: at=0x%x length=%d bytes=%d".formatted(at, length, bytes));
  }
}
