package org.hgbench.hgcm;

import java.util.HexFormat;
import org.hgbench.machine.memory.GuestMemory;

/// Bytes as people write them: `a8 00 00 00`.
public final class Hex {
  private Hex() {}

  public static byte[] bytes(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  public static String text(GuestMemory memory, long at, int length) {
    byte[] bytes = new byte[length];
    memory.copyTo(at, bytes, 0, length);
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  public static String normal(String text) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes(text));
  }
}
