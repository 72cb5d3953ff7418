package org.hgbench.machine.boundary.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.hgbench.machine.BoundaryCases;
import org.hgbench.machine.Machine;
import org.hgbench.machine.OtherProcess;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens when one side of the boundary dies, hangs or fails.
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class ProcessBoundaryTest {
  private static final long FOREVER = 60_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "KILL, halt, while the guest waited for an interrupt: exit code 137",
    "STOP, halt, 'while the guest waited for an interrupt: no sign of life for \\d+ ms, killed'",
    "KILL, trap, at in port=0x203: exit code 137",
    "STOP, trap, 'at in port=0x203: no sign of life for \\d+ ms, killed'"
  })
  void aHostThatDiesOrHangsIsReportedSoonAndLeavesNothing(
      String signal, String moment, String message) {
    run((machine, boundary) -> {
      machine.vcpu(0).out(0x200, 1);
      ProcessHandle host = boundary.hostProcess();
      CountDownLatch begun = new CountDownLatch(1);
      Thread killer = Thread.ofPlatform().start(() -> signalSoon(begun, signal, host.pid()));
      long start = System.nanoTime();

      begun.countDown();
      Throwable end =
          catchThrowable(() -> {
            if (moment.equals("trap")) {
              machine.vcpu(0).in(0x203);
            } else {
              machine.vcpu(0).halt(FOREVER);
            }
          });

      assertThat(System.nanoTime() - start).isLessThan(OtherProcess.SOON.toNanos());
      assertThat(end)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching("the host process ended " + message);
      join(killer);
      OtherProcess.awaitEnd(host);
      assertThatThrownBy(() -> machine.vcpu(0).out(0x200, 1))
          .hasMessageStartingWith("the host process ended at out port=0x200");
    });
  }

  @ParameterizedTest
  @CsvSource({"KILL, trap", "KILL, halt", "STOP, trap", "STOP, halt"})
  void aHostEndsSoonAfterItsGuestWasKilledOrStopped(String signal, String moment) throws Exception {
    BoundaryCases.run("process", List.of("RamSize = 2M"), usable -> {});
    Process guest = HostJvm.start(DoomedGuest.class.getName(), List.of(moment), true);
    try (BufferedReader output = guest.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle host = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      OtherProcess.signal(signal, guest.pid());

      OtherProcess.awaitEnd(host);
    } finally {
      guest.destroyForcibly();
    }
    assertThat(guest.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aGuestThatWasStoppedTooLongIsToldSo() throws Exception {
    BoundaryCases.run("process", List.of("RamSize = 2M"), usable -> {});
    Process guest = HostJvm.start(DoomedGuest.class.getName(), List.of("halt"), true);
    try (BufferedReader output = guest.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle host = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      OtherProcess.signal("STOP", guest.pid());
      OtherProcess.awaitEnd(host);
      OtherProcess.signal("CONT", guest.pid());

      assertThat(output.readLine())
          .matches(
              "the host process ended while the guest waited for an interrupt: the guest showed"
                  + " no sign of life for \\d+ ms");
      assertThat(guest.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      guest.destroyForcibly();
    }
  }

  @Test
  void aHostWithoutMemoryEndsInsteadOfHanging() throws Exception {
    BoundaryCases.run("process", List.of("RamSize = 2M"), usable -> {});
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(HostJvm.flags());
    command.addAll(List.of("-Xmx48m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DoomedGuest.class.getName(), "hoard"));
    Process guest =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader output = guest.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle host = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();

      // A JVM tries hard before it gives up.
      OtherProcess.awaitEnd(host, Duration.ofSeconds(60));

      assertThat(output.readLine())
          .matches(
              "the host process ended at out port=0x203:"
                  + " (exit code 70|java.lang.OutOfMemoryError: Java heap space)");
    } finally {
      guest.destroyForcibly();
    }
    assertThat(guest.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aFailureOfADeviceEndsTheHostAndIsNamedToTheGuest() {
    run((machine, boundary) -> {
      assertThatThrownBy(() -> machine.vcpu(0).out(0x203, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the host process ended at out port=0x203:"
                  + " java.lang.IllegalStateException: told to fail");
      OtherProcess.awaitEnd(boundary.hostProcess());
    });
  }

  @Test
  void theHostRefusesSettingsThatItsDevicesDoNotKnow() {
    assertThatThrownBy(() -> open("Devices/test/0/Config/Prot = 5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown settings: Devices/test/0/Config/Prot"
                + " (did you mean Devices/test/0/Config/Port?)");
  }

  @Test
  void aDeviceThatDoesNotStartIsNamedToTheGuest() {
    assertThatThrownBy(() -> open("Devices/test/0/Config/Broken = true"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the host process failed: test device 0 is broken");
  }

  @Test
  void theVcpuBelongsToTheThreadThatUsedItFirst() {
    run((machine, boundary) -> {
      machine.vcpu(0).out(0x200, 5);
      Thread other =
          Thread.ofPlatform()
              .start(() ->
                  assertThatThrownBy(() -> machine.vcpu(0).in(0x200))
                      .hasMessage("vCPU 0 of boundary process belongs to thread 'guest'"));
      join(other);
      assertThat(machine.vcpu(0).in(0x200)).isEqualTo(5);
    });
  }

  @Test
  void theHostIsAnotherProcessThatEndsWithTheMachine() {
    ProcessHandle[] host = new ProcessHandle[1];
    run((machine, boundary) -> {
      machine.vcpu(0).out(0x200, 5);
      host[0] = boundary.hostProcess();
      assertThat(host[0].isAlive()).isTrue();
      assertThatThrownBy(machine::host)
          .hasMessage("the host of boundary process is another process");
      try (Machine second = openOnThisThread()) {
        assertThatThrownBy(() -> second.vcpu(0).out(0x80, 0))
            .hasMessage(
                "this thread has been the guest of another machine: a guest of boundary"
                    + " process needs a fresh thread");
      }
    });
    assertThat(host[0].isAlive()).isFalse();
  }

  private static void signalSoon(CountDownLatch begun, String signal, long pid) {
    try {
      begun.await();
      // Time for the guest to be on its way; the test holds wherever it is.
      LockSupport.parkNanos(50_000_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    OtherProcess.signal(signal, pid);
  }

  private static void join(Thread thread) {
    try {
      assertThat(thread.join(java.time.Duration.ofSeconds(20))).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Machine openOnThisThread() {
    return Machine.open(Settings.parse(List.of("RamSize = 2M", "Boundary/Name = process")));
  }

  private static void open(String setting) {
    BoundaryCases.run("process", List.of("RamSize = 2M", setting), machine -> {});
  }

  private static void run(BiConsumer<Machine, ProcessBoundary> guest) {
    BoundaryCases.run(
        "process",
        List.of("RamSize = 2M", "Devices/test/0/Enabled = true"),
        machine -> guest.accept(machine, (ProcessBoundary) machine.boundary()));
  }
}
