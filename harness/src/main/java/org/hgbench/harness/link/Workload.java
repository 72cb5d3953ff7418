package org.hgbench.harness.link;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A workload: what one operation does, whatever carries it. The suite's own are constants here;
/// others come with plug-ins.
///
/// @param label its name in profiles, commands and results
/// @param kind what it is
public record Workload(String label, Kind kind) {
  /// The guest tells the host something: 16 bytes, no answer.
  public static final Workload NOTIFY = new Workload(Kind.NOTIFY);

  /// The guest asks the host something: 16 bytes each way.
  public static final Workload CALL = new Workload(Kind.CALL);

  /// The guest sends the payload, and the host reads every byte.
  public static final Workload WRITE = new Workload(Kind.WRITE);

  /// The host writes every byte of the payload, and the guest reads every byte.
  public static final Workload READ = new Workload(Kind.READ);

  /// A thread of the host tells the guest something, 16 bytes, as soon as the guest asks for it.
  public static final Workload EVENT = new Workload(Kind.EVENT);

  /// The guest sends small records as fast as it can; one operation is one record.
  public static final Workload STREAM = new Workload(Kind.STREAM);

  /// A record from guest to host and an event from host to guest, both under way at once.
  public static final Workload DUPLEX = new Workload(Kind.DUPLEX);

  /// Guest and host read and write shared memory, with one port write between their turns.
  public static final Workload TOUCH = new Workload(Kind.TOUCH);

  /// The suite's own.
  public static final List<Workload> OWN =
      List.of(NOTIFY, CALL, WRITE, READ, EVENT, STREAM, DUPLEX, TOUCH);

  /// Which of the suite's workloads it is.
  public enum Kind {
    /// [Workload#NOTIFY].
    NOTIFY,
    /// [Workload#CALL].
    CALL,
    /// [Workload#WRITE].
    WRITE,
    /// [Workload#READ].
    READ,
    /// [Workload#EVENT].
    EVENT,
    /// [Workload#STREAM].
    STREAM,
    /// [Workload#DUPLEX].
    DUPLEX,
    /// [Workload#TOUCH].
    TOUCH,
    /// That of a plug-in, see [WorkloadProvider].
    PLUGGED
  }

  private Workload(Kind kind) {
    this(kind.name().toLowerCase(Locale.ROOT), kind);
  }

  private static final int SMALL_BYTES = 16;
  private static final int LONGEST_RECORD = 4096;

  /// The workload of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Workload of(String name) {
    return all()
        .filter(workload -> workload.label.equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no workload '%s'; there are %s"
                    .formatted(
                        name,
                        all().map(Workload::label).sorted().collect(Collectors.joining(", ")))));
  }

  /// The suite's own and those of plug-ins.
  public static Stream<Workload> all() {
    return Stream.concat(
        OWN.stream(),
        ServiceLoader.load(WorkloadProvider.class).stream()
            .map(provider -> new Workload(provider.get().name(), Kind.PLUGGED)));
  }

  /// The plug-in that brings it.
  ///
  /// @throws IllegalStateException if none does
  WorkloadProvider provider() {
    for (WorkloadProvider provider : ServiceLoader.load(WorkloadProvider.class)) {
      if (kind == Kind.PLUGGED && provider.name().equals(label)) {
        return provider;
      }
    }
    throw new IllegalStateException("no plug-in brings the workload " + label);
  }

  /// The payload that is measured when `wanted` is asked for: some workloads have a fixed one.
  public int payloadBytes(int wanted) {
    return hasFixedPayload() ? SMALL_BYTES : wanted;
  }

  /// Whether it always carries 16 bytes.
  public boolean hasFixedPayload() {
    return kind == Kind.NOTIFY || kind == Kind.CALL || kind == Kind.EVENT;
  }

  /// Whether its payload is what matters, so that bytes per second are a figure worth having.
  public boolean isBulk() {
    return kind == Kind.WRITE || kind == Kind.READ || kind == Kind.STREAM;
  }

  /// Whether its payload is made of records, 8 to 4096 bytes in whole words.
  public boolean hasRecords() {
    return kind == Kind.STREAM || kind == Kind.DUPLEX;
  }

  /// Whether several guest threads can do it at once, as far as this is known here.
  public boolean hasManyGuestThreads() {
    return switch (kind) {
      case NOTIFY, CALL, WRITE, READ, PLUGGED -> true;
      case EVENT, STREAM, DUPLEX, TOUCH -> false;
    };
  }

  /// What is wrong with a payload, or null.
  String refusal(int payloadBytes) {
    boolean wholeWords = payloadBytes % Long.BYTES == 0;
    if (hasRecords()
        && (payloadBytes < Long.BYTES || payloadBytes > LONGEST_RECORD || !wholeWords)) {
      return "workload %s has records of 8 to %d bytes in whole words of 8, not of %d"
          .formatted(label, LONGEST_RECORD, payloadBytes);
    }
    if (kind == Kind.TOUCH && (payloadBytes < Long.BYTES || !wholeWords)) {
      return "workload touch needs whole words of 8 bytes, not %d bytes".formatted(payloadBytes);
    }
    if (payloadBytes < Long.BYTES) {
      return "workload %s needs at least 8 bytes, not %d".formatted(label, payloadBytes);
    }
    return null;
  }
}
