package org.hgbench.hgcm.service.property;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.hgbench.hgcm.service.ServiceParameter;
import org.hgbench.hgcm.wire.Status;

/// Zero-terminated UTF-8 texts in the buffers of a call.
final class Texts {
  private final StringBuilder all = new StringBuilder();

  Texts() {}

  /// The text in a buffer, or null if it is longer than `maxBytes` with its terminator, has none,
  /// or is not UTF-8.
  static String read(ServiceParameter parameter, int maxBytes) {
    int bytes = parameter.payload().bytes();
    byte[] copy = new byte[Math.min(bytes, maxBytes)];
    parameter.payload().copyTo(0, copy, 0, copy.length);
    int end = 0;
    while (end < copy.length && copy[end] != 0) {
      end++;
    }
    if (end == copy.length) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(copy, 0, end)).toString();
    } catch (CharacterCodingException e) {
      // The guest's mistake; the caller answers it.
      return null;
    }
  }

  /// Appends a text and its terminator.
  Texts add(String text) {
    all.append(text).append('\0');
    return this;
  }

  /// Answers with all texts, and with their size. BUFFER_OVERFLOW, and the size only, if the buffer
  /// is too small.
  int answer(ServiceParameter buffer, ServiceParameter size) {
    byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
    size.u32(bytes.length);
    if (bytes.length > buffer.payload().bytes()) {
      return Status.BUFFER_OVERFLOW;
    }
    buffer.payload().copyFrom(0, bytes, 0, bytes.length);
    return Status.SUCCESS;
  }
}
