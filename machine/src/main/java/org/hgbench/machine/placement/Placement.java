package org.hgbench.machine.placement;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.hgbench.machine.os.Affinity;
import org.hgbench.machine.os.Platform;

/// On which processors the guest thread and the host's other threads run. It decides much of what a
/// wake-up costs, so it is printed with every figure.
///
/// | name | guest thread, which is the EMT but on `process` | all other threads of the host |
/// |---|---|---|
/// | `unpinned` | anywhere | anywhere |
/// | `same-core` | one processor | the same |
/// | `cross-core` | one processor | one of another core, whichever comes first |
/// | `same-cache` | one processor | one of another core behind the same last-level cache |
/// | `other-cache` | one processor | one of the same socket behind another last-level cache |
/// | `other-socket` | one processor | one of another socket |
///
/// Threads of the JVM itself are not pinned.
///
/// @param name as above
/// @param guestProcessor the guest's, or -1
/// @param hostProcessor the host's, or -1
public record Placement(String name, int guestProcessor, int hostProcessor) {
  /// All names. What a machine offers of them is told by [#offered].
  public static final List<String> NAMES =
      List.of("unpinned", "same-core", "cross-core", "same-cache", "other-cache", "other-socket");

  /// Wherever the scheduler likes.
  public static final Placement UNPINNED = new Placement("unpinned", -1, -1);

  /// The placement of a name on this machine, among the processors that the calling thread may use.
  ///
  /// @throws IllegalArgumentException if there is no such placement, or this machine cannot offer
  ///   it
  public static Placement of(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "setting Placement: no placement '%s'; there are %s"
              .formatted(name, String.join(", ", NAMES)));
    }
    if (name.equals(UNPINNED.name)) {
      return UNPINNED;
    }
    if (!Platform.IS_LINUX) {
      throw new IllegalArgumentException("placement %s needs Linux; use unpinned".formatted(name));
    }
    return of(name, Affinity.allowed(), Topology.HERE);
  }

  /// A pinned placement among some processors of a machine.
  static Placement of(String name, BitSet usable, Topology topology) {
    int guest = usable.nextSetBit(0);
    return usable.stream()
        .filter(host -> fits(name, topology, guest, host))
        .mapToObj(host -> new Placement(name, guest, host))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "placement %s needs %s; usable are %s".formatted(name, needs(name), usable)));
  }

  /// The names of the placements that this machine offers to the calling thread.
  public static List<String> offered() {
    return NAMES.stream().filter(Placement::isOffered).toList();
  }

  private static boolean isOffered(String name) {
    try {
      of(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean fits(String name, Topology topology, int guest, int host) {
    return switch (name) {
      case "same-core" -> guest == host;
      case "cross-core" -> !topology.isSameCore(guest, host);
      case "same-cache" -> !topology.isSameCore(guest, host) && topology.isSameCache(guest, host);
      case "other-cache" ->
          topology.isSameSocket(guest, host) && !topology.isSameCache(guest, host);
      default -> !topology.isSameSocket(guest, host);
    };
  }

  private static String needs(String name) {
    return switch (name) {
      case "same-core" -> "a processor";
      case "cross-core" -> "processors of two cores";
      case "same-cache" -> "two cores behind one last-level cache";
      case "other-cache" -> "a socket with two last-level caches";
      default -> "processors of two sockets";
    };
  }

  /// Whether threads are pinned.
  public boolean isPinned() {
    return guestProcessor >= 0;
  }

  /// How many threads can spin at once without one keeping another from running.
  public int mostSpinningThreads() {
    if (!isPinned()) {
      return Runtime.getRuntime().availableProcessors();
    }
    return guestProcessor == hostProcessor ? 1 : 2;
  }

  /// Refuses a combination that cannot work.
  ///
  /// @throws IllegalArgumentException if so many threads would keep each other from running
  public void requireRoomFor(int spinningThreads) {
    if (spinningThreads > mostSpinningThreads()) {
      throw new IllegalArgumentException(
          "placement %s has room for %d spinning thread(s), not for %d"
              .formatted(name, mostSpinningThreads(), spinningThreads));
    }
  }

  /// Refuses a guest that spins until a thread of the host has answered, where the two would share
  /// a processor.
  ///
  /// @throws IllegalArgumentException if this placement has one processor for both
  public void requireRoomForPolling() {
    if (mostSpinningThreads() < 2) {
      throw new IllegalArgumentException(
          "wait poll cannot work on placement %s: the guest would spin on the only processor that"
                  .formatted(name)
              + " its host has; use wait irq, or a placement with two processors");
    }
  }

  /// Pins the calling thread as the guest and reads back where it runs. It stays pinned.
  public void pinGuest() {
    pin(guestProcessor);
  }

  /// Pins the calling thread as one of the host's; it stays pinned, and so are those it starts.
  public void pinHost() {
    pin(hostProcessor);
  }

  /// Does something that starts threads of the host, and puts the calling thread back after.
  public <T> T whilePinnedAsHost(Supplier<T> work) {
    if (!isPinned()) {
      return work.get();
    }
    BitSet before = Affinity.allowed();
    pinHost();
    try {
      return work.get();
    } finally {
      Affinity.allow(before);
    }
  }

  private static void pin(int processor) {
    if (processor < 0) {
      return;
    }
    BitSet only = new BitSet();
    only.set(processor);
    Affinity.allow(only);
    if (Affinity.current() != processor) {
      throw new IllegalStateException(
          "pinned to processor %d, but running on %d".formatted(processor, Affinity.current()));
    }
  }
}
