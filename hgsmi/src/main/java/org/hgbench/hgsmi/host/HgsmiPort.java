package org.hgbench.hgsmi.host;

import java.util.concurrent.locks.ReentrantLock;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.machine.port.PortBus;
import org.hgbench.machine.port.PortHandler;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// The two HGSMI ports: lets through the accesses that count, one at a time.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA.cpp, vgaR3IOPortHGSMIWrite and
/// vgaR3IOPortHGSMIRead.
sealed interface HgsmiPort extends PortHandler {
  /// Whether an access counts: 32 bits wide, at the first port.
  static boolean counts(int port, int width, int first) {
    return port == first && width == HgsmiPorts.WIDTH;
  }

  /// Port 0x3d0.
  record Guest(HgsmiInstance hgsmi, ReentrantLock section) implements HgsmiPort {
    @Override
    public void out(int port, int width, int value) {
      if (counts(port, width, HgsmiPorts.GUEST)) {
        Stamps.stamp(Stage.TRAPPED);
        section.lock();
        try {
          hgsmi.guestWrite(value);
        } finally {
          section.unlock();
        }
      }
    }

    @Override
    public int in(int port, int width) {
      if (!counts(port, width, HgsmiPorts.GUEST)) {
        return PortBus.UNUSED;
      }
      section.lock();
      try {
        return hgsmi.guestRead();
      } finally {
        section.unlock();
      }
    }
  }

  /// Port 0x3b0.
  record Host(HgsmiInstance hgsmi, ReentrantLock section) implements HgsmiPort {
    @Override
    public void out(int port, int width, int value) {
      if (counts(port, width, HgsmiPorts.HOST)) {
        section.lock();
        try {
          hgsmi.hostWrite(value);
        } finally {
          section.unlock();
        }
      }
    }

    @Override
    public int in(int port, int width) {
      if (!counts(port, width, HgsmiPorts.HOST)) {
        return PortBus.UNUSED;
      }
      section.lock();
      try {
        return hgsmi.hostRead();
      } finally {
        section.unlock();
      }
    }
  }
}
