package org.hgbench.hgcm.service.folder;

import java.nio.charset.Charset;
import org.hgbench.hgcm.service.Payload;
import org.hgbench.hgcm.wire.folder.CreateParameters;
import org.hgbench.hgcm.wire.folder.FolderString;
import org.hgbench.machine.memory.GuestMemory;

/// Private memory into which structures are copied before they are looked at, and in which answers
/// are put together.
final class Scratch {
  static final int BYTES = 128 << 10;

  private final GuestMemory memory = GuestMemory.allocate(BYTES);

  GuestMemory memory() {
    return memory;
  }

  /// The path in a buffer, or null if it is malformed or tries to go up.
  FolderPath path(Payload payload, Charset charset) {
    String text = text(payload, charset);
    return text == null ? null : FolderPath.of(text);
  }

  /// The text in a buffer, or null if it is malformed.
  String text(Payload payload, Charset charset) {
    int bytes = Math.min(payload.bytes(), BYTES);
    payload.copyTo(0, memory, 0, bytes);
    return new FolderString(memory, 0).read(bytes, charset);
  }

  /// The create parameters in a buffer, or null if it is too small.
  CreateParameters createParameters(Payload payload) {
    if (payload.bytes() < CreateParameters.SIZE) {
      return null;
    }
    payload.copyTo(0, memory, 0, CreateParameters.SIZE);
    return new CreateParameters(memory, 0);
  }

  /// Answers with the first bytes of this memory.
  void answer(Payload payload, int bytes) {
    payload.copyFrom(0, memory, 0, bytes);
  }
}
