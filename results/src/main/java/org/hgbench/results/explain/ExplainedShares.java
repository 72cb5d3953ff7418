package org.hgbench.results.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hgbench.results.model.ExplainedShare;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;
import org.hgbench.results.statistics.Interval;
import org.hgbench.results.statistics.Sample;
import org.hgbench.results.statistics.SignedRank;

/// How much of an operation's time its parts account for, per fork, with an interval:
///
/// ```text
///   traps * bare trap + interrupts * bare interrupt + hand-overs one way + software
///   -------------------------------------------------------------------------------
///                                measured mean
/// ```
///
/// The software is what the same operation takes on the boundary `simulated` where a trap costs
/// nothing, less its hand-overs: there an interrupt is one, too. A bare interrupt counts from its
/// raise to the entry of its handler. The bare trap is that of the fork itself, before and after.
///
/// It is asked of operations that one guest thread waits for, on a real boundary, with interrupts.
/// Far below 1, something costs time that the account does not know; far above 1, a yardstick does
/// not apply.
public final class ExplainedShares {
  private static final double ALPHA = 0.05;
  private static final Set<String> ONE_REQUEST = Set.of("notify", "call", "write", "read");

  private final Run run;

  private ExplainedShares(Run run) {
    this.run = run;
  }

  /// The run with the shares of all measurements that have one.
  public static Run add(Run run) {
    ExplainedShares shares = new ExplainedShares(run);
    return run.withMeasurements(
        run.measurements().stream()
            .map(measurement ->
                applies(measurement) ? measurement.with(shares.of(measurement)) : measurement)
            .toList());
  }

  private static boolean applies(Measurement measurement) {
    return !measurement.boundary().equals("simulated")
        && !measurement.transport().equals("none")
        && "irq".equals(measurement.waitStrategy())
        && measurement.load().equals("closed")
        && measurement.guestThreads() == 1
        && ONE_REQUEST.contains(measurement.workload())
        && measurement.counters().traps() != null
        && measurement.counters().interrupts() != null
        && measurement.counters().handovers() != null;
  }

  private ExplainedShare of(Measurement measurement) {
    double interrupts = measurement.counters().interrupts();
    double handovers = measurement.counters().handovers();
    Optional<Double> bareTrap = ofBoundary("bare trap", measurement);
    Optional<Double> bareInterrupt =
        interrupts == 0 ? Optional.of(0.0) : ofBoundary("bare interrupt", measurement);
    Optional<Double> oneWay = handovers == 0 ? Optional.of(0.0) : oneWay(measurement);
    Optional<Measurement> simulated = simulated(measurement);
    boolean hasTrap = hasOwnTrap(measurement) || bareTrap.isPresent();
    if (!hasTrap || bareInterrupt.isEmpty() || oneWay.isEmpty() || simulated.isEmpty()) {
      String what =
          !hasTrap
              ? "the yardstick bare trap"
              : bareInterrupt.isEmpty()
                  ? "the yardstick bare interrupt"
                  : oneWay.isEmpty()
                      ? "the yardstick hand-over round trip of this placement"
                      : "the same operation on simulated without a trap cost";
      return missing("not measured in this run: " + what);
    }
    double software = software(simulated.get(), oneWay.get());
    double interruptNanos = interrupts * bareInterrupt.get();
    double handoverNanos = handovers * oneWay.get();
    double rest = interruptNanos + handoverNanos + software;
    double[] logs =
        measurement.forks().stream()
            .mapToDouble(
                fork -> (trapNanos(measurement, fork, bareTrap) + rest) / fork.nanosPerOperation())
            .map(Math::log)
            .toArray();
    Interval interval = SignedRank.of(logs).interval(ALPHA);
    double trapNanos =
        Sample.median(
            measurement.forks().stream()
                .mapToDouble(fork -> trapNanos(measurement, fork, bareTrap))
                .toArray());
    return new ExplainedShare(
        Math.exp(SignedRank.of(logs).estimate()),
        finite(interval.low()),
        finite(interval.high()),
        trapNanos,
        interruptNanos,
        handoverNanos,
        software,
        null);
  }

  private static ExplainedShare missing(String sentence) {
    return new ExplainedShare(null, null, null, null, null, null, null, sentence);
  }

  private static Double finite(double logarithm) {
    return Double.isFinite(logarithm) ? Math.exp(logarithm) : null;
  }

  private static boolean hasOwnTrap(Measurement measurement) {
    return "bare trap".equals(measurement.floor())
        && measurement.forks().stream().allMatch(fork -> fork.floorNanos() != null);
  }

  private static double trapNanos(Measurement measurement, Fork fork, Optional<Double> bareTrap) {
    double one = hasOwnTrap(measurement) ? fork.floorNanos() : bareTrap.orElseThrow();
    return measurement.counters().traps() * one;
  }

  /// In `simulated`, both the hand-over to another thread and the interrupt wake a thread.
  private static double software(Measurement simulated, double oneWay) {
    double wakes = simulated.counters().handovers() + simulated.counters().interrupts();
    return Math.max(0, simulated.nanosPerOperation() - wakes * oneWay);
  }

  private Optional<Double> ofBoundary(String name, Measurement measurement) {
    return yardsticks(name).stream()
        .filter(yardstick -> measurement.boundary().equals(yardstick.boundary()))
        .filter(yardstick -> isOfPlacement(yardstick, measurement))
        .map(Yardstick::value)
        .findFirst();
  }

  private Optional<Double> oneWay(Measurement measurement) {
    return yardsticks("hand-over round trip").stream()
        .filter(yardstick -> "park".equals(yardstick.waitStrategy()))
        .filter(yardstick -> isOfPlacement(yardstick, measurement))
        .map(yardstick -> yardstick.value() / 2)
        .findFirst();
  }

  private static boolean isOfPlacement(Yardstick yardstick, Measurement measurement) {
    return yardstick.placement() == null || yardstick.placement().equals(measurement.placement());
  }

  private List<Yardstick> yardsticks(String name) {
    return run.yardsticks().stream()
        .filter(yardstick -> yardstick.name().equals(name) && yardstick.unit().equals("ns/op"))
        .toList();
  }

  private Optional<Measurement> simulated(Measurement of) {
    return run.measurements().stream()
        .filter(other ->
            other.boundary().equals("simulated")
                && "none".equals(other.trapCost())
                && other.workload().equals(of.workload())
                && other.transport().equals(of.transport())
                && other.variant().equals(of.variant())
                && other.payloadBytes() == of.payloadBytes()
                && Objects.equals(other.waitStrategy(), of.waitStrategy())
                && Objects.equals(other.placement(), of.placement())
                && other.guestThreads() == 1
                && other.load().equals("closed")
                && other.counters().handovers() != null
                && other.counters().interrupts() != null)
        .findFirst();
  }
}
