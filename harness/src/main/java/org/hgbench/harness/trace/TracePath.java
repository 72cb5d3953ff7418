package org.hgbench.harness.trace;

import java.util.List;
import java.util.Optional;
import org.hgbench.machine.trace.Stage;

/// The stages that an operation passes, in order. The last one ends with the operation.
///
/// @param name what is followed, such as `HGCM call`
/// @param steps the stages
public record TracePath(String name, List<Step> steps) {
  /// How an operation ends.
  private static final Step FINISHED = new Step(null, "finished", "guest");

  private static final TracePath HGSMI_COMMAND =
      new TracePath(
          "HGSMI command",
          List.of(
              new Step(Stage.BUILT, "built", "guest"),
              new Step(Stage.TRAPPED, "trapped", "host"),
              new Step(Stage.PARSED, "verified", "host"),
              new Step(Stage.SERVICE_ENDED, "handled", "host"),
              new Step(Stage.WOKE, "returned", "guest"),
              FINISHED));

  private static final TracePath HGCM_CALL =
      new TracePath(
          "HGCM call",
          List.of(
              new Step(Stage.BUILT, "built", "guest"),
              new Step(Stage.TRAPPED, "trapped", "host"),
              new Step(Stage.PARSED, "parsed", "host"),
              new Step(Stage.COPIED_IN, "copied in", "host"),
              new Step(Stage.QUEUED, "queued", "host"),
              new Step(Stage.SERVICE_BEGAN, "service began", "host"),
              new Step(Stage.SERVICE_ENDED, "service ended", "host"),
              new Step(Stage.COPIED_OUT, "copied out", "host"),
              new Step(Stage.RAISED, "interrupt raised", "host"),
              new Step(Stage.ACKNOWLEDGED, "acknowledged", "host"),
              new Step(Stage.WOKE, "guest woke", "guest"),
              FINISHED));

  /// One stage.
  ///
  /// @param stage the stamp at its end, null where it ends with the operation
  /// @param name for people
  /// @param side `guest` or `host`: where the stamp is taken
  public record Step(Stage stage, String name, String side) {
    /// Fit for the tag of a histogram log.
    public String tag() {
      return name.replace(' ', '-');
    }
  }

  /// The path of a workload, if it is one that can be followed: one request of the guest, answered
  /// while it waits. HGCM is followed where an interrupt tells of the end.
  public static Optional<TracePath> of(String workload, String transport, String waitStrategy) {
    boolean oneRequest = List.of("notify", "call", "write", "read").contains(workload);
    if (!oneRequest) {
      return Optional.empty();
    }
    return switch (transport) {
      case "hgsmi" -> Optional.of(HGSMI_COMMAND);
      case "hgcm" -> waitStrategy.equals("irq") ? Optional.of(HGCM_CALL) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
