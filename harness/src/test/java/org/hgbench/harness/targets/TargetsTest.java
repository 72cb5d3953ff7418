package org.hgbench.harness.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.hgbench.machine.BoundaryCases;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Each target once, in this JVM: its contenders do equal work to the end.
@Isolated("judges times")
class TargetsTest {
  static final List<Target> TARGETS = Targets.ALL;

  /// Few, since spinning threads take long when other work has the processors.
  private static final int ROUNDS = 2;

  @ParameterizedTest
  @FieldSource("TARGETS")
  @Timeout(60)
  void contendersDoEqualWork(Target target) throws Exception {
    BoundaryCases.requireUsable(target.boundary());
    // A guest of boundary process needs a fresh thread.
    FutureTask<Void> task = new FutureTask<>(() -> measure(target), null);
    Thread.ofPlatform().name("target").daemon().start(task);
    task.get(50, TimeUnit.SECONDS);
  }

  private static void measure(Target target) {
    List<Contender> contenders = target.contenders().get();
    try {
      List<double[]> rounds = new PairedSlices(contenders, 1_000_000).measure(ROUNDS);

      assertThat(rounds)
          .hasSize(ROUNDS)
          .allSatisfy(each -> assertThat(each).hasSameSizeAs(contenders));
      assertThat(contenders)
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(contender -> {
            contender.begin();
            assertThat(contender.end()).isNotZero();
          });
    } finally {
      contenders.forEach(Contender::close);
    }
  }
}
