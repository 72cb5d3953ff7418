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
  READ,
  /// A thread of the host tells the guest something, 16 bytes, as soon as the guest asks for it.
  EVENT,
  /// The guest sends small records as fast as it can; one operation is one record.
  STREAM,
  /// A record from guest to host and an event from host to guest, both under way at once.
  DUPLEX,
  /// Guest and host read and write shared memory, with one port write between their turns.
  TOUCH;

  private static final int SMALL_BYTES = 16;
  private static final int LONGEST_RECORD = 4096;

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
    return this == NOTIFY || this == CALL || this == EVENT;
  }

  /// Whether its payload is what matters, so that bytes per second are a figure worth having.
  public boolean isBulk() {
    return this == WRITE || this == READ || this == STREAM;
  }

  /// Whether its payload is made of records, 8 to 4096 bytes in whole words.
  public boolean hasRecords() {
    return this == STREAM || this == DUPLEX;
  }

  /// Whether several guest threads can do it at once.
  public boolean hasManyGuestThreads() {
    return this == NOTIFY || this == CALL || this == WRITE || this == READ;
  }

  /// What is wrong with a payload, or null.
  String refusal(int payloadBytes) {
    boolean wholeWords = payloadBytes % Long.BYTES == 0;
    if (hasRecords()
        && (payloadBytes < Long.BYTES || payloadBytes > LONGEST_RECORD || !wholeWords)) {
      return "workload %s has records of 8 to %d bytes in whole words of 8, not of %d"
          .formatted(label(), LONGEST_RECORD, payloadBytes);
    }
    if (this == TOUCH && (payloadBytes < Long.BYTES || !wholeWords)) {
      return "workload touch needs whole words of 8 bytes, not %d bytes".formatted(payloadBytes);
    }
    if (payloadBytes < Long.BYTES) {
      return "workload %s needs at least 8 bytes, not %d".formatted(label(), payloadBytes);
    }
    return null;
  }
}
