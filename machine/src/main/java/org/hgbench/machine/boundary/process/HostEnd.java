package org.hgbench.machine.boundary.process;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.os.Descriptor;
import org.hgbench.machine.os.Kernel;
import org.hgbench.machine.os.SystemCall;
import org.hgbench.machine.os.UnixSocket;
import org.hgbench.machine.port.PortBus;
import org.hgbench.machine.settings.Settings;

/// The host's end of the boundary: what the host process does besides running devices. It serves
/// until the guest says so or dies.
public final class HostEnd {
  /// The exit code of a host that failed.
  public static final int FAILED = 70;

  private static final long HEARTBEAT_NANOS = 100_000_000;
  private static final long SILENT_NANOS = 1_000_000_000;

  /// So many looks in a row: a host that was itself stopped must give its guest time.
  private static final int LOOKS = 4;

  private final UnixSocket socket;
  private final Settings settings;
  private final int memoryFile;
  private ControlPage page;
  private FutexLines lines;
  private volatile boolean serving;

  /// Connects to the guest and takes what it hands over.
  ///
  /// @param socketName as the guest passed it
  public HostEnd(String socketName) {
    this.socket = UnixSocket.connect(socketName);
    UnixSocket.Message machine = socket.receive();
    this.settings = Settings.parse(List.of(machine.text().split("\n")));
    this.memoryFile = machine.descriptor();
  }

  /// The settings of the machine.
  public Settings settings() {
    return settings;
  }

  /// The descriptor of the machine's memory.
  public int memoryFile() {
    return memoryFile;
  }

  /// Connects the interrupt lines to the guest, and begins to show signs of life and to watch the
  /// guest's.
  public InterruptController attach(MachineMemory memory) {
    page = new ControlPage(memory.window(ControlPage.REGION.name()));
    page.alive();
    Thread.ofPlatform().daemon().name("hgbench-heartbeat").start(this::heartbeat);
    lines = new FutexLines(page);
    return lines;
  }

  private void heartbeat() {
    int silent = 0;
    while (true) {
      page.alive();
      LockSupport.parkNanos(page, HEARTBEAT_NANOS);
      long silence = System.nanoTime() - page.guestAliveAt();
      silent = serving && silence > SILENT_NANOS ? silent + 1 : 0;
      if (silent >= LOOKS) {
        end("the guest showed no sign of life for %d ms".formatted(silence / 1_000_000));
      }
    }
  }

  /// Ends this process. A guest that goes on is told why.
  private void end(String reason) {
    page.reason(reason);
    System.err.println("hgbench: the host process ends: " + reason);
    Runtime.getRuntime().halt(FAILED);
  }

  /// Tells the guest that the machine cannot be built, and whether its settings are to blame.
  public void refuse(RuntimeException reason) {
    boolean isSetting = reason instanceof IllegalArgumentException;
    socket.send((isSetting ? HostConnection.REFUSED : HostConnection.FAILED) + reason.getMessage());
  }

  /// Serves the guest; returns when it wants the host to end, or has died.
  public void serve(PortBus ports, Counters counters) {
    page.guestAlive();
    serving = true;
    socket.send(HostConnection.READY);
    while (true) {
      UnixSocket.Message request = socket.receive();
      switch (request.text()) {
        case "listener" ->
            listen(new TrapServer(new Descriptor(request.descriptor()), ports, lines.emtQueue()));
        case "counters" -> answer(counters.values());
        default -> {
          serving = false;
          return;
        }
      }
    }
  }

  private void listen(TrapServer server) {
    boolean isSynchronous = server.wakeSynchronously();
    Thread.ofPlatform().daemon().name("hgbench-emt").start(() -> serve(server, isSynchronous));
  }

  /// The EMT. What it throws ends the host, and the guest is told why, if there is memory left to
  /// say so.
  private void serve(TrapServer server, boolean isSynchronous) {
    try {
      socket.send(Kernel.checked(SystemCall.GETTID, 0, 0, 0) + " " + isSynchronous);
      server.serve();
    } catch (RuntimeException | Error e) {
      try {
        page.reason(e.toString());
        e.printStackTrace();
      } finally {
        Runtime.getRuntime().halt(FAILED);
      }
    }
  }

  private void answer(CounterValues values) {
    socket.send(values.handovers() + " " + values.bytesCopied());
  }
}
