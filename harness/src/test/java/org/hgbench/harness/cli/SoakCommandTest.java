package org.hgbench.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import org.hgbench.harness.SuiteProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The command in a process of its own, as a user starts and stops it.
@Timeout(120)
class SoakCommandTest {
  @Test
  void soaksForTheTimeAndReports() throws Exception {
    Process soak = SuiteProcess.start("soak", "--boundary", "simulated", "--time", "2s");

    assertThat(SuiteProcess.output(soak))
        .contains("Boundary simulated, modelled", "losses: 0", "heap after collection: ");
    assertThat(soak.exitValue()).isZero();
  }

  @Test
  void reportsWhenItIsInterrupted() throws Exception {
    Process soak = SuiteProcess.start("soak", "--boundary", "simulated", "--time", "10m");
    try (BufferedReader lines = soak.inputReader()) {
      assertThat(lines.readLine()).startsWith("Boundary simulated");
      assertThat(lines.readLine()).startsWith("Until 10m are over");
      // Of the handle, since the other one closes the streams as well.
      soak.toHandle().destroy();

      assertThat(lines.lines()).contains("losses: 0");
    }
    assertThat(soak.waitFor()).isEqualTo(143);
  }
}
