package org.hgbench.results.model;

import java.util.List;

/// The machine a run took place on. A fact that could not be read is null.
///
/// @param cpu model name of the processor
/// @param cores processors that this JVM may use
/// @param memoryBytes installed memory
/// @param os name of the operating system
/// @param kernel its version
/// @param hypervisor name of the hypervisor below, or null on bare metal
/// @param jdk vendor and version of the Java runtime
/// @param jvmFlags the flags every fork ran with
/// @param governor frequency governor
/// @param clockSource the kernel's clock source
/// @param clockNanos cost of one clock read in nanoseconds
/// @param clockStepNanos smallest step of the clock in nanoseconds
/// @param stealPercent share of processor time that the hypervisor gave to others during the run
/// @param grade `good`, `fair` or `poor`: how far this machine's noise can be trusted to be small
/// @param findings what the grade rests on
public record Environment(
    String cpu,
    int cores,
    Long memoryBytes,
    String os,
    String kernel,
    String hypervisor,
    String jdk,
    List<String> jvmFlags,
    String governor,
    String clockSource,
    Double clockNanos,
    Double clockStepNanos,
    Double stealPercent,
    String grade,
    List<Finding> findings) {
  /// Copies the lists.
  public Environment {
    jvmFlags = Run.copy(jvmFlags);
    findings = Run.copy(findings);
  }

  /// One thing about the machine that disturbs, or does not disturb, measurements.
  ///
  /// @param name what was looked at, such as `governor`
  /// @param value what was found
  /// @param grade `good`, `fair` or `poor`
  /// @param remedy what would make it better, null when it is good
  public record Finding(String name, String value, String grade, String remedy) {}
}
