package org.hgbench.hgcm.service;

import java.util.Arrays;
import org.hgbench.machine.memory.GuestMemory;

/// The bytes of a buffer parameter, in one piece or in many: a host buffer is one piece, pages of
/// the guest on which the service works in place are one each.
///
/// Positions count from the start of the buffer, whatever the pieces are. One thread at a time may
/// use it.
public final class Payload {
  private static final int WORD = Long.BYTES;

  private GuestMemory memory;
  private long[] starts = new long[1];
  private int[] lengths = new int[1];
  private int pieces;
  private int bytes;

  /// Creates an empty payload.
  public Payload() {}

  /// Host: drops all pieces.
  public void clear() {
    memory = null;
    pieces = 0;
    bytes = 0;
  }

  /// Host: appends a piece. All pieces lie in the same memory.
  public void append(GuestMemory memory, long at, int length) {
    if (pieces == starts.length) {
      starts = Arrays.copyOf(starts, 2 * pieces);
      lengths = Arrays.copyOf(lengths, 2 * pieces);
    }
    this.memory = memory;
    starts[pieces] = at;
    lengths[pieces] = length;
    pieces++;
    bytes += length;
  }

  /// How many bytes.
  public int bytes() {
    return bytes;
  }

  /// How many pieces.
  public int pieces() {
    return pieces;
  }

  /// Reads every byte and adds them up as [GuestMemory#sum] does.
  public long sum() {
    if (pieces == 1) {
      return memory.sum(starts[0], bytes);
    }
    long sum = 0;
    int phase = 0;
    for (int i = 0; i < pieces; i++) {
      sum += sumOfPiece(starts[i], lengths[i], phase);
      phase = phase + lengths[i] & WORD - 1;
    }
    return sum;
  }

  /// Writes every byte, as [GuestMemory#fillWords] does.
  public void fillWords(long word) {
    int phase = 0;
    for (int i = 0; i < pieces; i++) {
      memory.fillWords(starts[i], lengths[i], Long.rotateRight(word, Byte.SIZE * phase));
      phase = phase + lengths[i] & WORD - 1;
    }
  }

  /// Copies bytes out, to `target` from `offset` on.
  ///
  /// @throws IndexOutOfBoundsException if the payload has fewer
  public void copyTo(int position, byte[] target, int offset, int length) {
    check(position, length);
    int skip = position;
    int done = 0;
    for (int i = 0; done < length; i++) {
      int share = Math.min(lengths[i] - skip, length - done);
      if (share > 0) {
        memory.copyTo(starts[i] + skip, target, offset + done, share);
        done += share;
      }
      skip = Math.max(0, skip - lengths[i]);
    }
  }

  /// Copies bytes in, from `source` at `offset` on.
  ///
  /// @throws IndexOutOfBoundsException if the payload has room for fewer
  public void copyFrom(int position, byte[] source, int offset, int length) {
    check(position, length);
    int skip = position;
    int done = 0;
    for (int i = 0; done < length; i++) {
      int share = Math.min(lengths[i] - skip, length - done);
      if (share > 0) {
        memory.copyFrom(starts[i] + skip, source, offset + done, share);
        done += share;
      }
      skip = Math.max(0, skip - lengths[i]);
    }
  }

  /// Copies bytes out, to `target` from `at` on.
  ///
  /// @throws IndexOutOfBoundsException if the payload has fewer
  public void copyTo(int position, GuestMemory target, long at, int length) {
    check(position, length);
    int skip = position;
    int done = 0;
    for (int i = 0; done < length; i++) {
      int share = Math.min(lengths[i] - skip, length - done);
      if (share > 0) {
        memory.copyTo(starts[i] + skip, target, at + done, share);
        done += share;
      }
      skip = Math.max(0, skip - lengths[i]);
    }
  }

  /// Copies bytes in, from `source` at `at` on.
  ///
  /// @throws IndexOutOfBoundsException if the payload has room for fewer
  public void copyFrom(int position, GuestMemory source, long at, int length) {
    check(position, length);
    int skip = position;
    int done = 0;
    for (int i = 0; done < length; i++) {
      int share = Math.min(lengths[i] - skip, length - done);
      if (share > 0) {
        source.copyTo(at + done, memory, starts[i] + skip, share);
        done += share;
      }
      skip = Math.max(0, skip - lengths[i]);
    }
  }

  /// All bytes.
  public byte[] toArray() {
    byte[] array = new byte[bytes];
    copyTo(0, array, 0, bytes);
    return array;
  }

  /// A piece's share of the sum when its first byte is the `phase`th of a word: single bytes up to
  /// the next word, whole words, the rest.
  private long sumOfPiece(long start, int length, int phase) {
    long sum = 0;
    int lead = Math.min(length, WORD - phase & WORD - 1);
    for (int i = 0; i < lead; i++) {
      sum += (long) memory.u8(start + i) << Byte.SIZE * (phase + i);
    }
    return sum + memory.sum(start + lead, length - lead);
  }

  private void check(int position, int length) {
    if ((position | length) < 0 || position > bytes - length) {
      throw new IndexOutOfBoundsException(
          "outside payload: position=%d length=%d bytes=%d".formatted(position, length, bytes));
    }
  }
}
