package org.hgbench.harness.benchmark;

import java.util.function.BooleanSupplier;
import org.hgbench.machine.placement.Placement;

/// A thread that spins, beside one that spins until it has answered. Both are pinned: on one
/// processor each would use up its share of time while the other has the news.
final class SpinningPeer {
  private final Thread thread;
  private volatile boolean ended;

  /// Pins the calling thread as the guest and starts the peer as the host.
  ///
  /// @param serve answers if it was asked; called again and again
  /// @throws IllegalArgumentException if the placement leaves them to the scheduler, or puts both
  ///   on one processor
  SpinningPeer(String placement, BooleanSupplier serve) {
    Placement place = Placement.of(placement);
    if (!place.isPinned()) {
      throw new IllegalArgumentException(
          "placement %s cannot hold two spinning threads apart; use cross-core"
              .formatted(place.name()));
    }
    place.requireRoomFor(2);
    place.pinGuest();
    thread =
        Thread.ofPlatform()
            .name("spinning-peer")
            .daemon()
            .start(() -> {
              place.pinHost();
              while (!ended) {
                if (!serve.getAsBoolean()) {
                  Thread.onSpinWait();
                }
              }
            });
  }

  /// Ends the peer and waits for it.
  void end() throws InterruptedException {
    ended = true;
    thread.join();
  }
}
