package org.hgbench.hgsmi.guest;

import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.hgsmi.wire.VbvaRing;

/// How a guest driver divides VRAM. Everything but the framebuffers lies at the end.
///
/// ```text
///   0                                                                         V-16      V
///   | framebuffers | ring 0 | ring 1 | ... | host heap | guest heap          | flags   |
/// ```
///
/// With no host heap and a guest heap of 64 KiB this is Linux's map; the additions put their host
/// heap in the same place.
///
/// @param vramBytes size of VRAM
/// @param screens how many rings there are
/// @param hostHeapBytes what is set aside for the host's commands, or 0
/// @param guestHeapBytes what is set aside for the guest's buffers, with the host flags at its end
public record VramMap(long vramBytes, int screens, long hostHeapBytes, long guestHeapBytes) {
  /// `VBVA_ADAPTER_INFORMATION_SIZE`: what Linux sets aside for its heap and the flags.
  public static final int LINUX_GUEST_HEAP_BYTES = 65536;

  /// Rejects what does not fit.
  ///
  /// @throws IllegalArgumentException if a part is negative or VRAM is too small for all
  public VramMap {
    if (screens < 0
        || hostHeapBytes < 0
        || guestHeapBytes <= HostFlags.SIZE
        || (long) screens * VbvaRing.LINUX_BYTES + hostHeapBytes + guestHeapBytes > vramBytes) {
      throw new IllegalArgumentException(
          "vram map: vramBytes=%d screens=%d hostHeapBytes=%d guestHeapBytes=%d"
              .formatted(vramBytes, screens, hostHeapBytes, guestHeapBytes));
    }
  }

  /// Linux's map.
  public static VramMap linux(long vramBytes, int screens) {
    return new VramMap(vramBytes, screens, 0, LINUX_GUEST_HEAP_BYTES);
  }

  /// Where the host flags are.
  public long hostFlagsOffset() {
    return vramBytes - HostFlags.SIZE;
  }

  /// Where the guest's heap begins.
  public long guestHeapOffset() {
    return vramBytes - guestHeapBytes;
  }

  /// What of its space the guest's heap can use.
  public long guestHeapUsableBytes() {
    return guestHeapBytes - HostFlags.SIZE;
  }

  /// Where the host's heap begins.
  public long hostHeapOffset() {
    return guestHeapOffset() - hostHeapBytes;
  }

  /// Where the ring of a screen is.
  public long ringOffset(int screen) {
    return framebufferBytes() + (long) screen * VbvaRing.LINUX_BYTES;
  }

  /// How much is left for framebuffers.
  public long framebufferBytes() {
    return hostHeapOffset() - (long) screens * VbvaRing.LINUX_BYTES;
  }
}
