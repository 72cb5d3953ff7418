package org.hgbench.harness.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hgbench.machine.trace.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageRecorderTest {
  private static final long BEGIN = 1_000_000;

  private final Map<Stage, Long> stamps = new EnumMap<>(Stage.class);
  private TracePath path;
  private StageRecorder recorder;

  @BeforeEach
  void followACall() {
    follow("hgcm");
  }

  private void follow(String transport) {
    path = TracePath.of("call", transport, "irq").orElseThrow();
    recorder = new StageRecorder(path, stage -> stamps.getOrDefault(stage, 0L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hgsmi", "hgcm"})
  void stagesAddUpToTheTotalExactly(String transport) {
    follow(transport);
    SplittableRandom random = new SplittableRandom(5);
    long total = 0;
    for (int operation = 0; operation < 1_000; operation++) {
      long end = stampAll(() -> random.nextLong(1, 70_000));
      recorder.record(BEGIN, end);
      total += end - BEGIN;
    }

    long stages = IntStream.range(0, path.steps().size()).mapToLong(recorder::sum).sum();
    assertThat(stages).isEqualTo(total);
    assertThat(recorder.count()).isEqualTo(1_000);
    assertThat(recorder.incomplete()).isZero();
    assertThat(recorder.total().getTotalCount()).isEqualTo(1_000);
    assertThat(recorder.histogram(0).getTotalCount()).isEqualTo(1_000);
  }

  @Test
  void anOperationThatLacksAStampIsLeftOutWhole() {
    long end = stampAll(() -> 10);
    recorder.record(BEGIN, end);
    stamps.remove(Stage.QUEUED);
    recorder.record(BEGIN, end);

    assertThat(recorder.count()).isEqualTo(1);
    assertThat(recorder.incomplete()).isEqualTo(1);
    assertThat(IntStream.range(0, path.steps().size()).mapToLong(recorder::sum).sum())
        .isEqualTo(end - BEGIN);
  }

  @Test
  void anOperationWhoseStampsAreOutOfOrderIsLeftOut() {
    long end = stampAll(() -> 10);
    stamps.put(Stage.SERVICE_BEGAN, BEGIN - 1);
    recorder.record(BEGIN, end);

    assertThat(recorder.count()).isZero();
    assertThat(recorder.incomplete()).isEqualTo(1);
  }

  @Test
  void knowsThePathsThatCanBeFollowed() {
    assertThat(TracePath.of("write", "hgsmi", "poll"))
        .get()
        .extracting(TracePath::name)
        .isEqualTo("HGSMI command");
    assertThat(TracePath.of("call", "hgcm", "poll")).isEmpty();
    assertThat(TracePath.of("call", "none", "irq")).isEmpty();
    assertThat(TracePath.of("duplex", "hgsmi", "irq")).isEmpty();
    assertThat(List.of("hgsmi", "hgcm"))
        .allSatisfy(transport ->
            assertThat(TracePath.of("call", transport, "irq").orElseThrow().steps())
                .extracting(TracePath.Step::tag)
                .doesNotHaveDuplicates()
                .allMatch(tag -> tag.matches("[a-z-]+")));
  }

  private long stampAll(java.util.function.LongSupplier gap) {
    long now = BEGIN;
    for (TracePath.Step step : path.steps()) {
      now += gap.getAsLong();
      if (step.stage() != null) {
        stamps.put(step.stage(), now);
      }
    }
    return now;
  }
}
