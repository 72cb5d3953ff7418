package org.hgbench.harness.targets;

import java.util.List;
import java.util.function.Supplier;

/// A statement on speed that can be tried on any machine.
///
/// @param name what the command line calls it
/// @param statement what is compared with what, in one line
/// @param bound what the first contender has to reach beside the second
/// @param contenders opens them: the subject, its control, and others that are only printed
/// @param boundary the boundary that it needs
public record Target(
    String name,
    String statement,
    Bound bound,
    Supplier<List<Contender>> contenders,
    String boundary) {
  /// A target that needs no real boundary.
  public Target(String name, String statement, Bound bound, Supplier<List<Contender>> contenders) {
    this(name, statement, bound, contenders, "simulated");
  }
}
