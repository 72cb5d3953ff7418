package org.hgbench.hgsmi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hgbench.hgsmi.host.HostCommands;
import org.hgbench.hgsmi.host.VgaDevice;
import org.hgbench.hgsmi.host.display.CountingDisplay;
import org.hgbench.hgsmi.host.display.FramebufferDisplay;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BufferHeader;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.hgsmi.wire.HostFlagsLocation;
import org.hgbench.hgsmi.wire.InfoCaps;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.hgsmi.wire.ShgsmiHeader;
import org.hgbench.hgsmi.wire.VbvaCommand;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.ChangedWords;
import org.hgbench.machine.memory.GuestMemory;

/// Every command and every kind of record once, in front of one of the displays.
public final class CommandScript implements ChangedWords.Script {
  private static final int V = VgaMachine.VRAM_BYTES;
  private static final int BUFFER = 0x1000;
  private static final int RING = 0x8000;
  private static final int RING_BYTES = 2048;
  private static final int HEAP = 0x40000;
  private static final int SCREEN_WIDTH = 16;
  private static final int SCREEN_HEIGHT = 8;

  private final String display;
  private final List<Step> steps = new ArrayList<>();
  private VgaMachine machine;
  private VgaDevice device;
  private GuestMemory vram;
  private boolean isShown;
  private int written;
  private int taken;
  private String answers;

  private record Step(Runnable prepare, Runnable perform) {}

  /// @param display `counting` or `framebuffer`
  public CommandScript(String display) {
    this.display = display;
    bringUp();
    commands();
    records();
    hostCommands();
    command(Channel.VBVA, VbvaCommand.ENABLE, 0x0E, RING, 0, 0);
  }

  @Override
  public void restart() {
    close();
    machine =
        new VgaMachine(
            Map.of(
                "Devices/vga/0/Config/Display/Driver",
                display,
                "Devices/vga/0/Config/MonitorCount",
                "2"));
    device = machine.device();
    vram = machine.vram();
    isShown = false;
    written = 0;
    taken = HgsmiPorts.VOID;
    answers = "";
    // The picture that the framebuffer shows, and that records are about.
    vram.fillWords(0, 512, 0x0102_0304_0506_0708L);
  }

  @Override
  public int steps() {
    return steps.size();
  }

  @Override
  public void prepare(int step) {
    if (device.faults() > 0) {
      throw new AssertionError("an honest step before step %d was refused".formatted(step));
    }
    steps.get(step).prepare().run();
  }

  @Override
  public void perform(int step) {
    steps.get(step).perform().run();
  }

  @Override
  public GuestMemory memory() {
    return vram;
  }

  /// The flags are changed atomically by both sides; how far the guest has got is looked at until
  /// nothing is new; the bytes of a record in place belong to the display, which reads the
  /// rectangle among them.
  @Override
  public boolean isShared(long at) {
    return at >= V - HostFlags.SIZE
        || at == RING + VbvaRing.FREE_RECORD
        || at >= RING + VbvaRing.HEADER_SIZE && at < RING + VbvaRing.HEADER_SIZE + RING_BYTES;
  }

  @Override
  public String state() {
    String shown =
        display.equals("counting")
            ? counted(device.display(CountingDisplay.class))
            : pixels(device.display(FramebufferDisplay.class));
    return "faults=%d outstanding=%d answers=%s %s"
        .formatted(device.faults(), device.hostCommands().outstanding(), answers, shown);
  }

  @Override
  public void close() {
    if (machine != null) {
      machine.close();
    }
  }

  private void bringUp() {
    command(Channel.SETUP, HostFlagsLocation.COMMAND, V - HostFlags.SIZE, HostFlags.SIZE);
    command(Channel.VBVA, VbvaCommand.INFO_CAPS, 0, InfoCaps.IRQ | InfoCaps.VIDEO_MODE_HINTS);
    command(Channel.VBVA, VbvaCommand.INFO_HEAP, HEAP, 0x10000);
    command(Channel.VBVA, VbvaCommand.INFO_VIEW, 0, 0, V, V, 1, 0, V, V);
    command(
        Channel.VBVA,
        VbvaCommand.INFO_SCREEN,
        0,
        0,
        0,
        0,
        4 * SCREEN_WIDTH,
        SCREEN_WIDTH,
        SCREEN_HEIGHT,
        0x10020);
    host(() -> isShown = true);
  }

  private void commands() {
    command(Channel.VBVA, VbvaCommand.QUERY_CONF32, 5, 0);
    command(Channel.VBVA, VbvaCommand.SET_CONF32, 1, 0);
    command(Channel.VBVA, VbvaCommand.MOUSE_POINTER_SHAPE, shape());
    command(Channel.VBVA, VbvaCommand.VDMA_CTL, copyEngine(11, 0));
    command(
        Channel.VBVA,
        VbvaCommand.VDMA_CMD,
        copyEngine(26, ShgsmiHeader.GUEST_FORCE | ShgsmiHeader.GUEST_ASYNCHRONOUS_IRQ));
    command(Channel.VBVA, VbvaCommand.SCANLINE_CFG, 0, 1, 0, 0);
    host(() -> device.hintMode(new ModeHint(ModeHint.MAGIC, 640, 480, 32, 0, 0, 0, 1)));
    command(Channel.VBVA, VbvaCommand.QUERY_MODE_HINTS, hints());
    command(Channel.VBVA, VbvaCommand.REPORT_INPUT_MAPPING, 0, 0, 640, 480);
    command(Channel.VBVA, VbvaCommand.CURSOR_POSITION, 1, 5, 6);
    for (int command = BenchmarkCommand.SINK; command <= BenchmarkCommand.QUERY; command++) {
      command(Channel.BENCHMARK, command, 1, 2, 3, 4);
    }
  }

