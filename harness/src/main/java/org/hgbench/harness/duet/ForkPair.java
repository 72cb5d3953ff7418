package org.hgbench.harness.duet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hgbench.harness.environment.SteadyClock;
import org.hgbench.harness.plan.Cell;

/// Plays one pair of forks on one cell: the only place where turns are given.
///
/// A turn is given with a message and is over when its answer is here, so exactly one fork works at
/// any time.
///
/// @param base the build to compare with
/// @param next the build in question
/// @param slowdown system properties of the new fork, none in an ordinary comparison
/// @param scratch directory for what forks print
/// @param patience how long to wait for an answer
record ForkPair(
    AgentBuild base, AgentBuild next, List<String> slowdown, Path scratch, Patience patience)
    implements Duettist {
  /// How long to wait for an agent before it counts as hung.
  ///
  /// @param start for its greeting, for `opened` and for `closed`
  /// @param turn for the end of a turn
  record Patience(Duration start, Duration turn) {
    static final Patience DEFAULT = new Patience(Duration.ofSeconds(90), Duration.ofSeconds(90));
  }

  @Override
  public PairOutcome play(Cell cell, int block, DuetShape shape, SplittableRandom random) {
    return switch (shape.design()) {
      case SLICES -> together(cell, block, shape, random);
      case WHOLE_FORKS -> oneAfterTheOther(cell, block, shape, random);
    };
  }

  private PairOutcome together(Cell cell, int block, DuetShape shape, SplittableRandom random) {
    boolean baseFirst = random.nextBoolean();
    try (Player first = start(baseFirst ? base : next, cell, block);
        Player second = start(baseFirst ? next : base, cell, block)) {
      first.open(cell);
      second.open(cell);
      Player baseFork = baseFirst ? first : second;
      Player nextFork = baseFirst ? second : first;
      for (int i = 0; i < shape.warmupPairs(); i++) {
        pair(baseFork, nextFork, shape, random);
      }
      baseFork.forget();
      nextFork.forget();
      List<SlicePair> slices = new ArrayList<>();
      for (int i = 0; i < shape.slicePairs(); i++) {
        slices.add(pair(baseFork, nextFork, shape, random));
      }
      return outcome(baseFork, nextFork, slices);
    }
  }

  private static SlicePair pair(
      Player base, Player next, DuetShape shape, SplittableRandom random) {
    if (random.nextBoolean()) {
      double baseNanos = base.turn(shape);
      return new SlicePair(baseNanos, next.turn(shape));
    }
    double nextNanos = next.turn(shape);
    return new SlicePair(base.turn(shape), nextNanos);
  }

  private PairOutcome oneAfterTheOther(
      Cell cell, int block, DuetShape shape, SplittableRandom random) {
    boolean baseFirst = random.nextBoolean();
    Solo first = alone(baseFirst ? base : next, cell, block, shape);
    Solo second = alone(baseFirst ? next : base, cell, block, shape);
    Solo baseFork = baseFirst ? first : second;
    Solo nextFork = baseFirst ? second : first;
    List<SlicePair> slices = new ArrayList<>();
    for (int i = 0; i < shape.slicePairs(); i++) {
      slices.add(new SlicePair(baseFork.slices().get(i), nextFork.slices().get(i)));
    }
    return new PairOutcome(
        baseFork.startedAt(),
        nextFork.startedAt(),
        slices,
        baseFork.operations(),
        nextFork.operations(),
        baseFork.verified() && nextFork.verified(),
        baseFork.parked() && nextFork.parked());
  }

  /// A fork that had the machine for itself.
  private record Solo(
      OffsetDateTime startedAt,
      List<Double> slices,
      long operations,
      boolean verified,
      boolean parked) {}

  private Solo alone(AgentBuild build, Cell cell, int block, DuetShape shape) {
    try (Player fork = start(build, cell, block)) {
      fork.open(cell);
      for (int i = 0; i < shape.warmupPairs(); i++) {
        fork.turn(shape);
      }
      fork.forget();
      List<Double> slices = new ArrayList<>();
      for (int i = 0; i < shape.slicePairs(); i++) {
        slices.add(fork.turn(shape));
      }
      return new Solo(fork.startedAt, slices, fork.operations, fork.verified(), fork.parked);
    }
  }

  private static PairOutcome outcome(Player base, Player next, List<SlicePair> slices) {
    return new PairOutcome(
        base.startedAt,
        next.startedAt,
        slices,
        base.operations,
        next.operations,
        base.verified() & next.verified(),
        base.parked && next.parked);
  }

  private Player start(AgentBuild build, Cell cell, int block) {
    String name = "the %s fork of %s, block %d".formatted(build.side(), cell.id(), block);
    boolean slowed = build.side().equals(next.side());
    try {
      Path complaints = Files.createTempFile(scratch, build.side() + "-fork-", ".log");
      return new Player(
          new ForkProcess(name, build.command(slowed ? slowdown : List.of()), complaints),
          complaints,
          patience);
    } catch (IOException e) {
      throw new DuetException(scratch + " cannot be written: " + e.getMessage(), e);
    }
  }

  /// One fork and what it has done so far.
  private static final class Player implements AutoCloseable {
    private final OffsetDateTime startedAt = SteadyClock.now();
    private final ForkProcess process;
    private final Path complaints;
    private final Patience patience;
    private long operations;
    private boolean parked = true;

    Player(ForkProcess process, Path complaints, Patience patience) {
      this.process = process;
      this.complaints = complaints;
      this.patience = patience;
    }

    void open(Cell cell) {
      process.greeted(patience.start());
      process.ask(
          Message.of(
              "open",
              "workload",
              cell.workload(),
              "transport",
              cell.transport(),
              "variant",
              cell.variant(),
              "payloadBytes",
              cell.payloadBytes(),
              "waitStrategy",
              cell.waitStrategy(),
              "placement",
              cell.placement(),
              "guestThreads",
              cell.guestThreads(),
              "boundary",
              cell.boundary().settings()),
          "opened",
          patience.start());
    }

    double turn(DuetShape shape) {
      Message done =
          process.ask(
              Message.of(
                  "turn",
                  "discardMicros",
                  shape.discardMicros(),
                  "micros",
                  shape.turnMillis() * 1000L),
              "done",
              patience.turn());
      try {
        operations += done.number("operations", 1, Long.MAX_VALUE);
        parked &= done.text("threads").equals("parked");
        return done.time("nanosPerOperation");
      } catch (ProtocolException e) {
        throw process.nonsense(e.getMessage());
      }
    }

    void forget() {
      operations = 0;
    }

    /// Ends the fork and tells whether its bytes agreed.
    boolean verified() {
      Message closed = process.ask(Message.of("close"), "closed", patience.start());
      return Boolean.parseBoolean(closed.fields().get("verified"));
    }

    @Override
    public void close() {
      process.close();
      try {
        Files.deleteIfExists(complaints);
      } catch (IOException e) {
        throw new DuetException(complaints + " cannot be deleted: " + e.getMessage(), e);
      }
    }
  }
}
