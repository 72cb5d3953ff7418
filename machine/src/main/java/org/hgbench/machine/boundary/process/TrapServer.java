package org.hgbench.machine.boundary.process;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.hgbench.machine.boundary.EmtQueue;
import org.hgbench.machine.os.Descriptor;
import org.hgbench.machine.os.Kernel;
import org.hgbench.machine.os.SeccompHeader;
import org.hgbench.machine.os.SystemCall;
import org.hgbench.machine.port.PortBus;

/// The EMT of a guest thread in another process: receives its traps, calls the devices, answers.
final class TrapServer {
  private static final int IOCTL = SystemCall.IOCTL.number();
  private static final int ENOENT = 2;

  private final Descriptor listener;
  private final PortBus ports;
  private final EmtQueue emtQueue;
  private final Kernel kernel = new Kernel();
  private final MemorySegment notification = Arena.ofAuto().allocate(SeccompHeader.NOTIF_BYTES, 8);
  private final MemorySegment response = Arena.ofAuto().allocate(SeccompHeader.RESPONSE_BYTES, 8);

  TrapServer(Descriptor listener, PortBus ports, EmtQueue emtQueue) {
    this.listener = listener;
    this.ports = ports;
    this.emtQueue = emtQueue;
  }

  /// Asks the kernel to wake the guest on the processor of this thread, and says whether it can.
  boolean wakeSynchronously() {
    return kernel.call(
            IOCTL, listener.number(), SeccompHeader.NOTIF_SET_FLAGS, SeccompHeader.SYNC_WAKE_UP)
        == 0;
  }

  /// Serves traps for ever.
  void serve() {
    while (true) {
      if (receive()) {
        long access = notification.get(JAVA_LONG, SeccompHeader.NOTIF_ARGUMENTS);
        int value = (int) notification.get(JAVA_LONG, SeccompHeader.NOTIF_ARGUMENTS + 8L);
        answer(handle(access, value));
      }
    }
  }

  private int handle(long access, int value) {
    if (Trap.isBare(access)) {
      return 0;
    }
    if (Trap.isEmtWork(access)) {
      emtQueue.run();
      return 0;
    }
    if (Trap.isWrite(access)) {
      ports.out(Trap.port(access), Trap.width(access), value);
      return 0;
    }
    return ports.in(Trap.port(access), Trap.width(access));
  }

  /// Whether a trap was received; a signal or a guest that vanished comes without one.
  private boolean receive() {
    notification.fill((byte) 0); // The kernel insists.
    long result =
        kernel.call(IOCTL, listener.number(), SeccompHeader.NOTIF_RECV, notification.address());
    if (result < 0 && result != -Kernel.EINTR && result != -ENOENT) {
      throw Kernel.failure("SECCOMP_IOCTL_NOTIF_RECV", result);
    }
    return result >= 0;
  }

  /// The value is zero-extended: all ones would otherwise look like an error.
  private void answer(int value) {
    response.set(
        JAVA_LONG, SeccompHeader.RESPONSE_ID, notification.get(JAVA_LONG, SeccompHeader.NOTIF_ID));
    response.set(JAVA_LONG, SeccompHeader.RESPONSE_VALUE, Integer.toUnsignedLong(value));
    long result;
    do {
      result = kernel.call(IOCTL, listener.number(), SeccompHeader.NOTIF_SEND, response.address());
    } while (result == -Kernel.EINTR);
    if (result < 0 && result != -ENOENT) { // A guest that was killed waits for no answer.
      throw Kernel.failure("SECCOMP_IOCTL_NOTIF_SEND", result);
    }
  }
}
