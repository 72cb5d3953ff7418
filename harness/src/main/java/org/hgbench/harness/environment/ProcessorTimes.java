package org.hgbench.harness.environment;

import java.util.Optional;
import java.util.stream.LongStream;

/// Processor time of the whole machine since it was started, in ticks of [#TICK_NANOS], summed over
/// its processors.
///
/// Source: `proc_stat(5)`, first line of `/proc/stat`: user, nice, system, idle, iowait, irq,
/// softirq, steal. The two guest columns after them are part of user and nice already.
///
/// @param total all of it, idle time included
/// @param busy what programs and the kernel used
/// @param steal what the hypervisor gave to others while this machine wanted to run
public record ProcessorTimes(long total, long busy, long steal) {
  /// `USER_HZ` is 100 on every architecture that runs this suite.
  public static final long TICK_NANOS = 10_000_000;

  /// An earlier reading to compare with where there is none: the time before the machine started.
  public static final ProcessorTimes AT_BOOT = new ProcessorTimes(0, 0, 0);

  private static final String MACHINE = "cpu ";
  private static final int IDLE = 3;
  private static final int IO_WAIT = 4;
  private static final int STEAL = 7;

  /// The times now.
  public static Optional<ProcessorTimes> read(SystemFiles files) {
    return files.lines("proc/stat").stream()
        .filter(line -> line.startsWith(MACHINE))
        .findFirst()
        .flatMap(line -> parse(line.substring(MACHINE.length()).strip().split(" ")));
  }

  private static Optional<ProcessorTimes> parse(String[] columns) {
    if (columns.length <= STEAL) {
      return Optional.empty();
    }
    long[] ticks = new long[STEAL + 1];
    for (int column = 0; column <= STEAL; column++) {
      ticks[column] = SystemFiles.digits(columns[column]).orElse(0L);
    }
    long total = LongStream.of(ticks).sum();
    return Optional.of(
        new ProcessorTimes(
            total, total - ticks[IDLE] - ticks[IO_WAIT] - ticks[STEAL], ticks[STEAL]));
  }

  /// What passed since `before`. The kernel's columns may step back by a tick; time does not.
  public ProcessorTimes since(ProcessorTimes before) {
    return new ProcessorTimes(
        Math.max(0, total - before.total),
        Math.max(0, busy - before.busy),
        Math.max(0, steal - before.steal));
  }

  /// Stolen time in per cent of all processor time, as `top` shows it; absent when no time passed.
  public Optional<Double> stealPercent() {
    return total == 0 ? Optional.empty() : Optional.of(100.0 * steal / total);
  }
}
