package org.hgbench.harness.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hgbench.harness.trace.TracePath;

/// The forks of a run in the order in which they run.
///
/// Block by block: in block *n* every cell that has an *n*-th fork runs it, cells that differ only
/// in their transport side by side, and in odd blocks in reverse order (A B B A), so that a drift
/// of the machine hits all transports alike. Yardsticks come first and last.
public final class Plan {
  private static final int BREAKDOWN_FORKS = 2;

  private final List<PlannedFork> forks;
  private final TimingMode mode;

  private Plan(List<PlannedFork> forks, TimingMode mode) {
    this.forks = List.copyOf(forks);
    this.mode = mode;
  }

  /// Orders the forks of a profile.
  public static Plan of(Profile profile) {
    List<Profile.Group> groups = profile.groups();
    Map<String, List<Profile.Group>> pairs = new LinkedHashMap<>();
    for (Profile.Group group : groups) {
      pairs.computeIfAbsent(group.cell().pair(), key -> new ArrayList<>()).add(group);
    }
    List<YardstickCell> yardsticks = Yardsticks.beside(groups, profile.hasAllYardsticks());
    int blocks = 0;
    for (Profile.Group group : groups) {
      blocks = Math.max(blocks, Math.max(group.forks(), group.latencyForks()));
    }
    List<PlannedFork> forks = new ArrayList<>();
    for (int number = 1; number <= profile.yardstickForks(); number++) {
      for (YardstickCell yardstick : yardsticks) {
        forks.add(new PlannedFork(yardstick, false, number, profile.shape()));
      }
    }
    int yardstickForks = forks.size();
    // A fork that samples records by itself.
    boolean recordsApart = profile.shape().mode() != TimingMode.SAMPLE;
    for (int block = 1; block <= blocks; block++) {
      for (List<Profile.Group> pair : pairs.values()) {
        for (Profile.Group group : block % 2 == 1 ? pair : pair.reversed()) {
          if (block <= group.forks()) {
            forks.add(new PlannedFork(group.cell(), false, block, profile.shape()));
          }
          if (block <= group.latencyForks() && recordsApart) {
            forks.add(new PlannedFork(group.cell(), true, block, profile.shape()));
          }
        }
      }
    }
    forks.addAll(loads(pairs.values(), profile.shape()));
    return new Plan(lastHalfOfYardsticksAtTheEnd(forks, yardstickForks), profile.shape().mode());
  }

  /// This plan, and at its end forks that break the time of operations down, each beside one
  /// without stamps: of every gating cell, and of the first cell that goes a path which no gating
  /// cell goes on its boundary.
  public Plan withBreakdowns(Profile profile) {
    List<PlannedFork> all = new ArrayList<>(forks);
    for (int number = 1; number <= BREAKDOWN_FORKS; number++) {
      for (Cell cell : brokenDown(profile)) {
        boolean tracedFirst = number % 2 == 1;
        all.add(new PlannedFork(new TraceCell(cell, tracedFirst), false, number, profile.shape()));
        all.add(new PlannedFork(new TraceCell(cell, !tracedFirst), false, number, profile.shape()));
      }
    }
    return new Plan(all, mode);
  }

  private static List<Cell> brokenDown(Profile profile) {
    List<Cell> followed =
        profile.groups().stream()
            .map(Profile.Group::cell)
            .filter(cell -> cell.guestThreads() == 1 && path(cell).isPresent())
            .toList();
    List<Cell> chosen = new ArrayList<>(followed.stream().filter(Cell::gating).toList());
    Set<String> gone = new HashSet<>();
    chosen.forEach(cell -> gone.add(way(cell)));
    followed.stream().filter(cell -> gone.add(way(cell))).forEach(chosen::add);
    return chosen;
  }

  private static Optional<TracePath> path(Cell cell) {
    return TracePath.of(cell.workload(), cell.transport(), cell.variant(), cell.waitStrategy());
  }

  private static String way(Cell cell) {
    return path(cell).orElseThrow().name() + " on " + cell.boundary().label();
  }

  private static List<PlannedFork> loads(Collection<List<Profile.Group>> pairs, ForkShape shape) {
    List<PlannedFork> forks = new ArrayList<>();
    int blocks =
        pairs.stream().flatMap(List::stream).mapToInt(Profile.Group::loadForks).max().orElse(0);
    for (int block = 1; block <= blocks; block++) {
      for (List<Profile.Group> pair : pairs) {
        for (int i = 0; i < pair.getFirst().loads().size(); i++) {
          for (Profile.Group group : block % 2 == 1 ? pair : pair.reversed()) {
            if (block <= group.loadForks() && i < group.loads().size()) {
              OpenCell cell = new OpenCell(group.cell(), group.loads().get(i), shape);
              forks.add(new PlannedFork(cell, false, block, shape));
            }
          }
        }
      }
    }
    return forks;
  }

  private static List<PlannedFork> lastHalfOfYardsticksAtTheEnd(
      List<PlannedFork> forks, int yardstickForks) {
    int first = yardstickForks - yardstickForks / 2;
    List<PlannedFork> ordered = new ArrayList<>(forks.subList(0, first));
    ordered.addAll(forks.subList(yardstickForks, forks.size()));
    ordered.addAll(forks.subList(first, yardstickForks));
    return ordered;
  }

  /// The forks in order.
  public List<PlannedFork> forks() {
    return forks;
  }

  /// How closed loads are timed.
  public TimingMode mode() {
    return mode;
  }

  /// About how long all of them take.
  public long estimateMillis() {
    return forks.stream().mapToLong(fork -> fork.shape().estimateMillis()).sum();
  }

  /// The same for the same plan and for no other.
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      forks.forEach(fork -> digest.update((fork.key() + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
