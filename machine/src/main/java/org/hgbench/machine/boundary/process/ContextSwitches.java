package org.hgbench.machine.boundary.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.hgbench.machine.boundary.KernelCounters;

/// How often the guest thread and the EMT gave the processor away by themselves: each trap makes
/// both wait for the other once.
final class ContextSwitches implements KernelCounters {
  private static final String FIELD = "voluntary_ctxt_switches:";

  private final LongSupplier guestThread;
  private final long hostProcess;
  private final LongSupplier emt;

  ContextSwitches(LongSupplier guestThread, long hostProcess, LongSupplier emt) {
    this.guestThread = guestThread;
    this.hostProcess = hostProcess;
    this.emt = emt;
  }

  @Override
  public List<String> names() {
    return List.of("context switches of the guest thread", "context switches of the EMT");
  }

  @Override
  public long[] read() {
    return new long[] {
      of(ProcessHandle.current().pid(), guestThread.getAsLong()), of(hostProcess, emt.getAsLong())
    };
  }

  private static long of(long process, long thread) {
    Path status = Path.of("/proc/%d/task/%d/status".formatted(process, thread));
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(FIELD))
          .mapToLong(line -> Long.parseLong(line.substring(FIELD.length()).strip()))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(status + " has no " + FIELD));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + status, e);
    }
  }
}
