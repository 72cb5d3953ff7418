package org.hgbench.results.model;

import java.util.List;

/// What disturbed one fork while it measured.
///
/// @param grade `good`, `fair` or `poor`
/// @param observedNanos how long was watched: the measured iterations
/// @param stolenNanos processor time that the hypervisor gave to others, null where it cannot be
///   seen
/// @param involuntarySwitches how often threads of the fork were preempted
/// @param pauses how often everything in the fork stood still for a millisecond or more
/// @param pausedNanos how long in all
/// @param longestPauseNanos the longest of them
/// @param throttledNanos processor time lost to a CPU quota
/// @param majorFaults page faults that waited for a disk
/// @param reasons why the grade is not `good`, a sentence each
public record Disturbance(
    String grade,
    long observedNanos,
    Long stolenNanos,
    long involuntarySwitches,
    long pauses,
    long pausedNanos,
    long longestPauseNanos,
    long throttledNanos,
    long majorFaults,
    List<String> reasons) {
  /// Copies the list.
  public Disturbance {
    reasons = Run.copy(reasons);
  }
}
