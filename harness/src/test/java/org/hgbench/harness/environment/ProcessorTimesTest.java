package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTimesTest {
  @TempDir Path root;

  @Test
  void addsUpEverythingButTheGuestColumns() {
    assertThat(read("cpu  1 2 3 4 5 6 7 8 100 200\ncpu0 9 9 9 9 9 9 9 9 9 9"))
        .isEqualTo(new ProcessorTimes(36, 19, 8));
  }

  @Test
  void neverGoesBackInTime() {
    assertThat(new ProcessorTimes(10, 4, 1).since(new ProcessorTimes(5, 5, 2)))
        .isEqualTo(new ProcessorTimes(5, 0, 0));
  }

  @Test
  void hasNoShareOfNoTime() {
    assertThat(new ProcessorTimes(0, 0, 0).stealPercent()).isEmpty();
    assertThat(new ProcessorTimes(200, 7, 1).stealPercent()).contains(0.5);
  }

  @Test
  void isAbsentWithoutTheColumnForSteal() {
    FixtureMachine old = new FixtureMachine(root).write("proc/stat", "cpu  1 2 3 4 5 6 7");

    assertThat(ProcessorTimes.read(old.files())).isEmpty();
  }

  private ProcessorTimes read(String stat) {
    return ProcessorTimes.read(new FixtureMachine(root).write("proc/stat", stat).files())
        .orElseThrow();
  }
}
