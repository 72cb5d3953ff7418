package org.hgbench.harness.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The workloads: what one operation does, whatever carries it.
public enum Workload {
  /// The guest tells the host something: 16 bytes, no answer.
  NOTIFY,
  /// The guest asks the host something: 16 bytes each way.
  CALL,
  /// The guest sends the payload, and the host reads every byte.
  WRITE,
  /// The host writes every byte of the payload, and the guest reads every byte.
  READ;

  private static final int SMALL_BYTES = 16;

  /// The workload of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Workload of(String name) {
    return Arrays.stream(values())
        .filter(workload -> workload.label().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no workload '%s'; there are %s"
                    .formatted(
                        name,
                        Arrays.stream(values())
                            .map(Workload::label)
                            .sorted()
                            .collect(Collectors.joining(", ")))));
  }

  /// Its name in profiles, commands and results.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The payload that is measured when `wanted` is asked for: some workloads have a fixed one.
  public int payloadBytes(int wanted) {
    return hasFixedPayload() ? SMALL_BYTES : wanted;
  }

  /// Whether it always carries 16 bytes.
  public boolean hasFixedPayload() {
    return this == NOTIFY || this == CALL;
  }

  /// Whether its payload is what matters, so that bytes per second are a figure worth having.
  public boolean isBulk() {
    return this == WRITE || this == READ;
  }

  /// What is wrong with a payload, or null.
  String refusal(int payloadBytes) {
    if (payloadBytes < Long.BYTES) {
      return "workload %s needs at least 8 bytes, not %d".formatted(label(), payloadBytes);
    }
    return null;
  }
}