  /// Records in place, around the end, in parts, and taken by a flush.
  private void records() {
    steps.add(
        new Step(
            () -> {
              new VbvaRing(vram, RING).initialize(RING_BYTES, 256);
              seal(Channel.VBVA, VbvaCommand.ENABLE, 0x0D, RING, 0, 0);
            },
            this::submit));
    refreshed(8, 100, 1000);
    refreshed(600);
    refreshed(900);
    int partial = RING_BYTES - 100;
    steps.add(new Step(() -> publish(VbvaRing.PARTIAL | partial), () -> device.refresh()));
    steps.add(
        new Step(
            () -> {
              VbvaRing ring = new VbvaRing(vram, RING);
              ring.record(ring.freeRecord() - 1 & VbvaRing.RECORDS - 1, partial + 60);
              written += 60;
            },
            () -> device.refresh()));
    steps.add(
        new Step(
            () -> {
              publish(80);
              seal(Channel.VBVA, VbvaCommand.FLUSH, 0);
            },
            this::submit));
  }

  /// Commands of the host, its interrupts, and what the guest gives back.
  private void hostCommands() {
    host(() -> {
      HostCommands commands = device.hostCommands();
      answers += commands.post(commands.allocate(40, Channel.BENCHMARK, 1), true);
    });
    host(() -> device.verticalSync());
    for (int i = 0; i < 2; i++) {
      host(() -> taken = machine.vcpu().in(HgsmiPorts.HOST));
      host(() -> machine.vcpu().out(HgsmiPorts.HOST, taken));
    }
    host(() -> machine.vcpu().out(HgsmiPorts.HOST, HgsmiPorts.VOID));
    host(() -> answers += " " + machine.vcpu().in(HgsmiPorts.GUEST));
  }

  /// A step for which the guest writes nothing.
  private void host(Runnable perform) {
    steps.add(new Step(() -> {}, perform));
  }

  private void refreshed(int... lengths) {
    steps.add(
        new Step(
            () -> {
              for (int length : lengths) {
                publish(length);
              }
            },
            () -> device.refresh()));
  }

  private void command(int channel, int command, int... words) {
    steps.add(new Step(() -> seal(channel, command, words), this::submit));
  }

  private void seal(int channel, int command, int... words) {
    for (int i = 0; i < words.length; i++) {
      vram.u32(HgsmiBuffer.dataAt(BUFFER) + 4L * i, words[i]);
    }
    HgsmiBuffer.seal(vram, BUFFER, BufferHeader.single(4 * words.length, channel, command));
  }

  private void submit() {
    machine.vcpu().out(HgsmiPorts.GUEST, BUFFER);
  }

  /// Begins a record: a row of the screen that no other record of the step shows, and whatever is
  /// there.
  private void publish(int word) {
    VbvaRing ring = new VbvaRing(vram, RING);
    int free = ring.freeRecord();
    vram.u64(ring.dataAt() + written, 1L << 48 | (long) SCREEN_WIDTH << 32 | (long) free << 16);
    written = (written + VbvaRing.length(word)) % RING_BYTES;
    ring.record(free, word);
    ring.freeRecord(VbvaRing.next(free));
  }

  private static int[] shape() {
    int[] words = new int[7 + (32 + 4 * 16 * 16) / 4];
    words[1] = 7;
    words[4] = 16;
    words[5] = 16;
    return words;
  }

  private static int[] copyEngine(int count, int flags) {
    int[] words = new int[count];
    words[2] = flags;
    words[8] = 1;
    return words;
  }

  private static int[] hints() {
    int[] words = new int[2 + 8 * 2];
    words[0] = 2 | 32 << 16;
    return words;
  }

  /// The screen as the framebuffer shows it; nothing before there is one.
  private String pixels(FramebufferDisplay display) {
    if (!isShown) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < SCREEN_HEIGHT; y++) {
      for (int x = 0; x < SCREEN_WIDTH; x++) {
        text.append(Integer.toHexString(display.pixel(0, x, y))).append(' ');
      }
    }
    return text.toString();
  }

  private static String counted(CountingDisplay display) {
    return "records=%d bytes=%d resizes=%d pointers=%d mappings=%d rings=%d caps=0x%x"
        .formatted(
            display.records(),
            display.bytes(),
            display.resizes(),
            display.pointers(),
            display.inputMappings(),
            display.enabledScreens(),
            display.caps());
  }
}
