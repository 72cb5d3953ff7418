package org.hgbench.harness.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hgbench.harness.SuiteJvm;
import org.hgbench.harness.SuiteProcess;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Verification;
import org.hgbench.harness.link.Workload;
import org.hgbench.machine.BoundaryCases;
import org.hgbench.machine.settings.Settings;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Follows real operations over each boundary that works here. Stamps are a constant of a JVM, so
/// they are switched on in one of its own.
@Execution(ExecutionMode.CONCURRENT)
class TracedOperationTest {
  private static final int OPERATIONS = 200;
  private static final int MOST_GATHERED = 64;

  @ParameterizedTest
  @ValueSource(strings = {"simulated", "process", "kvm"})
  void everyOperationGoesItsWay(String boundary) throws Exception {
    BoundaryCases.requireUsable(boundary);
    List<String> options = new ArrayList<>(SuiteProcess.SHORT_LIVED);
    options.add("-D" + Stamps.PROPERTY + "=true");
    List<String> command = SuiteJvm.command(options, Followed.class.getName(), List.of(boundary));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines()).hasSize(Followed.CELLS.size()).allMatch(line -> line.endsWith(" ok"));
  }

  /// What runs in that JVM: prints a line for each cell, `ok` at its end if almost every operation
  /// passed every stage in order and the sums are exact.
  static final class Followed {
    static final List<List<String>> CELLS =
        List.of(
            List.of("call", "hgsmi", "default", "irq"),
            List.of("call", "hgcm", "default", "irq"),
            List.of("call", "hgcm", "default", "poll"),
            List.of("event", "hgsmi", "default", "irq"),
            List.of("event", "hgsmi", "default", "poll"),
            List.of("event", "hgsmi", "port", "poll"),
            List.of("event", "hgcm", "default", "irq"),
            List.of("event", "hgcm", "default", "poll"),
            List.of("stream", "hgsmi", "default", "irq"),
            List.of("stream", "hgsmi", "every-16", "irq"),
            List.of("stream", "hgcm", "every-16", "irq"));

    private Followed() {}

    public static void main(String[] boundary) throws InterruptedException {
      for (List<String> cell : CELLS) {
        // A guest thread of boundary process stays one for good.
        Thread guest =
            Thread.ofPlatform()
                .start(() -> System.out.println(cell + " " + follow(boundary[0], cell)));
        guest.join();
      }
    }

    private static String follow(String boundary, List<String> cell) {
      Workload workload = Workload.of(cell.get(0));
      CellSpec spec =
          new CellSpec(
              workload,
              cell.get(1),
              new Variant(cell.get(2)),
              workload.payloadBytes(64),
              cell.get(3),
              "unpinned",
              1,
              Settings.parse(List.of("Boundary/Name=" + boundary)));
      TracePath path =
          TracePath.of(cell.get(0), cell.get(1), cell.get(2), cell.get(3)).orElseThrow();
      StageRecorder recorder = new StageRecorder(path, Stamps::read);
      long total = 0;
      try (Link link = spec.open()) {
        Operation operation = link.operation(0);
        long sequence = 0;
        for (int i = 0; i < OPERATIONS; i++) {
          long before = recorder.count();
          Stamps.clear();
          long begin = System.nanoTime();
          int gathered = 0;
          do {
            operation.run(sequence++);
            gathered++;
          } while (path.gathers() && gathered < MOST_GATHERED && Stamps.read(Stage.WOKE) == 0);
          long end = System.nanoTime();
          recorder.record(begin, end);
          total += recorder.count() > before ? end - begin : 0;
        }
        long sums = IntStream.range(0, path.steps().size()).mapToLong(recorder::sum).sum();
        boolean all = recorder.incomplete() * 50 <= OPERATIONS;
        return all && sums == total && link.verify().equals(Verification.OK)
            ? "ok"
            : "incomplete=%d sums=%d total=%d".formatted(recorder.incomplete(), sums, total);
      }
    }
  }
}
