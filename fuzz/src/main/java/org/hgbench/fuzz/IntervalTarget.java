package org.hgbench.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;

/// One interval of an `.hlog` file, in HdrHistogram's V2 encoding. It is packed here as the log has
/// it, since no fuzzer gets through a compressed stream with a checksum.
final class IntervalTarget implements FuzzTarget {
  /// `V2CompressedEncodingCookieBase` of HdrHistogram, with its mark for words of 16 bytes.
  private static final int COMPRESSED = 0x1c849304 | 0x10;

  private final HistogramTarget log = new HistogramTarget();

  @Override
  public void run(byte[] input) {
    String packed = Base64.getEncoder().encodeToString(packed(input));
    String text = "#[Histogram log format version 1.3]\nTag=0,0.000,1.000,0.009," + packed + "\n";
    log.run(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public List<byte[]> seeds() {
    return HistogramTarget.histograms().stream().map(IntervalTarget::encoded).toList();
  }

  @Override
  public void close() {
    log.close();
  }

  private static byte[] packed(byte[] interval) {
    byte[] deflated = new byte[interval.length + 64];
    int length;
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(interval);
      deflater.finish();
      length = deflater.deflate(deflated);
    }
    return ByteBuffer.allocate(2 * Integer.BYTES + length)
        .putInt(COMPRESSED)
        .putInt(length)
        .put(deflated, 0, length)
        .array();
  }

  private static byte[] encoded(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    byte[] encoded = new byte[histogram.encodeIntoByteBuffer(buffer)];
    buffer.flip().get(encoded);
    return encoded;
  }
}
