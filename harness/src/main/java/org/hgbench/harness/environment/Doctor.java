package org.hgbench.harness.environment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hgbench.results.model.Environment.Finding;

/// How small can this machine's noise be trusted to be, and what would make it smaller?
///
/// Each examination looks at one thing and reports what it found with a grade; what cannot be seen
/// on this machine is left out. **The grade of the machine is the worst grade among the weighty
/// findings**: those that can make two forks of the same build differ because they ran at different
/// moments (frequency, steal, other work, quotas, swap, an unseen host, a coarse clock). The others
/// shift every fork alike or can be avoided by placement, and are advice: they never lower the
/// grade.
///
/// | finding | weighty | fair | poor |
/// |---|---|---|---|
/// | `visibility` | yes | nothing of Linux to read | |
/// | `hypervisor` | yes | there is one | |
/// | `governor` | yes | a fixed frequency below the highest | frequency follows the load |
/// | `turbo` | yes | on | |
/// | `steal` | yes | 0.1 % | 1 % |
/// | `pressure` | yes | 2 % (memory 0.1 %) | 10 % (memory 1 %) |
/// | `load` | yes | 0.2 per processor | 0.5 per processor |
/// | `quota` | yes | | less than the processors it may use |
/// | `swap` | yes | in use | in use, and under 10 % of memory available |
/// | `clock` | yes | 50 ns a read | 200 ns a read, or a device behind a system call |
/// | `processors` | no | one only | |
/// | `smt` | no | on | |
/// | `isolation` | no | none | |
/// | `huge pages` | no | `always` | |
public final class Doctor {
  private static final List<Function<Patient, Optional<Finding>>> EXAMINATIONS =
      List.of(
          PlatformChecks::visibility,
          PlatformChecks::hypervisor,
          FrequencyChecks::governor,
          FrequencyChecks::turbo,
          ContentionChecks::steal,
          ContentionChecks::pressure,
          ContentionChecks::load,
          ProcessorChecks::quota,
          MemoryChecks::swap,
          ClockChecks::clock,
          ProcessorChecks::processors,
          ProcessorChecks::smt,
          ProcessorChecks::isolation,
          MemoryChecks::hugePages);

  private static final Set<String> ADVICE = Set.of("processors", "smt", "isolation", "huge pages");

  private Doctor() {}

  /// What the examinations found.
  ///
  /// @param grade of the machine
  /// @param findings worst first
  record Diagnosis(Grade grade, List<Finding> findings) {}

  /// Whether a finding counts for the grade of the machine.
  public static boolean isWeighty(Finding finding) {
    return !ADVICE.contains(finding.name());
  }

  static Diagnosis examine(Patient patient) {
    List<Finding> findings =
        EXAMINATIONS.stream()
            .flatMap(examination -> examination.apply(patient).stream())
            .sorted(Comparator.comparing((Finding finding) -> Grade.of(finding)).reversed())
            .toList();
    Grade grade =
        findings.stream().filter(Doctor::isWeighty).map(Grade::of).reduce(Grade.GOOD, Grade::worse);
    return new Diagnosis(grade, findings);
  }
}
