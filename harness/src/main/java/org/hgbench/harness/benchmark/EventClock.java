package org.hgbench.harness.benchmark;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Where a benchmark notes the time of events that are only part of its operations. The figure of
/// such a benchmark is the mean of its events, not of its operations. JMH clears it before each
/// iteration.
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class EventClock {
  /// How many there were.
  public long events;

  /// How long they took in all.
  public long eventNanos;

  /// One more.
  void add(long nanos) {
    events++;
    eventNanos += nanos;
  }
}
