package org.hgbench.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HostFlagsLocation;
import org.hgbench.hgsmi.wire.VbvaCommand;

/// Honest scripts for [HgsmiTarget].
final class HgsmiSeeds {
  private static final int V = HgsmiTarget.VRAM_BYTES;
  private static final int RING_BYTES = 2048;
  private static final int THRESHOLD = 256;

  /// Where buffers are, in bytes.
  private static final int BUFFER = 0x1000;

  private HgsmiSeeds() {}

  /// A guest says where the flags and the host heap are, what it can do, and enables a ring.
  static byte[] bringUp() {
    Script script = new Script();
    command(script, Channel.SETUP, HostFlagsLocation.COMMAND, V - 16, 16);
    command(script, Channel.VBVA, VbvaCommand.INFO_CAPS, 0, 0x1E);
    command(script, Channel.VBVA, VbvaCommand.INFO_HEAP, HgsmiTarget.HEAP, 0x10000);
    command(script, Channel.VBVA, VbvaCommand.INFO_VIEW, 0, 0, V, V);
    word(script, HgsmiTarget.RING + 280, THRESHOLD);
    word(script, HgsmiTarget.RING + 284, RING_BYTES);
    command(script, Channel.VBVA, VbvaCommand.ENABLE, 0x0D, HgsmiTarget.RING, 0, 0);
    return script.build();
  }

  /// Every command once.
  static List<byte[]> vram() {
    Script all = new Script().bytes(bringUp());
    command(all, Channel.VBVA, VbvaCommand.QUERY_CONF32, 5, 0);
    command(all, Channel.VBVA, VbvaCommand.SET_CONF32, 1, 0);
    command(all, Channel.VBVA, VbvaCommand.INFO_SCREEN, 0, 0, 0, 0, 2560, 640, 200, 0x10020);
    command(all, Channel.VBVA, VbvaCommand.MOUSE_POINTER_SHAPE, shape(16, 16));
    command(all, Channel.VBVA, VbvaCommand.VDMA_CTL, new int[11]);
    command(all, Channel.VBVA, VbvaCommand.VDMA_CMD, new int[26]);
    command(all, Channel.VBVA, VbvaCommand.SCANLINE_CFG, 0, 1, 0, 0);
    command(all, Channel.VBVA, VbvaCommand.QUERY_MODE_HINTS, hints(3));
    command(all, Channel.VBVA, VbvaCommand.REPORT_INPUT_MAPPING, 0, 0, 640, 480);
    command(all, Channel.VBVA, VbvaCommand.CURSOR_POSITION, 1, 5, 6);
    command(all, Channel.VBVA, VbvaCommand.FLUSH, 0);
    for (int command = BenchmarkCommand.SINK; command <= BenchmarkCommand.QUERY; command++) {
      command(all, Channel.BENCHMARK, command, 1, 2, 3, 4);
    }
    command(all, Channel.VBVA, VbvaCommand.ENABLE, 0x0E, HgsmiTarget.RING, 0, 0);
    return List.of(bringUp(), all.build(), new Script().u8(3).u32(0).build());
  }

  /// Records that the host takes by refresh and by flush, wrapped and partial ones among them.
  static List<byte[]> ring() {
    Script records = new Script();
    for (int i = 0; i < 80; i++) {
      records.u8(11).u16(8 + i);
      if (i % 7 == 6) {
        records.u8(9);
      }
    }
    command(records, Channel.VBVA, VbvaCommand.FLUSH, 0);
    Script partial = new Script();
    word(partial, HgsmiTarget.RING + 16, 0x80000000 | 1900);
    word(partial, HgsmiTarget.RING + 276, 1);
    partial.u8(9);
    word(partial, HgsmiTarget.RING + 16, 3000);
    partial.u8(9);
    return List.of(records.build(), partial.build());
  }

  /// Commands of the host that the guest takes and completes, in and out of order.
  static List<byte[]> hostCommands() {
    Script inOrder = new Script();
    for (int i = 0; i < 5; i++) {
      inOrder.u8(8).u8(16 * i);
    }
    inOrder.u8(6).u32(-1);
    for (int i = 0; i < 6; i++) {
      inOrder.u8(4).u8(7);
    }
    Script moved = new Script().u8(8).u8(16).u8(4);
    command(moved, Channel.VBVA, VbvaCommand.INFO_HEAP, 0x60000, 0x8000);
    moved.u8(7);
    command(moved, Channel.VBVA, VbvaCommand.INFO_HEAP, 0x60000, 0x8000);
    moved.u8(10).u8(1).u16(640).u16(480).u8(6).u32(-1).u8(8).u8(40).u8(5);
    return List.of(inOrder.build(), moved.build());
  }

  private static void command(Script script, int channel, int command, int... words) {
    ByteBuffer data = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : words) {
      data.putInt(word);
    }
    for (int done = 0; done < data.capacity(); done += 252) {
      int part = Math.min(252, data.capacity() - done);
      byte[] bytes = new byte[part];
      data.get(done, bytes);
      script.u8(0).u16((BUFFER + 16 + done) / 4).u8(part).bytes(bytes);
    }
    script.u8(2).u16(BUFFER / 4).u16(data.capacity()).u8(0).u8(channel).u8(command);
  }

  private static void word(Script script, int at, int word) {
    script.u8(1).u16(at / 4).u32(word);
  }

  private static int[] shape(int width, int height) {
    int mask = (width + 7) / 8 * height + 3 & ~3;
    int[] words = new int[7 + (mask + 4 * width * height) / 4];
    words[1] = 7;
    words[4] = width;
    words[5] = height;
    return words;
  }

  private static int[] hints(int count) {
    int[] words = new int[2 + 8 * count];
    words[0] = count | 32 << 16;
    return words;
  }
}
