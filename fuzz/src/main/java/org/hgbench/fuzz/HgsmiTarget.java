package org.hgbench.fuzz;

import java.util.List;
import java.util.Map;
import org.hgbench.hgsmi.host.HostCommands;
import org.hgbench.hgsmi.host.VgaDevice;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BufferHeader;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.Machine;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.settings.Settings;

/// The host of HGSMI behind a script of guest and host operations on a VRAM that is otherwise
/// empty, or honestly brought up.
///
/// | operation | with | what |
/// |---|---|---|
/// | 0 | place, u8 n, n bytes | the guest writes VRAM |
/// | 1 | place, u32 | the same, a word |
/// | 2 | place, u16 size, u8 flags, u8 channel, u8 command | seals a buffer and submits it |
/// | 3 | u32 | submits an offset |
/// | 4, 5 | | reads port 0x3b0, 0x3d0 |
/// | 6 | u32 | writes port 0x3b0 |
/// | 7 | | completes the host command that was read last |
/// | 8 | u8 size | the host sends a command |
/// | 9 | | the host looks at the rings |
/// | 10 | u8 screen, u16 width, u16 height | the host hints a mode, and a frame ends |
/// | 11 | u16 length | the guest publishes a record in the ring at [#RING] |
///
/// A place is a u16, in words of four bytes; the upper half of its values counts from VRAM's end.
final class HgsmiTarget implements FuzzTarget {
  static final int VRAM_BYTES = 1 << 20;
  static final int RING = 0x8000;
  static final int HEAP = 0x40000;
  private static final int OPERATIONS = 12;
  private static final int MOST_OPERATIONS = 500;
  private static final int ECHO = 0xC0000;

  private final Machine machine;
  private final VgaDevice device;
  private final GuestMemory vram;
  private final List<byte[]> seeds;
  private final boolean upAndRunning;
  private int lastRead;

  /// @param upAndRunning whether the guest has said where flags and heap are, and enabled a ring
  HgsmiTarget(List<byte[]> seeds, boolean upAndRunning) {
    this.seeds = seeds;
    this.upAndRunning = upAndRunning;
    this.machine =
        Machine.open(
            Settings.of(
                Map.of(
                    "RamSize",
                    "2M",
                    "Devices/vga/0/Config/VRamSize",
                    Integer.toString(VRAM_BYTES),
                    "Devices/vga/0/Config/MonitorCount",
                    "3")));
    this.device = machine.host().device("vga/0", VgaDevice.class);
    this.vram = machine.memory().window("vga/0/vram");
  }

  @Override
  public List<byte[]> seeds() {
    return seeds;
  }

  @Override
  public void close() {
    machine.close();
  }

  @Override
  public void run(byte[] bytes) {
    Input input = new Input(bytes);
    device.reset();
    vram.clear(0, VRAM_BYTES);
    lastRead = HgsmiPorts.VOID;
    if (upAndRunning) {
      Input honest = new Input(HgsmiSeeds.bringUp());
      while (!honest.isEmpty()) {
        step(honest);
      }
    }
    for (int i = 0; i < MOST_OPERATIONS && !input.isEmpty(); i++) {
      step(input);
    }
    requireAnHonestAnswer();
    device.reset();
    if (device.hostCommands().outstanding() != 0) {
      throw new AssertionError("buffers survive a reset");
    }
  }

  private void step(Input input) {
    switch (input.u8() % OPERATIONS) {
      case 0 -> write(place(input), input.bytes(input.u8()));
      case 1 -> vram.u32(place(input), input.u32());
      case 2 -> seal(place(input), input);
      case 3 -> submit(input.u32());
      case 4 -> lastRead = machine.vcpu(0).in(HgsmiPorts.HOST);
      case 5 -> machine.vcpu(0).in(HgsmiPorts.GUEST);
      case 6 -> machine.vcpu(0).out(HgsmiPorts.HOST, input.u32());
      case 7 -> machine.vcpu(0).out(HgsmiPorts.HOST, lastRead);
      case 8 -> post(input.u8());
      case 9 -> device.refresh();
      case 10 -> {
        int screen = input.u8() % 3;
        device.hintMode(
            new ModeHint(ModeHint.MAGIC, input.u16(), input.u16(), 32, screen, 0, 0, 1));
        device.verticalSync();
      }
      default -> publish(input.u16());
    }
  }

  private static int place(Input input) {
    int words = input.u16();
    return words < 0x8000 ? 4 * words : VRAM_BYTES - 4 * (0x10000 - words);
  }

  private void write(int at, byte[] bytes) {
    vram.copyFrom(at, bytes, 0, Math.min(bytes.length, VRAM_BYTES - at));
  }

  /// Seals as far as the buffer lies in VRAM, and submits it in any case.
  private void seal(int at, Input input) {
    int size = input.u16();
    int flags = input.u8();
    int channel = input.u8();
    BufferHeader header = new BufferHeader(size, flags, channel, input.u8(), 0);
    if (at + 24L + size <= VRAM_BYTES) {
      HgsmiBuffer.seal(vram, at, header);
    }
    submit(at);
  }

  private void submit(int offset) {
    machine.vcpu(0).out(HgsmiPorts.GUEST, offset);
  }

  private void post(int size) {
    HostCommands commands = device.hostCommands();
    int buffer = commands.allocate(size, Channel.BENCHMARK, BenchmarkCommand.ECHO);
    if (buffer != HgsmiPorts.VOID && commands.post(buffer, true) != 0) {
      commands.free(buffer);
    }
  }

  private void publish(int length) {
    VbvaRing ring = new VbvaRing(vram, RING);
    int free = ring.freeRecord() & 63;
    ring.record(free, length);
    ring.freeRecord(VbvaRing.next(free));
  }

  private void requireAnHonestAnswer() {
    vram.u64(HgsmiBuffer.dataAt(ECHO), 20);
    vram.u64(HgsmiBuffer.dataAt(ECHO) + 8, 22);
    HgsmiBuffer.seal(vram, ECHO, BufferHeader.single(16, Channel.BENCHMARK, BenchmarkCommand.ECHO));
    submit(ECHO);
    if (vram.u64(HgsmiBuffer.dataAt(ECHO) + 8) != 42) {
      throw new AssertionError("an honest command is not answered any more");
    }
  }
}
