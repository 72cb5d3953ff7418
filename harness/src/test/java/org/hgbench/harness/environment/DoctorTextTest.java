package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTextTest {
  @TempDir Path root;

  @Test
  void saysTheGradeFirstAndARemedyBelowEachFinding() {
    assertThat(render(FixtureMachine.unpack("nested", root)))
        .isEqualTo(
            """
            Grade of this machine for measuring: poor

              cpu         AMD EPYC
              processors  2
              memory      23.5 GiB
              system      Debian GNU/Linux 12 (bookworm)
              kernel      6.18.44
              java        Eclipse Adoptium 25+36-LTS, OpenJDK 64-Bit Server VM

              poor  pressure      waiting for cpu 14.4 %, memory unknown, io unknown of the last minute
                                  Stop the other work that waits here (`top` and `systemd-cgtop` show it)
                                  and give the machine a minute.
              poor  load          1.07 on 2 processors
                                  Stop other work and wait until the one-minute load average (`uptime`) is
                                  below a fifth of the processors.
              fair  hypervisor    KVM
                                  Measure on bare metal, or on an instance with dedicated processors, and
                                  compare only forks that alternate.
              fair  isolation *   isolated none, nohz_full none
                                  Use a machine with four processors or more, so that two can be kept free
                                  of other work.
              good  steal         0.01 %
              good  quota         none
              good  swap          none
              good  clock         tsc, 25 ns a read, steps of 10 ns
              good  processors *  0-1 of 0-1
              good  smt *         off
              good  huge pages *  madvise

              * advice: does not count for the grade
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "cloud", "container", "old-container", "nested"})
  void staysInItsWidth(String machine) {
    assertThat(render(FixtureMachine.unpack(machine, root)).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(DoctorText.WIDTH));
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(render(new FixtureMachine(root)))
        .contains("Mac OS X")
        .doesNotContain("cpu  ", "null");
  }

  @Test
  void printsNoControlCharactersThatFilesContain() {
    FixtureMachine machine =
        FixtureMachine.unpack("nested", root)
            .write("proc/cpuinfo", "model name\t: \u001b[31mred\u0007");

    assertThat(render(machine)).contains("[31mred").doesNotContain("\u001b", "\u0007");
  }

  private static String render(FixtureMachine machine) {
    return DoctorText.render(machine.capture().capture(ProcessorTimes.AT_BOOT));
  }
}
