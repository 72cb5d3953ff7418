package org.hgbench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.Assumptions;

/// Runs one test over every boundary: `@MethodSource("org.hgbench.machine.BoundaryCases#all")`.
///
/// A boundary that this machine lacks is skipped with the reason, never passed.
public final class BoundaryCases {
  private static final Duration BOUND = Duration.ofSeconds(60);

  private BoundaryCases() {}

  /// The names of all boundaries, or of those that the property `hgbench.test.boundaries` lists.
  public static Stream<String> all() {
    String names = System.getProperty("hgbench.test.boundaries", "simulated,kvm,process");
    return Stream.of(names.split(","));
  }

  /// Skips the test, with the reason, if this machine lacks the boundary.
  public static void requireUsable(String boundary) {
    if (BoundaryProbe.probe(boundary) instanceof BoundaryProbe.Unusable unusable) {
      Assumptions.abort("boundary " + boundary + " skipped: " + unusable.sentence());
    }
  }

  /// Builds a machine behind a boundary and runs a guest on a fresh thread, as every boundary
  /// permits. The machine is closed when the guest ends.
  public static void run(String boundary, List<String> settings, Consumer<Machine> guest) {
    requireUsable(boundary);
    List<String> lines = new ArrayList<>(settings);
    lines.add("Boundary/Name = " + boundary);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        Thread.ofPlatform()
            .name("guest")
            .start(() -> {
              try (Machine machine = Machine.open(Settings.parse(lines))) {
                guest.accept(machine);
              } catch (Throwable t) {
                failure.set(t);
              }
            });
    try {
      assertThat(thread.join(BOUND)).as("the guest ends in time").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable t -> throw new AssertionError(t);
    }
  }
}
