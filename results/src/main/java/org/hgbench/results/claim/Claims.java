package org.hgbench.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hgbench.results.compare.Conditions;
import org.hgbench.results.compare.TransportComparison;
import org.hgbench.results.compare.TransportRatio;
import org.hgbench.results.compare.TransportRatio.Verdict;
import org.hgbench.results.model.Claim;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;

/// Judges what was said of the two transports in 2010 against what a run measured.
///
/// A claim that the run holds no evidence for is `not measured here`, never assumed. A claim that
/// rests on a modelled boundary alone says so.
public final class Claims {
  private static final String HOLDS = "holds";
  private static final String FAILS = "does not hold";
  private static final String UNMEASURED = "not measured here";
  private static final Set<String> OWN = Set.of("none", "hgsmi", "hgcm");
  private static final String SET = "--set";

  /// Iterations begin and end in the middle of a batch.
  private static final double SAME_TRAPS = 0.02;

  private final Run run;

  private Claims(Run run) {
    this.run = run;
  }

  /// All claims, in order. The claims that `run` may carry already are ignored.
  public static List<Claim> judge(Run run) {
    Claims claims = new Claims(run);
    return List.of(
        claims.noTraps(),
        claims.doorbell(),
        claims.interruptOrPoll(),
        claims.faster(),
        claims.bothDirections(),
        claims.lowerLevel(),
        claims.drivers(),
        claims.extended());
  }

  private Claim unmeasured(String id, String statement, String reason) {
    return new Claim(id, statement, UNMEASURED, false, reason, List.of());
  }

  /// C1 holds when filling or copying shared memory, however much, trapped once: by the port write
  /// that hands it over.
  private Claim noTraps() {
    String statement = "Reads and writes of HGSMI memory by either side cause no trap.";
    List<Measurement> touches = hgsmi("touch");
    if (touches.isEmpty()) {
      return unmeasured("C1", statement, "needs the workload touch");
    }
    boolean once = touches.stream().allMatch(m -> is(m.counters().traps(), 1) && sound(m));
    String figures =
        touches.stream()
            .map(m ->
                "%s per %s touched on %s, that of the port write"
                    .formatted(
                        count(m.counters().traps(), "trap"), bytes(m.payloadBytes()), boundary(m)))
            .collect(Collectors.joining("; "));
    return claim("C1", statement, once ? HOLDS : FAILS, figures, touches);
  }

  /// C2 holds when every HGSMI notification trapped exactly once.
  private Claim doorbell() {
    String statement = "The guest informs the host with one port write.";
    List<Measurement> notes =
        measured(m -> m.transport().equals("hgsmi") && m.workload().equals("notify"));
    if (notes.isEmpty()) {
      return unmeasured("C2", statement, "needs the workload notify");
    }
    boolean once = notes.stream().allMatch(m -> Objects.equals(m.counters().traps(), 1.0));
    List<String> figures =
        notes.stream()
            .map(m ->
                "%s per notification on %s"
                    .formatted(count(m.counters().traps(), "trap"), boundary(m)))
            .toList();
    return claim("C2", statement, once ? HOLDS : FAILS, String.join("; ", figures), notes);
  }

  /// C3 holds when every event arrived: with one interrupt where the guest waited for that, with
  /// none where it polled. Both ways must have been measured.
  private Claim interruptOrPoll() {
    String statement = "The host informs the guest by interrupt, or the guest polls a port.";
    List<Measurement> events = hgsmi("event");
    List<Measurement> irq = events.stream().filter(m -> m.waitStrategy().equals("irq")).toList();
    List<Measurement> port = events.stream().filter(m -> m.variant().equals("port")).toList();
    if (irq.isEmpty() || port.isEmpty()) {
      return unmeasured(
          "C3", statement, "needs the workload event with wait irq and with the variant port");
    }
    boolean holds =
        events.stream()
            .allMatch(m ->
                sound(m) && is(m.counters().interrupts(), m.waitStrategy().equals("irq") ? 1 : 0));
    String figures =
        events.stream()
            .map(m ->
                "%s: %s and %s per event on %s"
                    .formatted(
                        way(m),
                        count(m.counters().interrupts(), "interrupt"),
                        count(m.counters().traps(), "trap"),
                        boundary(m)))
            .collect(Collectors.joining("; "));
    return claim("C3", statement, holds ? HOLDS : FAILS, figures, events);
  }

  private static String way(Measurement m) {
    if (m.variant().equals("port")) {
      return "polling the port";
    }
    return m.waitStrategy().equals("irq") ? "by interrupt" : "polling the flags";
  }

