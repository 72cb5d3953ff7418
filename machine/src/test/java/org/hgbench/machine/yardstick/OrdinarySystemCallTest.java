package org.hgbench.machine.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class OrdinarySystemCallTest {
  @Test
  void reachesTheKernel() {
    long thread = new OrdinarySystemCall().repeat(10);

    assertThat(Files.exists(Path.of("/proc/self/task/" + thread))).isTrue();
  }
}
