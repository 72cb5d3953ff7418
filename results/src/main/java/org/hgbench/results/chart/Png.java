package org.hgbench.results.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// An image as PNG, eight bits per colour, no filter.
///
/// The encoder of the platform tries five filters on every row, which takes longer than drawing the
/// chart; the flat areas of a chart are compressed as well without.
///
/// Source: Portable Network Graphics (PNG) Specification, Second Edition, W3C 2003.
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] BITS_COLOUR_AND_NO_INTERLACE = {8, 2, 0, 0, 0};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);

  private Png() {}

  /// The image, which is of type `TYPE_INT_RGB`.
  static byte[] of(BufferedImage image) {
    Png png = new Png();
    png.bytes.writeBytes(SIGNATURE);
    png.chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(image.getWidth())
            .putInt(image.getHeight())
            .put(BITS_COLOUR_AND_NO_INTERLACE)
            .array());
    png.chunk("IDAT", deflated(rows(image)));
    png.chunk("IEND", new byte[0]);
    return png.bytes.toByteArray();
  }

  private void chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    bytes.writeBytes(name);
    bytes.writeBytes(data);
    bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  // Each row begins with the number of its filter, 0 for none.
  private static byte[] rows(BufferedImage image) {
    int width = image.getWidth();
    // Asking the image for its colours takes longer than drawing them.
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] rows = new byte[image.getHeight() * (1 + 3 * width)];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      at++;
      for (int x = 0; x < width; x++) {
        int pixel = pixels[y * width + x];
        rows[at++] = (byte) (pixel >> 16);
        rows[at++] = (byte) (pixel >> 8);
        rows[at++] = (byte) pixel;
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] rows) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(1 << 17);
    byte[] buffer = new byte[1 << 16];
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(rows);
      deflater.finish();
      while (!deflater.finished()) {
        compressed.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return compressed.toByteArray();
  }
}
