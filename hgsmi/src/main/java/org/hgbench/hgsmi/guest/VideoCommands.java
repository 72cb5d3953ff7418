package org.hgbench.hgsmi.guest;

import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.Conf32;
import org.hgbench.hgsmi.wire.CursorPosition;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.hgsmi.wire.HostFlagsLocation;
import org.hgbench.hgsmi.wire.InfoCaps;
import org.hgbench.hgsmi.wire.InfoHeap;
import org.hgbench.hgsmi.wire.InfoScreen;
import org.hgbench.hgsmi.wire.InfoView;
import org.hgbench.hgsmi.wire.InputMapping;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.hgsmi.wire.PointerShape;
import org.hgbench.hgsmi.wire.QueryModeHints;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaCommand;
import org.hgbench.hgsmi.wire.VbvaEnable;
import org.hgbench.machine.memory.GuestMemory;

/// The commands of a display driver, each in a buffer of its own: one trap each.
///
/// A status is what the host wrote into the data; [VboxStatus#NO_MEMORY] if the guest's heap had no
/// room. Commands whose data has no place for a status answer nothing.
///
/// Source: Linux, drivers/gpu/drm/vboxvideo/hgsmi_base.c, modesetting.c and vbva_base.c.
public final class VideoCommands {
  private static final int FLUSH_SIZE = 4;

  private final HgsmiGuest guest;
  private final GuestMemory vram;

  /// Sends through `guest`.
  public VideoCommands(HgsmiGuest guest) {
    this.guest = guest;
    this.vram = guest.vram();
  }

  /// Tells the host where the host flags are: at the end of VRAM.
  public void reportFlagsLocation() {
    int buffer = guest.allocate(HostFlagsLocation.SIZE, Channel.SETUP, HostFlagsLocation.COMMAND);
    if (buffer != HgsmiPorts.VOID) {
      new HostFlagsLocation((int) vram.bytes() - HostFlags.SIZE, HostFlags.SIZE)
          .write(vram, HgsmiBuffer.dataAt(buffer));
      send(buffer);
    }
  }

  /// Asks for a configuration value.
  ///
  /// @param preset what an old host, which does not know the value, leaves
  public int configuration(int index, int preset) {
    int buffer = guest.allocate(Conf32.SIZE, Channel.VBVA, VbvaCommand.QUERY_CONF32);
    if (buffer == HgsmiPorts.VOID) {
      return preset;
    }
    long data = HgsmiBuffer.dataAt(buffer);
    new Conf32(index, preset).write(vram, data);
    guest.submit(buffer);
    int value = Conf32.read(vram, data).value();
    guest.free(buffer);
    return value;
  }

  /// Says what the guest can do: the bits of [InfoCaps].
  public int capabilities(int caps) {
    int buffer = guest.allocate(InfoCaps.SIZE, Channel.VBVA, VbvaCommand.INFO_CAPS);
    if (buffer == HgsmiPorts.VOID) {
      return VboxStatus.NO_MEMORY;
    }
    long data = HgsmiBuffer.dataAt(buffer);
    new InfoCaps(VboxStatus.NOT_IMPLEMENTED, caps).write(vram, data);
    guest.submit(buffer);
    int result = InfoCaps.read(vram, data).result();
    guest.free(buffer);
    return result;
  }

  /// Gives the host a part of VRAM for its commands.
  public void hostHeap(long offset, long bytes) {
    int buffer = guest.allocate(InfoHeap.SIZE, Channel.VBVA, VbvaCommand.INFO_HEAP);
    if (buffer != HgsmiPorts.VOID) {
      new InfoHeap((int) offset, (int) bytes).write(vram, HgsmiBuffer.dataAt(buffer));
      send(buffer);
    }
  }

  /// Gives a screen a part of VRAM.
  public void view(InfoView view) {
    int buffer = guest.allocate(InfoView.SIZE, Channel.VBVA, VbvaCommand.INFO_VIEW);
    if (buffer != HgsmiPorts.VOID) {
      view.write(vram, HgsmiBuffer.dataAt(buffer));
      send(buffer);
    }
  }

  /// Says what a screen shows.
  public void screen(InfoScreen screen) {
    int buffer = guest.allocate(InfoScreen.SIZE, Channel.VBVA, VbvaCommand.INFO_SCREEN);
    if (buffer != HgsmiPorts.VOID) {
      screen.write(vram, HgsmiBuffer.dataAt(buffer));
      send(buffer);
    }
  }