  /// C4 holds when HGSMI was faster, beyond doubt, under every condition that is judged.
  private Claim faster() {
    String statement = "HGSMI is faster than HGCM, per workload and size.";
    List<TransportRatio> ratios =
        TransportComparison.of(run).stream().filter(TransportRatio::gating).toList();
    List<TransportRatio> settled =
        ratios.stream().filter(ratio -> ratio.verdict() != Verdict.UNCLEAR).toList();
    if (settled.isEmpty()) {
      return unmeasured(
          "C4",
          statement,
          ratios.isEmpty()
              ? "needs a workload with both transports in a gating group"
              : "too few forks to tell");
    }
    boolean always = ratios.stream().allMatch(ratio -> ratio.verdict() == Verdict.HGSMI_FASTER);
    boolean everNot = settled.stream().anyMatch(ratio -> ratio.verdict() != Verdict.HGSMI_FASTER);
    List<String> figures = new ArrayList<>();
    List<Measurement> evidence = new ArrayList<>();
    for (TransportRatio ratio : ratios) {
      figures.add(
          "%s %s: HGSMI takes %s of HGCM's time (%s to %s)"
              .formatted(
                  ratio.conditions().workload(),
                  bytes(ratio.conditions().payloadBytes()),
                  percent(ratio.ratio()),
                  percent(ratio.interval().low()),
                  percent(ratio.interval().high())));
      evidence.addAll(
          measured(m -> m.id().equals(ratio.hgsmiId()) || m.id().equals(ratio.hgcmId())));
    }
    String verdict = always ? HOLDS : everNot ? FAILS : UNMEASURED;
    return claim("C4", statement, verdict, String.join("; ", figures), evidence);
  }

  /// C5 holds when every event of the host arrived on both transports, and on HGCM alone the guest
  /// had to hand requests over for it: the call that it parks and the one that fetches.
  private Claim bothDirections() {
    String statement =
        "HGSMI carries data in both directions; HGCM has no host-initiated direction and must park"
            + " a call.";
    List<Measurement> events = measured(m -> m.workload().matches("event|duplex"));
    List<Measurement> hgsmi = events.stream().filter(m -> m.transport().equals("hgsmi")).toList();
    List<Measurement> hgcm = events.stream().filter(m -> m.transport().equals("hgcm")).toList();
    if (hgsmi.isEmpty() || hgcm.isEmpty()) {
      return unmeasured("C5", statement, "needs the workload event with both transports");
    }
    boolean alone = hgsmi.stream().allMatch(m -> sound(m) && isZero(m.counters().handovers()));
    boolean parks =
        hgcm.stream()
            .allMatch(
                m -> sound(m) && m.counters().handovers() != null && m.counters().handovers() >= 2);
    String figures = asks(hgsmi.getFirst()) + "; " + asks(hgcm.getFirst());
    return claim("C5", statement, alone && parks ? HOLDS : FAILS, figures, events);
  }

  /// C6 holds when a call of HGCM did for its user what HGSMI leaves undone: handing the request to
  /// another thread and copying it.
  private Claim lowerLevel() {
    String statement =
        "HGSMI is lower level: it leaves to device and driver what HGCM does for them.";
    List<Measurement> calls = measured(m -> m.workload().matches("call|write"));
    List<Measurement> hgsmi = calls.stream().filter(m -> m.transport().equals("hgsmi")).toList();
    List<Measurement> hgcm = calls.stream().filter(m -> m.transport().equals("hgcm")).toList();
    if (hgsmi.isEmpty() || hgcm.isEmpty()) {
      return unmeasured("C6", statement, "needs the workload call or write with both transports");
    }
    boolean bare =
        hgsmi.stream()
            .map(Measurement::counters)
            .allMatch(c -> isZero(c.handovers()) && isZero(c.bytesCopied()));
    boolean serves = hgcm.stream().map(Measurement::counters).noneMatch(c -> isZero(c.handovers()));
    String figures = asks(hgsmi.getLast()) + "; " + asks(hgcm.getLast());
    return claim("C6", statement, bare && serves ? HOLDS : FAILS, figures, calls);
  }

  /// C8 holds when a transport that is not the suite's was measured, delivered every byte, and was
  /// told something by the settings tree.
  private Claim extended() {
    String statement =
        "A device or a service can be added as a plug-in jar and configured by a tree of settings.";
    List<Measurement> added = measured(m -> !OWN.contains(m.transport()));
    List<String> settings = settings();
    if (added.isEmpty() || settings.isEmpty()) {
      return unmeasured(
          "C8",
          statement,
          added.isEmpty()
              ? "needs a run with a plug-in"
              : "needs a plug-in that is told something");
    }
    List<String> figures = new ArrayList<>();
    added.forEach(m ->
        figures.add(
            "%s over the plug-in %s on %s took %.0f ns"
                .formatted(m.workload(), m.transport(), boundary(m), m.nanosPerOperation())));
    figures.add("configured by " + String.join(", ", settings));
    boolean sound = added.stream().allMatch(Measurement::checksumOk);
    return claim("C8", statement, sound ? HOLDS : FAILS, String.join("; ", figures), added);
  }

