package org.hgbench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Honest scripts for [ServiceTarget].
final class ServiceSeeds {
  private static final int PAGES_IN = 0;
  private static final int PAGES_OUT = 4;
  private static final int EMBEDDED_BOTH = 9;

  private ServiceSeeds() {}

  static List<byte[]> sink() {
    return List.of(
        script(call(0, 1, 2), u64(1), u64(2), call(0, 2, 1), text("some bytes"), call(0, 3, 2))
            .bytes(u64(0))
            .bytes(u64(0))
            .build());
  }

  static List<byte[]> echo() {
    return List.of(
        script(call(0, 1, 2), u64(20), u64(22)).build(),
        script(call(0, 2, 2), u64(7), buffer(PAGES_OUT, 3000, new byte[0])).build(),
        script(call(0, 3, 1), buffer(EMBEDDED_BOTH, 64, new byte[] {1, 2, 3})).build());
  }

  /// A guest that looks, waits, and cancels.
  static List<byte[]> messages() {
    return List.of(
        script(call(0, 6, 2), u64(0), u32(0), call(0, 7, 2), u64(0), u32(0)).build(),
        script(call(0, 7, 2), u64(0), u32(0), call(1, 7, 2), u64(0), u32(0), call(0, 2, 0)).build(),
        script(call(0, 8, 3), u32(1), u64(0), u64(0)).build());
  }

  static List<byte[]> properties() {
    byte[] name = text("/VirtualBox/GuestInfo/OS");
    return List.of(
        script(
                call(0, 2, 3),
                name,
                text("Linux"),
                text("TRANSIENT"),
                call(0, 1, 4),
                name,
                buffer(PAGES_OUT, 256, new byte[0]),
                u64(0),
                u32(0))
            .build(),
        script(call(0, 3, 2), name, text("BSD"), call(0, 4, 1), name).build(),
        script(
                call(0, 3, 2),
                name,
                text("BSD"),
                call(0, 5, 3),
                buffer(PAGES_IN, 16, "/Virtual*\0\0".getBytes(StandardCharsets.UTF_8)),
                buffer(PAGES_OUT, 1024, new byte[0]),
                u32(0))
            .build(),
        script(
                call(0, 6, 4),
                text("/VirtualBox/*"),
                u64(0),
                buffer(PAGES_OUT, 512, new byte[0]),
                u32(0),
                call(1, 3, 2),
                name,
                text("Haiku"))
            .build());
  }

  /// The number of a client, a function, and how many parameters follow.
  static byte[] call(int client, int function, int parameters) {
    return new byte[] {(byte) (client << 4 | parameters), (byte) function};
  }

  static byte[] u32(int value) {
    return new Script().u8(0).u32(value).build();
  }

  static byte[] u64(long value) {
    return new Script().u8(1).u64(value).build();
  }

  /// The u64 that the last call returned.
  static byte[] returned() {
    return new byte[] {2};
  }

  /// A text that ends with a zero.
  static byte[] text(String text) {
    byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
    return buffer(PAGES_IN, bytes.length, bytes);
  }

  /// @param way the carrier's number, and behind it the direction less one, four times
  static byte[] buffer(int way, int size, byte[] content) {
    return new Script().u8(3).u8(way).u16(size).u8(content.length).bytes(content).build();
  }

  static Script script(byte[]... parts) {
    Script script = new Script();
    for (byte[] part : parts) {
      script.bytes(part);
    }
    return script;
  }
}
