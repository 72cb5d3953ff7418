package org.hgbench.harness.environment;

import java.util.Optional;

/// What the doctor looks at.
///
/// @param files what the kernel says of the machine
/// @param processors how many processors the Java runtime counts as its own
/// @param hypervisor what is below, if anything
/// @param clock what the clock costs
/// @param times processor times of the interval to judge
record Patient(
    SystemFiles files,
    int processors,
    Optional<String> hypervisor,
    ClockCost clock,
    Optional<ProcessorTimes> times) {
  /// Processors of the machine that are running, whoever may use them.
  int onlineProcessors() {
    return CpuList.online(files).map(CpuList::count).filter(n -> n > 0).orElse(processors);
  }
}
