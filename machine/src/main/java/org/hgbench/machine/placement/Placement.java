package org.hgbench.machine.placement;

import java.util.BitSet;
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
/// | `cross-core` | one processor | one of another core |
///
/// Threads of the JVM itself are not pinned. Caches and sockets are not told apart.
///
/// @param name as above
/// @param guestProcessor the guest's, or -1
/// @param hostProcessor the host's, or -1
public record Placement(String name, int guestProcessor, int hostProcessor) {
  /// Wherever the scheduler likes.
  public static final Placement UNPINNED = new Placement("unpinned", -1, -1);

  /// The placement of a name on this machine, among the processors that the calling thread may use.
  ///
  /// @throws IllegalArgumentException if there is no such placement, or this machine cannot offer
  ///   it
  public static Placement of(String name) {
    return switch (name) {
      case "unpinned" -> UNPINNED;
      case "same-core" -> {
        int processor = allowed(name).nextSetBit(0);
        yield new Placement(name, processor, processor);
      }
      case "cross-core" -> acrossCores(name);
      default ->
          throw new IllegalArgumentException(
              "setting Placement: no placement '%s'; there are unpinned, same-core, cross-core"
                  .formatted(name));
    };
  }

  /// Whether threads are pinned.
  public boolean isPinned() {
    return guestProcessor >= 0;
  }

  /// How many threads can spin at once without one keeping another from running.
  public int mostSpinningThreads() {
    return switch (name) {
      case "same-core" -> 1;
      case "cross-core" -> 2;
      default -> Runtime.getRuntime().availableProcessors();
    };
  }

  /// Refuses a combination that cannot work.
  ///
  /// @throws IllegalArgumentException if so many threads would keep each other from running
  public void requireRoomFor(int spinningThreads) {
    if (spinningThreads > mostSpinningThreads()) {
      throw new IllegalArgumentException(
          "placement %s has room for %d spinning threads, not for %d"
              .formatted(name, mostSpinningThreads(), spinningThreads));
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

  private static Placement acrossCores(String name) {
    BitSet allowed = allowed(name);
    int first = allowed.nextSetBit(0);
    return allowed.stream()
        .filter(processor -> !CoreMap.isSameCore(first, processor))
        .mapToObj(processor -> new Placement(name, first, processor))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "placement cross-core needs processors of two cores; usable are " + allowed));
  }

  private static BitSet allowed(String name) {
    if (!Platform.IS_LINUX) {
      throw new IllegalArgumentException("placement %s needs Linux; use unpinned".formatted(name));
    }
    return Affinity.allowed();
  }
}
