package org.hgbench.harness.cli;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.plan.Selection;
import picocli.CommandLine.Option;

/// The options that pick cells of a profile.
final class SelectionOptions {
  @Option(
      names = "--workload",
      paramLabel = "W",
      split = ",",
      description = "only these workloads of the profile; * and ? match any letters and any one")
  private List<String> workloads = new ArrayList<>();

  @Option(
      names = "--transport",
      paramLabel = "T",
      split = ",",
      description = "only these transports, likewise")
  private List<String> transports = new ArrayList<>();

  @Option(
      names = "--only-boundary",
      paramLabel = "B",
      split = ",",
      description =
          "only cells on these boundaries as the plan shows them, likewise: kvm, simulated-*")
  private List<String> boundaries = new ArrayList<>();

  @Option(
      names = "--size",
      paramLabel = "N",
      split = ",",
      description = "only these payloads, likewise: 16, 64K, ?M")
  private List<String> sizes = new ArrayList<>();

  Selection selection() {
    return new Selection(workloads, transports, boundaries, sizes);
  }
}