  /// Switches the ring of a screen on or off.
  ///
  /// @param flags [VbvaEnable#ENABLE] or [VbvaEnable#DISABLE]
  /// @param ringOffset where in VRAM the ring is
  public int ring(int flags, int screen, long ringOffset) {
    int buffer = guest.allocate(VbvaEnable.EXTENDED_SIZE, Channel.VBVA, VbvaCommand.ENABLE);
    if (buffer == HgsmiPorts.VOID) {
      return VboxStatus.NO_MEMORY;
    }
    long data = HgsmiBuffer.dataAt(buffer);
    new VbvaEnable(
            flags | VbvaEnable.EXTENDED | VbvaEnable.ABSOLUTE_OFFSET,
            (int) ringOffset,
            VboxStatus.NOT_SUPPORTED)
        .write(vram, data, screen);
    guest.submit(buffer);
    int result = VbvaEnable.read(vram, data).result();
    guest.free(buffer);
    return result;
  }

  /// Asks the host to take what is in the rings. Has taken it when this returns.
  public void flush() {
    int buffer = guest.allocate(FLUSH_SIZE, Channel.VBVA, VbvaCommand.FLUSH);
    if (buffer != HgsmiPorts.VOID) {
      vram.u32(HgsmiBuffer.dataAt(buffer), 0);
      send(buffer);
    }
  }

  /// Changes the pointer.
  ///
  /// @param shape with [PointerShape#SHAPE] among its flags if a picture follows
  /// @param picture mask and colours
  public int pointer(PointerShape shape, byte[] picture) {
    int buffer =
        guest.allocate(
            PointerShape.LEAST_SIZE + picture.length,
            Channel.VBVA,
            VbvaCommand.MOUSE_POINTER_SHAPE);
    if (buffer == HgsmiPorts.VOID) {
      return VboxStatus.NO_MEMORY;
    }
    long data = HgsmiBuffer.dataAt(buffer);
    shape.write(vram, data);
    vram.copyFrom(data + PointerShape.SIZE, picture, 0, picture.length);
    guest.submit(buffer);
    int result = PointerShape.read(vram, data).result();
    guest.free(buffer);
    return result;
  }

  /// Tells the host where the pointer is.
  public void cursorPosition(int x, int y) {
    int buffer = guest.allocate(CursorPosition.SIZE, Channel.VBVA, VbvaCommand.CURSOR_POSITION);
    if (buffer != HgsmiPorts.VOID) {
      new CursorPosition(1, x, y).write(vram, HgsmiBuffer.dataAt(buffer));
      send(buffer);
    }
  }

  /// Tells the host which rectangle of the desktop absolute input devices cover.
  public void inputMapping(InputMapping mapping) {
    int buffer = guest.allocate(InputMapping.SIZE, Channel.VBVA, VbvaCommand.REPORT_INPUT_MAPPING);
    if (buffer != HgsmiPorts.VOID) {
      mapping.write(vram, HgsmiBuffer.dataAt(buffer));
      send(buffer);
    }
  }

  /// Asks what sizes the host would like the screens to have.
  ///
  /// @param hints filled, one for each screen; those that the host did not answer are
  ///   [ModeHint#NONE]
  public int modeHints(ModeHint[] hints) {
    int room = hints.length * ModeHint.SIZE;
    int buffer =
        guest.allocate(QueryModeHints.SIZE + room, Channel.VBVA, VbvaCommand.QUERY_MODE_HINTS);
    if (buffer == HgsmiPorts.VOID) {
      return VboxStatus.NO_MEMORY;
    }
    long data = HgsmiBuffer.dataAt(buffer);
    new QueryModeHints(hints.length, ModeHint.SIZE, VboxStatus.NOT_SUPPORTED).write(vram, data);
    vram.clear(data + QueryModeHints.SIZE, room);
    guest.submit(buffer);
    int result = QueryModeHints.read(vram, data).result();
    for (int i = 0; i < hints.length; i++) {
      hints[i] = ModeHint.read(vram, data + QueryModeHints.SIZE + (long) i * ModeHint.SIZE);
    }
    guest.free(buffer);
    return result;
  }

  private void send(int buffer) {
    guest.submit(buffer);
    guest.free(buffer);
  }
}
