package org.hgbench.harness.soak;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Workload;
import org.hgbench.machine.settings.Settings;

/// What a soak does in one round: every workload on both transports, with their variants, ways to
/// wait, and payloads that fit a page, do not, and are large.
public final class SoakCells {
  private static final List<Integer> PAYLOADS = List.of(64, 4099, 65_536, 1 << 20);
  private static final List<Integer> RECORDS = List.of(8, 64, 4096);
  private static final int ODD_BYTES = 65_533;

  private final Settings boundary;
  private final List<CellSpec> cells = new ArrayList<>();

  private SoakCells(Settings boundary) {
    this.boundary = boundary;
  }

  /// All of them on a boundary.
  public static List<CellSpec> on(Settings boundary) {
    SoakCells round = new SoakCells(boundary);
    round.addWhatBothDo("hgsmi");
    round.addWhatBothDo("hgcm");
    round.addWhatOneDoes();
    if (boundary.text("Boundary/Name", "simulated").equals("simulated")) {
      round.addSeveralGuestThreads();
    }
    return List.copyOf(round.cells);
  }

  private void addWhatBothDo(String transport) {
    for (Workload small : List.of(Workload.NOTIFY, Workload.CALL, Workload.EVENT)) {
      add(small, transport, Variant.DEFAULT, 16, "irq", 1);
      add(small, transport, Variant.DEFAULT, 16, "poll", 1);
    }
    for (int bytes : PAYLOADS) {
      add(Workload.WRITE, transport, Variant.DEFAULT, bytes, "irq", 1);
      add(Workload.READ, transport, Variant.DEFAULT, bytes, "irq", 1);
    }
    for (int bytes : RECORDS) {
      add(Workload.STREAM, transport, Variant.DEFAULT, bytes, "irq", 1);
      add(Workload.STREAM, transport, "every-16", bytes, "irq", 1);
    }
    add(Workload.DUPLEX, transport, Variant.DEFAULT, 64, "irq", 1);
    add(Workload.TOUCH, transport, Variant.DEFAULT, 65_536, "irq", 1);
  }

  private void addWhatOneDoes() {
    add(Workload.STREAM, "hgsmi", "refresh", 64, "irq", 1);
    add(Workload.STREAM, "hgsmi", "other-driver", 64, "irq", 1);
    add(Workload.EVENT, "hgsmi", "port", 16, "poll", 1);
    for (String carrier : List.of("embedded", "contiguous", "no-bounce")) {
      add(Workload.WRITE, "hgcm", carrier, ODD_BYTES, "irq", 1);
      add(Workload.READ, "hgcm", carrier, ODD_BYTES, "irq", 1);
    }
  }

  private void addSeveralGuestThreads() {
    for (Workload workload : List.of(Workload.NOTIFY, Workload.CALL)) {
      add(workload, "hgsmi", Variant.DEFAULT, 16, "irq", 2);
    }
    add(Workload.WRITE, "hgsmi", Variant.DEFAULT, 4099, "irq", 2);
    add(Workload.READ, "hgsmi", Variant.DEFAULT, 4099, "irq", 2);
    if (Runtime.getRuntime().availableProcessors() > 1) {
      add(Workload.CALL, "hgcm", Variant.DEFAULT, 16, "poll", 2);
      add(Workload.WRITE, "hgcm", Variant.DEFAULT, 4099, "poll", 2);
    }
  }

  private void add(
      Workload workload,
      String transport,
      String variant,
      int payloadBytes,
      String waitStrategy,
      int guestThreads) {
    cells.add(
        new CellSpec(
            workload,
            transport,
            new Variant(variant),
            payloadBytes,
            waitStrategy,
            "unpinned",
            guestThreads,
            boundary));
  }
}