  /// What `--set` says in the run's command line.
  private List<String> settings() {
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < run.command().size(); i++) {
      String word = run.command().get(i);
      if (word.equals(SET) && i + 1 < run.command().size()) {
        settings.add(run.command().get(i + 1));
      } else if (word.startsWith(SET + "=")) {
        settings.add(word.substring(SET.length() + 1));
      }
    }
    return settings;
  }

  /// C7 holds when the same stream arrived whole with another display driver behind the device, and
  /// cost the guest the same traps.
  private Claim drivers() {
    String statement = "The driver behind a device can be changed without touching the device.";
    List<Measurement> swapped =
        measured(m -> m.transport().equals("hgsmi") && m.variant().equals("other-driver"));
    List<Measurement> pair = new ArrayList<>();
    boolean same = true;
    for (Measurement other : swapped) {
      for (Measurement usual : measured(m -> isUsual(m, other))) {
        pair.addAll(List.of(usual, other));
        same &= sound(usual) && sound(other) && alike(usual.counters(), other.counters());
      }
    }
    if (pair.isEmpty()) {
      return unmeasured(
          "C7", statement, "needs the workload stream with the variants default and other-driver");
    }
    String figures =
        pair.stream()
            .map(m ->
                "%s: %s per record, %.0f ns"
                    .formatted(
                        m.variant().equals("other-driver") ? "another driver" : "usual driver",
                        count(m.counters().traps(), "trap"),
                        m.nanosPerOperation()))
            .collect(Collectors.joining("; "));
    return claim("C7", statement, same ? HOLDS : FAILS, figures, pair);
  }

  private static boolean isUsual(Measurement m, Measurement other) {
    return m.transport().equals(other.transport())
        && m.variant().equals("default")
        && Conditions.of(m).equals(Conditions.of(other));
  }

  /// Whether both trapped equally often, within what batches can differ.
  private static boolean alike(OperationCounters a, OperationCounters b) {
    return a.traps() != null
        && b.traps() != null
        && Math.abs(a.traps() - b.traps()) <= SAME_TRAPS * a.traps();
  }

  private static String asks(Measurement m) {
    OperationCounters c = m.counters();
    return "%s, %s of %s: %s, %s, %s, %s B copied"
        .formatted(
            m.transport().toUpperCase(Locale.ROOT),
            m.workload(),
            bytes(m.payloadBytes()),
            count(c.traps(), "trap"),
            count(c.interrupts(), "interrupt"),
            count(c.handovers(), "hand-over"),
            number(c.bytesCopied()));
  }

  /// Whether all bytes arrived.
  private static boolean sound(Measurement m) {
    return m.checksumOk();
  }

  private static boolean is(Double count, double expected) {
    return count != null && count == expected;
  }

  private List<Measurement> hgsmi(String workload) {
    return measured(m -> m.transport().equals("hgsmi") && m.workload().equals(workload));
  }

  private static boolean isZero(Double count) {
    return count != null && count == 0;
  }

  private List<Measurement> measured(Predicate<Measurement> which) {
    return run.measurements().stream().filter(which).toList();
  }

  private static Claim claim(
      String id, String statement, String verdict, String figures, List<Measurement> evidence) {
    boolean modelled = evidence.stream().allMatch(m -> m.boundary().equals("simulated"));
    List<String> ids = evidence.stream().map(Measurement::id).distinct().toList();
    return new Claim(id, statement, verdict, modelled, figures, ids);
  }

  private static String boundary(Measurement m) {
    return m.trapCost() == null ? m.boundary() : m.boundary() + " (" + m.trapCost() + ")";
  }

  private static String count(Double value, String what) {
    return number(value) + " " + what + (value != null && value == 1 ? "" : "s");
  }

  private static String number(Double value) {
    if (value == null) {
      return "an unknown number of";
    }
    return value == Math.rint(value) ? "%.0f".formatted(value) : "%.3f".formatted(value);
  }

  private static String bytes(long bytes) {
    return bytes >= 1024 && bytes % 1024 == 0 ? bytes / 1024 + " KiB" : bytes + " B";
  }

  private static String percent(double ratio) {
    return ratio < 0.1 ? "%.1f %%".formatted(100 * ratio) : "%.0f %%".formatted(100 * ratio);
  }
}
