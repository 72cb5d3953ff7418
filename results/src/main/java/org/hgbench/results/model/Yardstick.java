package org.hgbench.results.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What the machine needs for something elementary, measured in the same run, because an absolute
/// figure means nothing on somebody else's machine.
///
/// @param name such as `bare trap`, `hand-over`, `copy bandwidth`, `checksum`
/// @param boundary the boundary it belongs to, or null
/// @param trapCost name of the modelled cost, null on a real boundary or without a boundary
/// @param placement `same-core`, `cross-core`, `unpinned`, or null where one thread does it all
/// @param waitStrategy `wait` in the file: how the other side waits, or null
/// @param payloadBytes bytes moved per operation, 0 where nothing is moved
/// @param processes 1 or 2
/// @param unit `ns/op` or `B/s`
/// @param value median over the forks
/// @param perFork one value per fork
public record Yardstick(
    String name,
    String boundary,
    String trapCost,
    String placement,
    @JsonProperty("wait") String waitStrategy,
    long payloadBytes,
    int processes,
    String unit,
    double value,
    List<Double> perFork) {
  /// Copies the list.
  public Yardstick {
    perFork = Run.copy(perFork);
  }
}
