package org.hgbench.fuzz;

import java.util.List;

/// The targets by their names.
public final class FuzzTargets {
  /// All names.
  public static final List<String> NAMES =
      List.of(
          "hgsmi-vram",
          "hgsmi-ring",
          "hgsmi-host-commands",
          "hgcm-requests",
          "hgcm-sink",
          "hgcm-echo",
          "hgcm-messages",
          "hgcm-properties",
          "hgcm-folders",
          "run-json",
          "run-fields",
          "hlog",
          "hlog-interval");

  private FuzzTargets() {}

  /// Opens one.
  ///
  /// @throws IllegalArgumentException with a sentence if there is none
  public static FuzzTarget open(String name) {
    return switch (name) {
      case "hgsmi-vram" -> new HgsmiTarget(HgsmiSeeds.vram(), false);
      case "hgsmi-ring" -> new HgsmiTarget(HgsmiSeeds.ring(), true);
      case "hgsmi-host-commands" -> new HgsmiTarget(HgsmiSeeds.hostCommands(), true);
      case "hgcm-requests" -> new RequestTarget();
      case "hgcm-sink" -> new ServiceTarget("HgbenchSink", ServiceSeeds.sink());
      case "hgcm-echo" -> new ServiceTarget("HgbenchEcho", ServiceSeeds.echo());
      case "hgcm-messages" -> new ServiceTarget("HgbenchMessages", ServiceSeeds.messages());
      case "hgcm-properties" -> new ServiceTarget("VBoxGuestPropSvc", ServiceSeeds.properties());
      case "hgcm-folders" -> new FolderTarget();
      case "run-json" -> new RunJsonTarget();
      case "run-fields" -> new RunFieldsTarget();
      case "hlog" -> new HistogramTarget();
      case "hlog-interval" -> new IntervalTarget();
      default ->
          throw new IllegalArgumentException(
              "no target '%s'; there are %s".formatted(name, String.join(", ", NAMES)));
    };
  }
}
