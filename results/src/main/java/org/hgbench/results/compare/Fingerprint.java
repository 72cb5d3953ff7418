package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Run;

/// Where two runs were not made on the same machine in the same way.
///
/// Boundary, placement and sizes are conditions of each measurement and are matched there
/// ([Conditions]).
///
/// @param differences what differs; empty for runs that may be compared
public record Fingerprint(List<Difference> differences) {
  /// One fact that differs.
  ///
  /// @param field its name in `run.json`
  /// @param base its value in the first run
  /// @param next its value in the second run
  /// @param gating whether it makes the runs incomparable; otherwise it is only mentioned
  public record Difference(String field, String base, String next, boolean gating) {
    @Override
    public String toString() {
      return field + ": " + base + " -> " + next;
    }
  }

  /// Copies the list.
  public Fingerprint {
    differences = List.copyOf(differences);
  }

  /// Holds one run against another.
  public static Fingerprint between(Run base, Run next) {
    List<Difference> found = new ArrayList<>();
    note(found, "schema", base.schema(), next.schema(), true);
    note(found, "profile", base.profile(), next.profile(), true);
    note(found, "mode", base.mode(), next.mode(), true);
    Environment from = base.environment();
    Environment to = next.environment();
    if (from == null || to == null) {
      note(found, "environment", known(from), known(to), true);
      return new Fingerprint(found);
    }
    note(found, "cpu", from.cpu(), to.cpu(), true);
    note(found, "cores", from.cores(), to.cores(), true);
    note(found, "os", from.os(), to.os(), true);
    note(found, "kernel", from.kernel(), to.kernel(), true);
    note(found, "hypervisor", from.hypervisor(), to.hypervisor(), true);
    note(found, "jdk", from.jdk(), to.jdk(), true);
    note(found, "jvmFlags", flags(from, to), flags(to, from), true);
    note(found, "clockSource", from.clockSource(), to.clockSource(), false);
    note(found, "governor", from.governor(), to.governor(), false);
    note(found, "memoryBytes", from.memoryBytes(), to.memoryBytes(), false);
    return new Fingerprint(found);
  }

  /// Whether the runs may be compared.
  public boolean comparable() {
    return gating().isEmpty();
  }

  /// The differences that make them incomparable.
  public List<Difference> gating() {
    return differences.stream().filter(Difference::gating).toList();
  }

  private static void note(
      List<Difference> found, String field, Object base, Object next, boolean gating) {
    if (!Objects.equals(base, next)) {
      found.add(new Difference(field, String.valueOf(base), String.valueOf(next), gating));
    }
  }

  /// The flags that the other does not have; all the others only hide the difference.
  private static String flags(Environment environment, Environment other) {
    List<String> own = new ArrayList<>(environment.jvmFlags());
    own.removeAll(other.jvmFlags());
    return own.isEmpty() ? "none" : String.join(" ", own);
  }

  private static String known(Environment environment) {
    return environment == null ? "not recorded" : "recorded";
  }
}
