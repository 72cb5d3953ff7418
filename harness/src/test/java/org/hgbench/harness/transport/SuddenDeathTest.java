package org.hgbench.harness.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.hgbench.harness.SuiteJvm;
import org.hgbench.harness.SuiteProcess;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.machine.BoundaryCases;
import org.hgbench.machine.ForwardingVcpu;
import org.hgbench.machine.Machine;
import org.hgbench.machine.OtherProcess;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.boundary.process.ProcessBoundary;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One side of boundary `process` is killed or stopped in the middle of a transport's work.
///
/// Some steps and moments, chosen at random; all steps, and many moments, with
/// `-Dhgbench.long=true`.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class SuddenDeathTest {
  private static final boolean LONG = Boolean.getBoolean("hgbench.long");
  private static final List<String> SIGNALS = List.of("KILL", "STOP");
  private static final int MOST_NANOS = 50_000_000;

  private final SplittableRandom random = new SplittableRandom();

  @ParameterizedTest
  @EnumSource
  void aHostThatEndsBeforeAnyStepIsReportedSoon(Session session) {
    int steps = countSteps(session);
    assertThat(steps).isGreaterThanOrEqualTo(3);
    if (!LONG) {
      endTheHost(session, 1, "KILL");
      endTheHost(session, 2 + random.nextInt(steps - 1), anySignal());
      return;
    }
    for (int step = 1; step <= steps; step++) {
      for (String signal : SIGNALS) {
        endTheHost(session, step, signal);
      }
    }
  }

  /// A guest that polls does no step at all while it waits.
  @ParameterizedTest
  @ValueSource(strings = {"KILL", "STOP"})
  void aHostThatEndsWhileItsGuestPollsIsReportedSoon(String signal) {
    run(
        Session.HGCM_POLL,
        machine -> {
          ProcessHandle host = ((ProcessBoundary) machine.boundary()).hostProcess();
          AtomicLong start = new AtomicLong();
          Looks vcpu =
              new Looks(
                  machine.vcpu(0),
                  () -> {
                    OtherProcess.signal(signal, host.pid());
                    start.set(System.nanoTime());
                  });

          Throwable end =
              catchThrowable(() -> new HgcmClient(machine, vcpu, WaitMode.POLL).waitForAMessage());

          assertThat(System.nanoTime() - start.get()).isLessThan(OtherProcess.SOON.toNanos());
          assertThat(end)
              .isInstanceOf(IllegalStateException.class)
              .hasMessageStartingWith("the host process ended while the guest looked at memory: ");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aHostEndsSoonAfterItsGuestWhateverThatDid(Session session) throws Exception {
    BoundaryCases.requireUsable("process");
    for (int round = 0; round < (LONG ? 40 : 1); round++) {
      endTheGuest(session, anySignal());
    }
  }

  private String anySignal() {
    return SIGNALS.get(random.nextInt(SIGNALS.size()));
  }

  private void endTheHost(Session session, int step, String signal) {
    String what = "%s, %s before step %d".formatted(session, signal, step);
    run(
        session,
        machine -> {
          ProcessHandle host = ((ProcessBoundary) machine.boundary()).hostProcess();
          long[] start = new long[1];
          Steps vcpu =
              new Steps(
                  machine.vcpu(0),
                  step,
                  () -> {
                    OtherProcess.signal(signal, host.pid());
                    OtherProcess.awaitStillness(host);
                    start[0] = System.nanoTime();
                  });

          Throwable end = catchThrowable(() -> session.run(machine, vcpu));

          assertThat(System.nanoTime() - start[0]).as(what).isLessThan(OtherProcess.SOON.toNanos());
          assertThat(end)
              .as(what)
              .isInstanceOf(IllegalStateException.class)
              .hasMessageStartingWith("the host process ended ");
          OtherProcess.awaitEnd(host);
          assertThatThrownBy(() -> machine.vcpu(0).out(0x80, 0))
              .as(what)
              .hasMessageStartingWith("the host process ended ");
        });
  }

  private void endTheGuest(Session session, String signal) throws Exception {
    List<String> command =
        SuiteJvm.command(
            SuiteProcess.SHORT_LIVED, DoomedSession.class.getName(), List.of(session.name()));
    Process guest =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output = guest.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle host = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      LockSupport.parkNanos(random.nextInt(MOST_NANOS));

      OtherProcess.signal(signal, guest.pid());

      OtherProcess.awaitEnd(host);
    } finally {
      guest.destroyForcibly();
    }
    assertThat(guest.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private static int countSteps(Session session) {
    int[] steps = new int[1];
    run(
        session,
        machine -> {
          Steps vcpu = new Steps(machine.vcpu(0), -1, () -> {});
          session.run(machine, vcpu);
          steps[0] = vcpu.steps;
        });
    return steps[0];
  }

  private static void run(Session session, Consumer<Machine> guest) {
    BoundaryCases.run("process", session.settings(), guest);
  }

  /// Does something once the guest has looked at memory for long.
  private static final class Looks extends ForwardingVcpu {
    private static final int MANY = 1_000_000;
    private final Runnable then;
    private int looks;

    Looks(Vcpu vcpu, Runnable then) {
      super(vcpu);
      this.then = then;
    }

    @Override
    public void out(int port, int width, int value) {
      looks = 0;
      super.out(port, width, value);
    }

    @Override
    public void pause() {
      if (++looks == MANY) {
        then.run();
      }
      super.pause();
    }
  }

  /// Does something before one of the steps that need the host.
  private static final class Steps extends ForwardingVcpu {
    private final int step;
    private final Runnable before;
    private int steps;

    Steps(Vcpu vcpu, int step, Runnable before) {
      super(vcpu);
      this.step = step;
      this.before = before;
    }

    @Override
    public void out(int port, int width, int value) {
      step();
      super.out(port, width, value);
    }

    @Override
    public int in(int port, int width) {
      step();
      return super.in(port, width);
    }

    @Override
    public void halt(long timeoutNanos) {
      step();
      super.halt(timeoutNanos);
    }

    private void step() {
      if (++steps == step) {
        before.run();
      }
    }
  }
}
