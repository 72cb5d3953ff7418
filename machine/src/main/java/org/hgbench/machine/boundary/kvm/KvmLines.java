package org.hgbench.machine.boundary.kvm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.hgbench.machine.boundary.EmtQueue;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.os.Descriptor;
import org.hgbench.machine.os.Kernel;
import org.hgbench.machine.os.KvmHeader;
import org.hgbench.machine.os.SystemCall;

/// The machine's interrupt lines on the inputs of the kernel's interrupt controllers.
///
/// Inputs 0, 1, 2, 8 and 13 cannot be level-triggered on a PC, and 7 and 15 are those on which an
/// interrupt appears that vanished before it was taken. A masked line is not brought to the kernel
/// at all, so a guest that polls pays for no system call of its host's.
final class KvmLines implements InterruptController {
  static final int CASCADE_INPUT = 2;
  static final int KICK_INPUT = 3;

  private static final int[] INPUTS = {4, 5, 6, 9, 10, 11, 12, 14};
  private static final int IOCTL = SystemCall.IOCTL.number();

  private final Arena arena = Arena.ofShared();
  private final int vm;
  private final Input[] inputs = new Input[LINES];
  private final Input kick;
  private final EmtQueue emtQueue = new EmtQueue();

  KvmLines(Descriptor vm) {
    this.vm = vm.number();
    for (int line = 0; line < LINES; line++) {
      inputs[line] = new Input(INPUTS[line]);
    }
    this.kick = new Input(KICK_INPUT);
  }

  /// The input that a line is connected to.
  static int input(int line) {
    return INPUTS[line];
  }

  /// The inputs of all lines as bits.
  static int levelInputs() {
    int bits = 0;
    for (int input : INPUTS) {
      bits |= 1 << input;
    }
    return bits;
  }

  @Override
  public void raised(InterruptLine line) {
    inputs[line.number()].level(true);
  }

  @Override
  public void lowered(InterruptLine line) {
    inputs[line.number()].level(false);
  }

  @Override
  public void post(InterruptLine line, Runnable work) {
    emtQueue.add(work);
    kick();
  }

  /// What the EMT is to do when it has left the guest; a kick makes it leave.
  EmtQueue emtQueue() {
    return emtQueue;
  }

  /// Lets the interrupts of a line through from now on.
  void unmask(int line) {
    inputs[line].unmask();
  }

  /// Ends the vCPU's present or next wait. Any thread may call it.
  void kick() {
    kick.pulse();
  }

  void close() {
    arena.close();
  }

  /// One input, its level and the requests that change it.
  private final class Input {
    private final Kernel kernel = new Kernel();
    private final MemorySegment high;
    private final MemorySegment low;
    private boolean isHigh;
    private boolean isUnmasked;

    Input(int number) {
      high = arena.allocate(8, 4); // struct kvm_irq_level
      high.set(JAVA_INT, 0, number);
      high.set(JAVA_INT, 4, 1);
      low = arena.allocate(8, 4);
      low.set(JAVA_INT, 0, number);
    }

    synchronized void level(boolean wantHigh) {
      isHigh = wantHigh;
      if (isUnmasked) {
        request(wantHigh ? high : low);
      }
    }

    synchronized void unmask() {
      if (!isUnmasked) {
        isUnmasked = true;
        request(isHigh ? high : low);
      }
    }

    synchronized void pulse() {
      request(high);
      request(low);
    }

    private void request(MemorySegment level) {
      long result;
      do {
        result = kernel.call(IOCTL, vm, KvmHeader.IRQ_LINE, level.address());
      } while (result == -Kernel.EINTR);
      if (result < 0) {
        throw Kernel.failure("KVM_IRQ_LINE", result);
      }
    }
  }
}
