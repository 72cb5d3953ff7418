package org.hgbench.results.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The last field of `run.json`, `sha256`: the SHA-256 of every byte before the comma in front of
/// it. By it a figure that a disk or a hand has changed is told from one that was measured.
final class Seal {
  static final String FIELD = "sha256";

  private static final String START = ",\n  \"" + FIELD + "\" : \"";
  private static final String END = "\"\n}\n";
  private static final int BYTES = START.length() + 2 * 32 + END.length();

  private Seal() {}

  /// Puts the seal on a JSON object that has fields and none of this name.
  static String on(String object) {
    String content = object.substring(0, object.lastIndexOf('}')).stripTrailing();
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return content + of(bytes, bytes.length);
  }

  /// Whether the seal fits what stands before it, byte by byte.
  static boolean fits(byte[] content) {
    int length = content.length - BYTES;
    return length >= 0
        && of(content, length)
            .equals(new String(content, length, BYTES, StandardCharsets.ISO_8859_1));
  }

  private static String of(byte[] content, int length) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(content, 0, length);
      return START + HexFormat.of().formatHex(sha.digest()) + END;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
