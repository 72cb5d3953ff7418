package org.hgbench.harness.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hgbench.machine.trace.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageRecorderTest {
  private static final long BEGIN = 1_000_000;

  private final Map<Stage, Long> stamps = new EnumMap<>(Stage.class);
  private TracePath path;
  private StageRecorder recorder;

  @BeforeEach
  void followACall() {
    follow("call", "hgcm", "default", "irq");
  }

  private void follow(String workload, String transport, String variant, String wait) {
    path = TracePath.of(workload, transport, variant, wait).orElseThrow();
    recorder = new StageRecorder(path, stage -> stamps.getOrDefault(stage, 0L));
  }

  @ParameterizedTest
  @CsvSource({
    "call, hgsmi, default, irq, HGSMI command",
    "write, hgsmi, default, poll, HGSMI command",
    "call, hgcm, default, irq, HGCM call",
    "call, hgcm, default, poll, 'HGCM call, polled'",
    "stream, hgcm, every-16, irq, HGCM call of a batch",
    "stream, hgsmi, default, irq, VBVA flush",
    "event, hgsmi, default, irq, HGSMI host command",
    "event, hgsmi, default, poll, 'HGSMI host command, polled'",
    "event, hgsmi, port, poll, 'HGSMI host command, port polled'",
    "event, hgcm, default, irq, parked HGCM call",
    "event, hgcm, default, poll, 'parked HGCM call, polled'"
  })
  void stagesAddUpToTheTotalExactly(
      String workload, String transport, String variant, String wait, String name) {
    follow(workload, transport, variant, wait);
    assertThat(path.name()).isEqualTo(name);
    assertThat(path.steps())
        .extracting(TracePath.Step::tag)
        .doesNotHaveDuplicates()
        .allMatch(tag -> tag.matches("[a-z-]+"));
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

  @ParameterizedTest
  @CsvSource({
    "call, none, default, irq",
    "duplex, hgsmi, default, irq",
    "touch, hgcm, default, irq",
    "stream, hgsmi, refresh, irq"
  })
  void knowsWhatCannotBeFollowed(String workload, String transport, String variant, String wait) {
    assertThat(TracePath.of(workload, transport, variant, wait)).isEmpty();
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
