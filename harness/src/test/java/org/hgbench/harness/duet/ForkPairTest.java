package org.hgbench.harness.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hgbench.harness.JvmFlags;
import org.hgbench.harness.duet.DuetShape.Design;
import org.hgbench.harness.plan.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Two agents that take turns, and what becomes of agents that do not play by the rules.
@Isolated("judges times")
class ForkPairTest {
  private static final Cell CELL = DuetCells.of("call-hgsmi").getFirst();
  private static final DuetShape SHORT = new DuetShape(1, 6, 1, 0, Design.SLICES);

  @TempDir Path scratch;

  @ParameterizedTest
  @EnumSource
  void letsExactlyOneForkWorkAtAnyTime(Design design) throws IOException {
    Path journal = Files.createFile(scratch.resolve("journal"));
    String where = "-Djournal=" + journal;

    play(fake("base", where), fake("new", where), SHORT.as(design), 3);

    List<String> lines = Files.readAllLines(journal);
    assertThat(lines).hasSize(2 * 2 * 7);
    long last = 0;
    for (int i = 0; i < lines.size(); i += 2) {
      String[] begin = lines.get(i).split(" ");
      String[] end = lines.get(i + 1).split(" ");
      assertThat(List.of(begin[0], end[0])).containsExactly("begin", "end");
      assertThat(begin[1]).isEqualTo(end[1]);
      assertThat(Long.parseLong(begin[2])).isGreaterThan(last);
      last = Long.parseLong(end[2]);
    }
  }

  @Test
  void mixesTheOrderInsideSlicePairs() throws IOException {
    Path journal = Files.createFile(scratch.resolve("journal"));
    String where = "-Djournal=" + journal;

    play(fake("base", where), fake("new", where), SHORT, 3);

    List<String> sides = new ArrayList<>();
    for (String line : Files.readAllLines(journal)) {
      if (line.startsWith("begin")) {
        sides.add(line.split(" ")[1]);
      }
    }
    Set<List<String>> orders = new HashSet<>();
    for (int i = 0; i < sides.size(); i += 2) {
      orders.add(sides.subList(i, i + 2));
    }
    assertThat(orders).containsExactlyInAnyOrder(List.of("base", "new"), List.of("new", "base"));
  }

  @ParameterizedTest
  @EnumSource
  void knowsWhichForkWasSlower(Design design) {
    for (long seed = 0; seed < 2; seed++) {
      PairOutcome outcome =
          play(fake("base", "-Dnanos=100"), fake("new", "-Dnanos=105"), SHORT.as(design), seed);

      assertThat(outcome.difference()).isCloseTo(Math.log(1.05), within(1e-12));
      assertThat(outcome.nextNanos() / outcome.baseNanos()).isCloseTo(1.05, within(1e-12));
      assertThat(outcome.slices()).hasSize(6).allMatch(pair -> pair.base() == 100);
      assertThat(outcome.baseOperations()).isEqualTo(60);
      assertThat(outcome.verified()).isTrue();
    }
  }

  @Test
  void saysWhenAForkLostBytes() {
    assertThat(play(fake("base"), fake("new", "-Dfake=loses"), SHORT, 1).verified()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dies at once           | died with exit code 3: no room on this machine",
        "dies                   | died with exit code 9: the guest fell over",
        "hangs                  | hung: no 'done' within 1 s",
        "babbles                | spoke nonsense: no message begins like 'Hello, World!'",
        "answers something else | spoke nonsense: 'opened' instead of 'done'",
        "counts nothing         | spoke nonsense: operations=0 is not a whole number from 1",
        "measures nothing       | spoke nonsense: nanosPerOperation=NaN is not a time above 0",
        "lacks a field          | spoke nonsense: 'done' lacks 'threads'",
        "reports an error       | failed (busy): threads still work",
      })
  void namesAForkThatFails(String how, String sentence) {
    assertThatThrownBy(() -> play(fake("base"), fake("new", "-Dfake=" + how), SHORT, 1))
        .isInstanceOf(DuetException.class)
        .hasMessageStartingWith("the new fork of " + CELL.id() + ", block 7 " + sentence);
    assertThat(ProcessHandle.current().descendants().filter(ForkPairTest::isFake)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is newer | speaks hgbench.duet/9, not hgbench.duet/1",
        "refuses  | refuses: too old",
      })
  void doesNotCompareWithAForkThatCannot(String how, String sentence) {
    assertThatThrownBy(() -> play(fake("base", "-Dfake=" + how), fake("new"), SHORT, 1))
        .isInstanceOf(NotComparableException.class)
        .hasMessage("the base fork of " + CELL.id() + ", block 7 " + sentence);
  }

  @Test
  void leavesNoFileBehind() throws IOException {
    play(fake("base"), fake("new"), SHORT, 1);

    try (Stream<Path> files = Files.list(scratch)) {
      assertThat(files).isEmpty();
    }
  }

  /// The real agents, on the real transport: one of them slowed down, as the self-test does it.
  ///
  /// By so much that no machine hides it: of two equal forks, one may well be half as fast as the
  /// other for a second. [SliceTimerTest] looks at how exact a slowdown is.
  @Test
  void findsASlowdownOfRealAgents() {
    ForkPair pair =
        new ForkPair(
            real("base"),
            real("new"),
            List.of("-D" + Slowdown.PROPERTY + "=900%"),
            scratch,
            ForkPair.Patience.DEFAULT);

    PairOutcome outcome =
        pair.play(CELL, 1, new DuetShape(60, 15, 5, 500, Design.SLICES), new SplittableRandom(1));

    assertThat(Math.exp(outcome.difference())).isBetween(3.0, 33.0);
    assertThat(outcome.verified()).isTrue();
  }

  private PairOutcome play(AgentBuild base, AgentBuild next, DuetShape shape, long seed) {
    ForkPair.Patience patience =
        new ForkPair.Patience(Duration.ofSeconds(60), Duration.ofSeconds(1));
    return new ForkPair(base, next, List.of(), scratch, patience)
        .play(CELL, 7, shape, new SplittableRandom(seed));
  }

  private static AgentBuild fake(String side, String... properties) {
    List<String> flags = new ArrayList<>(List.of("-Xshare:auto", "-Dside=" + side));
    flags.addAll(List.of(properties));
    return new AgentBuild(
        side, "test", System.getProperty("java.class.path"), FakeAgent.class.getName(), flags);
  }

  private static AgentBuild real(String side) {
    return new AgentBuild(
        side, "test", System.getProperty("java.class.path"), Agent.class.getName(), JvmFlags.all());
  }

  private static boolean isFake(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(FakeAgent.class.getName());
  }
}
