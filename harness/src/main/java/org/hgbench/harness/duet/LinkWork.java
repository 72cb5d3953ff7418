package org.hgbench.harness.duet;

import java.util.List;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Verification;
import org.hgbench.harness.link.Workload;
import org.hgbench.machine.settings.Settings;

/// A workload on a link, driven in batches by one guest thread.
final class LinkWork implements Work {
  private final Link link;
  private final Operation operation;
  private long sequence;

  /// Depends on every result, so that no compiler drops the work.
  private volatile long kept;

  private LinkWork(Link link, Operation operation) {
    this.link = link;
    this.operation = operation;
  }

  /// Opens the link that a message `open` describes.
  ///
  /// @throws IllegalArgumentException if this build has no such workload, transport or boundary
  static Work open(Message open) throws ProtocolException {
    requireOnly(open, "guestThreads", "1");
    CellSpec spec =
        new CellSpec(
            Workload.of(open.text("workload")),
            open.text("transport"),
            new Variant(open.text("variant")),
            (int) open.number("payloadBytes", 0, Integer.MAX_VALUE),
            open.text("waitStrategy"),
            open.text("placement"),
            1,
            Settings.parse(List.of(open.text("boundary").split(";"))));
    Link link = spec.open();
    return new LinkWork(link, link.operation(0));
  }

  private static void requireOnly(Message open, String name, String possible)
      throws ProtocolException {
    if (!open.text(name).equals(possible)) {
      throw new IllegalArgumentException(
          "%s=%s is not possible; there is %s".formatted(name, open.text(name), possible));
    }
  }

  @Override
  public void run(long operations) {
    long sum = 0;
    for (long i = 0; i < operations; i++) {
      sum += operation.run(sequence++);
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
