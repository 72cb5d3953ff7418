package org.hgbench.harness.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hgbench.machine.placement.Placement;
import org.hgbench.results.report.RecordingCost;

/// Which yardsticks stand beside which cells.
final class Yardsticks {
  private static final List<Integer> COPY_BYTES = List.of(64 << 10, 1 << 20);
  private static final List<Integer> MORE_COPY_BYTES = List.of(256, 4 << 10, 4 << 20);

  private final Set<YardstickCell> cells = new LinkedHashSet<>();
  private final boolean all;

  private Yardsticks(boolean all) {
    this.all = all;
  }

  /// The yardsticks that explain the figures of these cells: the bare trap and the bare interrupt
  /// of each boundary, both kinds of hand-over, each of these at each placement; copying, HGSMI's
  /// checksum, and what recording single operations costs.
  ///
  /// @param all also what the figures can be held against: the system calls behind a trap, the
  ///   seccomp filter, pipe, socket, Agrona's ring, more sizes
  static List<YardstickCell> beside(List<Profile.Group> groups, boolean all) {
    Yardsticks yardsticks = new Yardsticks(all);
    Set<Place> places = new LinkedHashSet<>();
    Set<String> placements = new LinkedHashSet<>();
    for (Profile.Group group : groups) {
      places.add(new Place(group.cell().boundary(), group.cell().placement()));
      placements.add(group.cell().placement());
    }
    places.forEach(yardsticks::addBoundary);
    placements.forEach(yardsticks::addHandOvers);
    yardsticks.addProcessor();
    return List.copyOf(yardsticks.cells);
  }

  private record Place(BoundaryChoice boundary, String placement) {
    String settings() {
      return boundary.settings() + ";Placement=" + placement;
    }
  }

  private void addBoundary(Place place) {
    add(place, "bare trap", "BareTrapBenchmark.bareTrap");
    boolean isReal = place.boundary().cost() == null;
    if (isReal || all) {
      add(place, "bare interrupt", "BareInterruptBenchmark.bareInterrupt");
    }
    if (isReal && all) {
      add(place, "system calls of a trap", "BareLoopBenchmark.bareLoop");
    }
    if (place.boundary().name().equals("process") && all) {
      add(place, "filtered system call", "SystemCallBenchmark.filtered");
    }
  }

  private void addHandOvers(String placement) {
    add("hand-over round trip", "HandOverBenchmark.park", Map.of(), "park", placement, 0);
    // Threads that spin must not share a processor, so the scheduler has no say.
    String apart = placement.equals(Placement.UNPINNED.name()) ? "cross-core" : placement;
    boolean canSpin =
        Placement.offered().contains(apart) && Placement.of(apart).mostSpinningThreads() > 1;
    if (canSpin) {
      add("hand-over round trip", "CacheLineBenchmark.roundTrip", Map.of(), "spin", apart, 0);
    }
    if (all && canSpin) {
      add("Agrona ring round trip", "RingBenchmark.roundTrip", Map.of(), "spin", apart, 0);
    }
    if (all) {
      for (String channel : List.of("pipe", "socket")) {
        add(
            channel.equals("pipe") ? "pipe round trip" : "Unix domain socket round trip",
            "ChannelBenchmark.roundTrip",
            Map.of("channel", channel),
            "sleep",
            placement,
            0);
      }
    }
  }

  private void addProcessor() {
    List<Integer> sizes = new ArrayList<>(COPY_BYTES);
    if (all) {
      sizes.addAll(MORE_COPY_BYTES);
      add("system call", "SystemCallBenchmark.plain", Map.of(), null, null, 0);
    }
    for (int bytes : sizes) {
      Map<String, String> parameters = Map.of("payloadBytes", Integer.toString(bytes));
      add("copy bandwidth", "CopyBenchmark.copy", parameters, null, null, bytes);
    }
    add("two checksums of 24 bytes", "ChecksumBenchmark.twoChecksums", Map.of(), null, null, 0);
    add(RecordingCost.CLOCK, "RecordingBenchmark.twoClockReads", Map.of(), null, null, 0);
    add(RecordingCost.BEYOND, "RecordingBenchmark.record", Map.of(), null, null, 0);
  }

  private void add(Place place, String name, String method) {
    cells.add(
        new YardstickCell(
            name,
            method,
            Map.of("boundary", place.settings()),
            place.boundary(),
            null,
            place.placement(),
            0));
  }

  private void add(
      String name,
      String method,
      Map<String, String> parameters,
      String wait,
      String placement,
      int payloadBytes) {
    Map<String, String> complete = new TreeMap<>(parameters);
    if (placement != null) {
      complete.put("placement", placement);
    }
    cells.add(new YardstickCell(name, method, complete, null, wait, placement, payloadBytes));
  }

  private static YardstickCell software(String name, String method) {
    return new YardstickCell(name, method, Map.of(), null, null, null, 0);
  }
}
