package org.hgbench.harness.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hgbench.harness.plan.Plan;
import org.hgbench.harness.plan.PlannedFork;

/// Prints a plan: how many forks of what, and how long they take.
final class PlanText {
  private PlanText() {}

  static void print(Plan plan, PrintWriter out) {
    Map<String, Integer> forks = new LinkedHashMap<>();
    for (PlannedFork fork : plan.forks()) {
      String what = fork.subject().label() + (fork.latency() ? "  (latency)" : "");
      forks.merge(what, 1, Integer::sum);
    }
    forks.forEach((what, count) -> out.printf("%4d forks  %s%n", count, what));
    Duration time = Duration.ofMillis(plan.estimateMillis());
    out.printf(
        "%4d forks, about %d min %02d s%n",
        plan.forks().size(), time.toMinutes(), time.toSecondsPart());
  }
}
