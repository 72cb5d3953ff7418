package org.hgbench.harness.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.hgbench.harness.link.CellSpec;

/// Gives each cell a turn, round after round, until told to stop; reads after each round what this
/// process holds.
///
/// A turn has a thread of its own, since a guest of boundary `process` stays one for good, and a
/// bound: a turn that does not end stops the soak, which reports where it hangs.
public final class Soak {
  private final List<CellSpec> cells;
  private final Opener opener;
  private final Duration turn;
  private final Duration patience;
  private final Consumer<SoakReport> progress;
  private final Tally tally = new Tally();
  private final List<Usage> readings = new ArrayList<>();

  /// Prepares it.
  ///
  /// @param cells what takes turns
  /// @param opener opens a cell, usually [CellSpec#open]
  /// @param turn how long each works
  /// @param patience how long a turn may take beyond that
  /// @param progress is told after each turn how things stand
  public Soak(
      List<CellSpec> cells,
      Opener opener,
      Duration turn,
      Duration patience,
      Consumer<SoakReport> progress) {
    this.cells = List.copyOf(cells);
    this.opener = opener;
    this.turn = turn;
    this.patience = patience;
    this.progress = progress;
  }

  /// Soaks.
  ///
  /// @param over asked between operations whether that was it
  /// @param excused asked when a turn failed whether that was because the process is being ended
  public SoakReport run(BooleanSupplier over, BooleanSupplier excused) throws InterruptedException {
    while (!over.getAsBoolean()) {
      for (CellSpec cell : cells) {
        if (over.getAsBoolean() || !take(cell, over, excused)) {
          return report();
        }
        progress.accept(report());
      }
      readings.add(Usage.now());
    }
    return report();
  }

  /// Gives a cell its turn. Answers whether to go on.
  private boolean take(CellSpec cell, BooleanSupplier over, BooleanSupplier excused)
      throws InterruptedException {
    FutureTask<Turn.Result> result = new FutureTask<>(() -> new Turn(opener, turn, over).run(cell));
    Thread guest = Thread.ofPlatform().daemon().name("hgbench-soak").start(result);
    try {
      tally.add(cell, result.get(turn.plus(patience).toMillis(), TimeUnit.MILLISECONDS));
      return true;
    } catch (TimeoutException e) {
      tally.lost(cell, "hangs at " + List.of(guest.getStackTrace()));
      return false;
    } catch (ExecutionException e) {
      if (!excused.getAsBoolean()) {
        tally.lost(cell, e.getCause().toString());
      }
      return true;
    }
  }

  private SoakReport report() {
    return new SoakReport(cells.size(), List.copyOf(readings), tally.lines(), tally.losses());
  }
}
