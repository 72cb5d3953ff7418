package org.hgbench.results.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hgbench.results.model.Breakdown;
import org.hgbench.results.model.Measurement;

/// Under what a figure was measured. Two figures may be set against each other only if these agree.
///
/// @param boundary `simulated`, `process` or `kvm`
/// @param trapCost name of the modelled cost, or null
/// @param waiting `irq` or `poll`
/// @param placement where guest and host threads ran
/// @param guestThreads threads that issue operations
/// @param load `closed`, or `open` and how operations were due, such as `open poisson`
/// @param ratePerSecond of an open load, null if it was named as a share
/// @param share rate of an open load as a share of the closed loop's, or null
public record Setting(
    String boundary,
    String trapCost,
    String waiting,
    String placement,
    int guestThreads,
    String load,
    Double ratePerSecond,
    Double share) {
  /// The conditions of one measurement.
  public static Setting of(Measurement measurement) {
    return of(org.hgbench.results.compare.Conditions.of(measurement));
  }

  /// The conditions of a comparison, without the work.
  static Setting of(org.hgbench.results.compare.Conditions compared) {
    return new Setting(
        compared.boundary(),
        compared.trapCost(),
        compared.waitStrategy(),
        compared.placement(),
        compared.guestThreads(),
        compared.load(),
        compared.ratePerSecond(),
        compared.share());
  }

  /// The conditions of a breakdown, which is one of a closed load with one thread.
  static Setting of(Breakdown breakdown) {
    return new Setting(
        breakdown.boundary(),
        breakdown.trapCost(),
        breakdown.waitStrategy(),
        breakdown.placement(),
        1,
        "closed",
        null,
        null);
  }

  /// The same wherever the threads ran.
  Setting anyPlacement() {
    return new Setting(boundary, trapCost, waiting, null, guestThreads, load, ratePerSecond, share);
  }

  /// Whether a trap is a model here, not a trap.
  public boolean modelled() {
    return boundary.equals("simulated");
  }

  /// Boundary and trap cost: `simulated, trap cost virtualbox-2018 (modelled)`.
  public String crossing() {
    String cost =
        trapCost == null
            ? ""
            : trapCost.equals("none") ? ", no trap cost" : ", trap cost " + trapCost;
    return boundary + cost + (modelled() ? " (modelled)" : "");
  }

  /// Everything else: `irq, cross-core, one guest thread, closed load`.
  public String circumstances() {
    return parts().stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  /// The parts of [#circumstances]: waiting, placement, guest threads, load; empty where it is any.
  List<String> parts() {
    return List.of(
        waiting,
        Objects.requireNonNullElse(placement, ""),
        guestThreads == 1 ? "one guest thread" : guestThreads + " guest threads",
        load + " load" + rate());
  }

  private String rate() {
    if (share != null) {
      return String.format(Locale.ROOT, " at %.0f %% of its closed loop", 100 * share);
    }
    return ratePerSecond == null ? "" : String.format(Locale.ROOT, " at %,.0f/s", ratePerSecond);
  }

  /// All of it in one line.
  public String label() {
    return crossing() + ", " + circumstances();
  }

  /// Fit for a file name and different for different conditions.
  public String slug() {
    return Stream.of(
            boundary,
            trapCost,
            waiting,
            placement,
            guestThreads == 1 ? null : guestThreads + "t",
            load.equals("closed") ? null : load,
            ratePerSecond == null ? null : String.valueOf(Math.round(ratePerSecond)),
            share == null ? null : Math.round(100 * share) + "pct")
        .filter(Objects::nonNull)
        .collect(Collectors.joining("-"))
        .replaceAll("[^A-Za-z0-9-]+", "-");
  }
}
