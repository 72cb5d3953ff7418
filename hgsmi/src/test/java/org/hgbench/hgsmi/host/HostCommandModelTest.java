package org.hgbench.hgsmi.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.hgbench.hgsmi.Vram;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.machine.OperationSequences;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptLine;
import org.junit.jupiter.api.Test;

/// The host's commands, the flags and the interrupt beside a model of all three.
class HostCommandModelTest {
  private static final int OPERATIONS = 40_000;

  @Test
  void followsItsModel() {
    OperationSequences.check(21, OPERATIONS, Commands::new);
  }

  private enum Operation {
    POST,
    POST_AND_INTERRUPT,
    READ,
    COMPLETE,
    COMPLETE_WHAT_WAS_NOT_READ,
    ACKNOWLEDGE,
    RAISE_HOTPLUG,
    RAISE_VSYNC,
    GUEST_SETS_IRQ,
    GUEST_CLEARS_IRQ,
    RESET
  }

  private static final class Commands implements OperationSequences.Subject {
    private static final int BYTES = 1 << 16;
    private static final int HEAP = 0x8000;
    private static final int REASONS =
        HostFlags.IRQ | HostFlags.VSYNC | HostFlags.HOTPLUG | HostFlags.CURSOR_CAPABILITIES;

    private final Vram vram = new Vram(BYTES);
    private final InterruptLine line =
        new InterruptLine(
            0,
            new InterruptController() {
              @Override
              public void raised(InterruptLine raised) {}

              @Override
              public void lowered(InterruptLine lowered) {}
            });
    private final HgsmiInstance hgsmi = new HgsmiInstance(vram.memory(), line);
    private final HostFlags shared = HostFlags.atEndOf(vram.memory());

    private final Deque<Integer> queued = new ArrayDeque<>();
    private final List<Integer> read = new ArrayList<>();
    private int flags;
    private int pending;
    private boolean high;

    Commands() {
      bringUp();
    }

    private void bringUp() {
      locate();
      if (hgsmi.hostHeap().setUp(HEAP, 4096) != 0) {
        throw new AssertionError("heap refused");
      }
    }

    /// As the guest does it, with a buffer at 0.
    private void locate() {
      vram.memory().u32(16, BYTES - HostFlags.SIZE);
      vram.memory().u32(20, HostFlags.SIZE);
      HgsmiBuffer.seal(vram.memory(), 0, 8, Channel.SETUP, 0);
      hgsmi.guestWrite(0);
    }

    @Override
    public void apply(int operation) {
      int pick = operation >>> 8;
      switch (kind(operation)) {
        case POST -> post(false);
        case POST_AND_INTERRUPT -> post(true);
        case READ -> read();
        case COMPLETE -> {
          if (!read.isEmpty()) {
            hgsmi.hostWrite(read.remove(pick % read.size()));
          }
        }
        case COMPLETE_WHAT_WAS_NOT_READ ->
            hgsmi.hostWrite(queued.isEmpty() ? pick & ~HEAP : queued.peekLast());
        case ACKNOWLEDGE -> acknowledge();
        case RAISE_HOTPLUG -> raise(HostFlags.HOTPLUG);
        case RAISE_VSYNC -> raise(HostFlags.VSYNC);
        case GUEST_SETS_IRQ -> {
          shared.set(HostFlags.IRQ);
          flags |= HostFlags.IRQ;
        }
        case GUEST_CLEARS_IRQ -> {
          shared.clear(HostFlags.IRQ);
          flags &= ~HostFlags.IRQ;
        }
        case RESET -> reset(pick);
      }
      compare();
    }

    private void post(boolean interrupting) {
      int buffer = hgsmi.hostCommands().allocate(40, Channel.BENCHMARK, 1);
      if (buffer == HgsmiPorts.VOID) {
        if (queued.size() + read.size() < 4096 / 64) {
          throw new AssertionError("the heap is not full");
        }
        return;
      }
      if (hgsmi.hostCommands().post(buffer, interrupting) != 0) {
        throw new AssertionError("post refused");
      }
      queued.add(buffer);
      flags |= HostFlags.COMMANDS_PENDING;
      if (interrupting) {
        modelRaise(0);
      }
    }

    private void read() {
      int expected = queued.isEmpty() ? HgsmiPorts.VOID : queued.poll();
      if (expected != HgsmiPorts.VOID) {
        read.add(expected);
        if (queued.isEmpty()) {
          flags &= ~HostFlags.COMMANDS_PENDING;
        }
      }
      expect("read", expected, hgsmi.hostRead());
    }

    private void acknowledge() {
      hgsmi.hostWrite(HgsmiPorts.VOID);
      if (pending == 0) {
        high = false;
        flags &= ~REASONS;
      } else {
        flags |= HostFlags.IRQ | pending;
        pending = 0;
      }
    }

    private void raise(int reason) {
      hgsmi.interrupt().raise(reason);
      modelRaise(reason);
    }

    private void modelRaise(int reason) {
      if ((flags & HostFlags.IRQ) != 0) {
        pending |= HostFlags.IRQ | reason;
      } else {
        flags |= HostFlags.IRQ | reason;
        high = true;
      }
    }

    /// Seldom, or nothing would ever fill up.
    private void reset(int pick) {
      if (pick % 8 == 0) {
        hgsmi.reset();
        queued.clear();
        read.clear();
        flags = 0;
        pending = 0;
        high = false;
        bringUp();
      }
    }

    private void compare() {
      expect("flags", flags, shared.read());
      expect("outstanding", queued.size() + read.size(), hgsmi.hostCommands().outstanding());
      expect("line", high ? 1 : 0, line.isHigh() ? 1 : 0);
    }

    private static void expect(String what, int expected, int actual) {
      if (expected != actual) {
        throw new AssertionError("%s: 0x%x, not 0x%x".formatted(what, actual, expected));
      }
    }

    private static Operation kind(int operation) {
      return Operation.values()[(operation & 0xFF) % Operation.values().length];
    }

    @Override
    public String describe(int operation) {
      return kind(operation) + " " + (operation >>> 8);
    }

    @Override
    public void close() {
      hgsmi.close();
      vram.close();
    }
  }
}
