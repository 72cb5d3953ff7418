package org.hgbench.harness.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hgbench.machine.trace.Stage;

/// The stages that an operation passes, in order. The last one ends with the operation.
///
/// Where the guest polls, no interrupt is on the way. Several records share one trap on the way of
/// a flush or of a batched call: the operations before are the first stage of the one that traps.
///
/// @param name what is followed, such as `HGCM call`
/// @param steps the stages
/// @param gathers whether operations only gather until one of them goes the way
public record TracePath(String name, List<Step> steps, boolean gathers) {
  /// How an operation ends.
  private static final Step FINISHED = new Step(null, "finished", "guest");

  private static final List<Step> COMMAND =
      List.of(
          guest(Stage.BUILT, "built"),
          host(Stage.TRAPPED, "trapped"),
          host(Stage.PARSED, "verified"),
          host(Stage.SERVICE_ENDED, "handled"),
          guest(Stage.WOKE, "returned"),
          FINISHED);

  private static final List<Step> CALL =
      List.of(
          guest(Stage.BUILT, "built"),
          host(Stage.TRAPPED, "trapped"),
          host(Stage.PARSED, "parsed"),
          host(Stage.COPIED_IN, "copied in"),
          host(Stage.QUEUED, "queued"),
          host(Stage.SERVICE_BEGAN, "service began"),
          host(Stage.SERVICE_ENDED, "service ended"),
          host(Stage.COPIED_OUT, "copied out"),
          host(Stage.RAISED, "interrupt raised"),
          host(Stage.ACKNOWLEDGED, "acknowledged"),
          guest(Stage.WOKE, "guest woke"),
          FINISHED);

  private static final List<Step> HOST_COMMAND =
      List.of(
          host(Stage.TRAPPED, "asked for"),
          host(Stage.HOST_BEGAN, "host thread woke"),
          host(Stage.QUEUED, "built"),
          host(Stage.RAISED, "interrupt raised"),
          host(Stage.ACKNOWLEDGED, "acknowledged"),
          guest(Stage.WOKE, "guest woke"),
          host(Stage.FETCHED, "fetched"),
          guest(Stage.PARSED, "verified"),
          guest(Stage.SERVICE_ENDED, "handled"),
          host(Stage.GIVEN_BACK, "given back"),
          FINISHED);

  private static final List<Step> PARKED_CALL =
      List.of(
          host(Stage.TRAPPED, "asked for"),
          host(Stage.HOST_BEGAN, "host thread woke"),
          host(Stage.SERVICE_ENDED, "service ended"),
          host(Stage.COPIED_OUT, "copied out"),
          host(Stage.RAISED, "interrupt raised"),
          host(Stage.ACKNOWLEDGED, "acknowledged"),
          guest(Stage.WOKE, "guest woke"),
          guest(Stage.FETCHED, "fetched by a second call"),
          new Step(null, "parked again", "guest"));

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

  /// The path of a workload, if it is one that can be followed.
  ///
  /// Not followed: operations that have two things under way (`duplex`), those without a request
  /// (`touch`), and a ring that a thread of the host drains by itself.
  public static Optional<TracePath> of(
      String workload, String transport, String variant, String waitStrategy) {
    boolean hgsmi = transport.equals("hgsmi");
    if (!hgsmi && !transport.equals("hgcm")) {
      return Optional.empty();
    }
    boolean polls = waitStrategy.equals("poll");
    return switch (workload) {
      case "notify", "call", "write", "read" ->
          Optional.of(
              hgsmi
                  ? new TracePath("HGSMI command", COMMAND, false)
                  : waited("HGCM call", CALL, polls));
      case "event" ->
          Optional.of(
              hgsmi
                  ? hostCommand(variant.equals("port"), polls)
                  : waited("parked HGCM call", PARKED_CALL, polls));
      case "stream" -> stream(hgsmi, variant, polls);
      default -> Optional.empty();
    };
  }

  private static Optional<TracePath> stream(boolean hgsmi, String variant, boolean polls) {
    if (!hgsmi) {
      TracePath call = waited("HGCM call", CALL, polls);
      return Optional.of(
          variant.equals("default")
              ? call
              : new TracePath(call.name + " of a batch", gathering(call.steps), true));
    }
    return variant.equals("refresh")
        ? Optional.empty()
        : Optional.of(new TracePath("VBVA flush", gathering(COMMAND), true));
  }

  private static List<Step> gathering(List<Step> steps) {
    List<Step> longer = new ArrayList<>(steps);
    longer.set(0, guest(Stage.BUILT, "records written"));
    return longer;
  }

  private static TracePath hostCommand(boolean port, boolean polls) {
    if (!port) {
      return waited("HGSMI host command", HOST_COMMAND, polls);
    }
    return new TracePath(
        "HGSMI host command, port polled",
        waited("", HOST_COMMAND, true).steps.stream()
            .filter(step -> step.stage != Stage.WOKE)
            .toList(),
        false);
  }

  private static TracePath waited(String name, List<Step> steps, boolean polls) {
    return polls
        ? new TracePath(
            name + ", polled",
            steps.stream()
                .filter(step -> step.stage != Stage.RAISED && step.stage != Stage.ACKNOWLEDGED)
                .toList(),
            false)
        : new TracePath(name, steps, false);
  }

  private static Step guest(Stage stage, String name) {
    return new Step(stage, name, "guest");
  }

  private static Step host(Stage stage, String name) {
    return new Step(stage, name, "host");
  }
}
