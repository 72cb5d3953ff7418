package org.hgbench.harness.duet;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.LinkSpec;
import org.hgbench.harness.link.Verification;
import org.hgbench.machine.settings.Settings;

/// A workload on a link, driven in batches by one guest thread.
final class LinkWork implements Work {
  private final Link link;
  private final LongUnaryOperator operation;
  private long sequence;

  /// Depends on every result, so that no compiler drops the work.
  private volatile long kept;

  private LinkWork(Link link, LongUnaryOperator operation) {
    this.link = link;
    this.operation = operation;
  }

  /// Opens the link that a message `open` describes.
  ///
  /// @throws IllegalArgumentException if this build has no such workload, transport or boundary
  static Work open(Message open) throws ProtocolException {
    String workload = open.text("workload");
    requireOnly(open, "placement", "unpinned");
    requireOnly(open, "guestThreads", "1");
    LinkSpec spec =
        new LinkSpec(
            open.text("transport"),
            open.text("variant"),
            (int) open.number("payloadBytes", 0, Integer.MAX_VALUE),
            open.text("waitStrategy"),
            Settings.parse(List.of(open.text("boundary").split(";"))));
    Link link = spec.open();
    try {
      return new LinkWork(link, operation(link, workload));
    } catch (IllegalArgumentException e) {
      link.close();
      throw e;
    }
  }

  private static void requireOnly(Message open, String name, String possible)
      throws ProtocolException {
    if (!open.text(name).equals(possible)) {
      throw new IllegalArgumentException(
          "%s=%s is not possible; there is %s".formatted(name, open.text(name), possible));
    }
  }

  private static LongUnaryOperator operation(Link link, String workload) {
    return switch (workload) {
      case "notify" -> link::notify;
      case "call" -> link::call;
      case "write" -> link::write;
      case "read" -> link::read;
      default ->
          throw new IllegalArgumentException(
              "no workload '%s'; there are notify, call, write, read".formatted(workload));
    };
  }

  @Override
  public void run(long operations) {
    long sum = 0;
    for (long i = 0; i < operations; i++) {
      sum += operation.applyAsLong(sequence++);
    }
    kept = sum;
  }

  @Override
  public Verification verify() {
    return link.verify();
  }

  @Override
  public void close() {
    link.close();
  }
}
