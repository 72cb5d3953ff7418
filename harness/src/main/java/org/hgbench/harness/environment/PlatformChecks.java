package org.hgbench.harness.environment;

import java.util.Optional;
import org.hgbench.results.model.Environment.Finding;

/// Can this machine be judged at all, and is it a whole machine?
final class PlatformChecks {
  private PlatformChecks() {}

  /// Without `/proc/stat` nothing below can be seen, and what is not seen is not trusted.
  static Optional<Finding> visibility(Patient patient) {
    return patient.times().isPresent()
        ? Optional.empty()
        : Optional.of(
            Grade.FAIR.finding(
                "visibility",
                "nothing to read in /proc",
                "Measure on Linux to have the noise of the machine graded."));
  }

  /// A guest cannot see what its host does beside it, so it is never better than fair.
  static Optional<Finding> hypervisor(Patient patient) {
    if (patient.times().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        patient
            .hypervisor()
            .map(name ->
                Grade.FAIR.finding(
                    "hypervisor",
                    name,
                    "Measure on bare metal, or on an instance with dedicated processors, and"
                        + " compare only forks that alternate."))
            .orElseGet(() -> Grade.GOOD.finding("hypervisor", "none", null)));
  }
}
