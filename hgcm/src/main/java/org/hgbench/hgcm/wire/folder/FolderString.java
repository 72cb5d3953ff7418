package org.hgbench.hgcm.wire.folder;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.hgbench.machine.memory.GuestMemory;

/// A counted string: a path, a name.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 2 | bytes allocated for the text |
/// | 2 | 2 | bytes of the text without its terminator |
/// | 4 | | the text and its terminator |
///
/// Source: VirtualBox 7.0, include/VBox/shflsvc.h, SHFLSTRING.
///
/// @param memory where it is
/// @param at where it begins
public record FolderString(GuestMemory memory, long at) {
  /// The size without the text.
  public static final int HEADER = 4;

  static final int ALLOCATED = 0;
  static final int LENGTH = 2;

  /// The size of a string with a text, if it is encoded and terminated so.
  public static int size(String text, Charset charset) {
    return HEADER + text.getBytes(charset).length + terminator(charset);
  }

  /// Writes a text and its terminator.
  public void write(String text, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    memory.u16(at + ALLOCATED, bytes.length + terminator(charset));
    memory.u16(at + LENGTH, bytes.length);
    memory.copyFrom(at + HEADER, bytes, 0, bytes.length);
    memory.clear(at + HEADER + bytes.length, terminator(charset));
  }

  /// The text, or null if the string does not fit into `room` bytes, is not terminated, or is not
  /// in this charset.
  public String read(long room, Charset charset) {
    if (room < HEADER) {
      return null;
    }
    int allocated = memory.u16(at + ALLOCATED);
    int length = memory.u16(at + LENGTH);
    int terminator = terminator(charset);
    if (HEADER + allocated > room || length + terminator > allocated || length % terminator != 0) {
      return null;
    }
    byte[] bytes = new byte[length + terminator];
    memory.copyTo(at + HEADER, bytes, 0, bytes.length);
    for (int i = 0; i < terminator; i++) {
      if (bytes[length + i] != 0) {
        return null;
      }
    }
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      return text.indexOf('\0') < 0 ? text : null;
    } catch (CharacterCodingException e) {
      // The guest's mistake; the caller answers it.
      return null;
    }
  }

  private static int terminator(Charset charset) {
    return charset.name().startsWith("UTF-16") ? 2 : 1;
  }
}
