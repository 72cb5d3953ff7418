package org.hgbench.harness.environment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hgbench.results.model.Environment.Finding;

/// Does anybody else want these processors?
///
/// Source: Linux `Documentation/accounting/psi.rst`; `proc_stat(5)`, `proc_loadavg(5)`.
final class ContentionChecks {
  private static final Pattern SOME_MINUTE =
      Pattern.compile("^some .*\\bavg60=(\\d+\\.\\d+)", Pattern.MULTILINE);

  private ContentionChecks() {}

  /// At 1 % one operation in a hundred may meet a stolen processor: the 99th percentile is then the
  /// hypervisor's figure, not the transport's. A machine on bare metal has nothing to report.
  static Optional<Finding> steal(Patient patient) {
    return patient
        .times()
        .filter(times -> patient.hypervisor().isPresent() || times.steal() > 0)
        .flatMap(ProcessorTimes::stealPercent)
        .map(percent ->
            Grade.of(percent, 0.1, 1)
                .finding(
                    "steal",
                    String.format(Locale.ROOT, "%.2f %%", percent),
                    "Move to an instance with dedicated processors (neither shared nor"
                        + " burstable), or measure when its host is quieter."));
  }

  /// The minute's share of time in which something waited: the ten-second average would mostly show
  /// the start of this very JVM.
  static Optional<Finding> pressure(Patient patient) {
    Optional<Double> cpu = waited(patient, "cpu");
    Optional<Double> memory = waited(patient, "memory");
    Optional<Double> io = waited(patient, "io");
    if (cpu.isEmpty() && memory.isEmpty() && io.isEmpty()) {
      return Optional.empty();
    }
    Grade grade =
        Grade.of(cpu.orElse(0.0), 2, 10)
            .worse(Grade.of(memory.orElse(0.0), 0.1, 1))
            .worse(Grade.of(io.orElse(0.0), 2, 10));
    return Optional.of(
        grade.finding(
            "pressure",
            "waiting for cpu %s, memory %s, io %s of the last minute"
                .formatted(percent(cpu), percent(memory), percent(io)),
            "Stop the other work that waits here (`top` and `systemd-cgtop` show it) and give the"
                + " machine a minute."));
  }

  /// The load average counts the whole machine, a container's neighbours included.
  static Optional<Finding> load(Patient patient) {
    return patient
        .files()
        .text("proc/loadavg")
        .map(text -> text.split(" ")[0])
        .filter(text -> text.matches("\\d{1,9}\\.\\d{1,9}"))
        .map(Double::valueOf)
        .map(load ->
            Grade.of(load / patient.onlineProcessors(), 0.2, 0.5)
                .finding(
                    "load",
                    String.format(
                        Locale.ROOT, "%.2f on %d processors", load, patient.onlineProcessors()),
                    "Stop other work and wait until the one-minute load average (`uptime`) is"
                        + " below a fifth of the processors."));
  }

  private static Optional<Double> waited(Patient patient, String resource) {
    return patient
        .files()
        .text("proc/pressure/" + resource)
        .map(SOME_MINUTE::matcher)
        .filter(Matcher::find)
        .map(matcher -> Double.valueOf(matcher.group(1)));
  }

  private static String percent(Optional<Double> share) {
    return share.map(percent -> String.format(Locale.ROOT, "%.1f %%", percent)).orElse("unknown");
  }
}
