package org.hgbench.harness.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every transport must do, whatever it is.
class LinkContractTest {
  private static final int OPERATIONS = 50;
  private static final Settings SIMULATED = Settings.of(Map.of("Boundary/Name", "simulated"));

  static List<CellSpec> cells() {
    List<CellSpec> cells = new ArrayList<>();
    for (String link : List.of("hgsmi irq", "hgcm irq", "hgcm poll")) {
      String transport = link.split(" ")[0];
      String wait = link.split(" ")[1];
      cells.add(CellSpec.of(Workload.NOTIFY, transport, 16, wait, SIMULATED));
      cells.add(CellSpec.of(Workload.CALL, transport, 16, wait, SIMULATED));
      for (Workload workload : List.of(Workload.WRITE, Workload.READ)) {
        for (int bytes : List.of(16, 64, 4096, 4099, 65536, 1 << 20)) {
          cells.add(CellSpec.of(workload, transport, bytes, wait, SIMULATED));
        }
      }
    }
    for (String variant : List.of("embedded", "contiguous", "no-bounce")) {
      cells.add(cell(Workload.WRITE, "hgcm", variant, 65533, "irq", 1));
      cells.add(cell(Workload.READ, "hgcm", variant, 65533, "poll", 1));
    }
    return cells;
  }

  @ParameterizedTest
  @MethodSource("cells")
  void deliversEveryByteOfEveryWorkload(CellSpec spec) {
    try (Link link = spec.open()) {
      Operation operation = link.operation(0);
      for (long sequence = 0; sequence < OPERATIONS; sequence++) {
        operation.run(sequence);
      }

      assertThat(link.verify()).isEqualTo(Verification.OK);
    }
  }

  @ParameterizedTest
  @MethodSource("cells")
  void countsWhatTheProtocolPredicts(CellSpec spec) {
    boolean hgcm = spec.transport().equals("hgcm");
    boolean interrupts = hgcm && !spec.isPolling();
    boolean copies = hgcm && spec.workload().isBulk() && !spec.variant().name().equals("no-bounce");
    try (Link link = spec.open()) {
      Operation operation = link.operation(0);
      operation.run(0);
      CounterValues before = link.counters();
      for (long sequence = 1; sequence <= OPERATIONS; sequence++) {
        operation.run(sequence);
      }

      assertThat(link.counters().since(before))
          .isEqualTo(
              new CounterValues(
                  interrupts ? 2 * OPERATIONS : OPERATIONS,
                  interrupts ? OPERATIONS : 0,
                  hgcm ? OPERATIONS : 0,
                  copies ? (long) OPERATIONS * spec.payloadBytes() : 0));
    }
  }

  @Test
  void deliversWhatSeveralGuestThreadsSend() throws InterruptedException {
    for (CellSpec spec :
        List.of(
            cell(Workload.WRITE, "hgsmi", "default", 4096, "irq", 2),
            cell(Workload.WRITE, "hgcm", "default", 4096, "poll", 2))) {
      try (Link link = spec.open()) {
        List<Thread> guests = new ArrayList<>();
        for (int guest = 0; guest < spec.guestThreads(); guest++) {
          int index = guest;
          guests.add(
              Thread.ofPlatform()
                  .start(() -> {
                    Operation operation = link.operation(index);
                    for (long sequence = 0; sequence < OPERATIONS; sequence++) {
                      operation.run(sequence);
                    }
                  }));
        }
        for (Thread guest : guests) {
          guest.join();
        }

        assertThat(link.verify()).isEqualTo(Verification.OK);
        assertThat(link.counters().traps()).isGreaterThanOrEqualTo(2 * OPERATIONS);
      }
    }
  }

  @Test
  void noticesThatTheHostReceivedLessThanWasSent() {
    Accounts accounts = new Accounts();
    accounts.open().sent(7);

    assertThat(accounts.verify(1, 6, 0).ok()).isFalse();
    assertThat(accounts.verify(0, 0, 0).ok()).isTrue();
  }

  static List<String> impossible() {
    return List.of(
        "hgcm write default 64 irq unpinned 2: 2 guest threads on hgcm need the wait strategy poll:"
            + " one vCPU takes the interrupt",
        "hgcm call default 16 poll same-core 1: wait strategy poll on placement same-core cannot"
            + " work: the thread that spins keeps the other from running; use cross-core",
        "hgsmi write embedded 64 irq unpinned 1: write on hgsmi has no variant 'embedded'; it has"
            + " default",
        "hgcm write embedded 1048576 irq unpinned 1: variant embedded has room for 65536 bytes,"
            + " not for 1048576",
        "hgsmi call default 16 sometimes unpinned 1: no wait strategy 'sometimes'; there are irq,"
            + " poll",
        "hgsmi call default 16 irq nowhere 1: no placement 'nowhere'; there are unpinned,"
            + " same-core, cross-core",
        "hgsmi write default 4 irq unpinned 1: workload write needs at least 8 bytes, not 4",
        "smoke call default 16 irq unpinned 1: no transport 'smoke'; there are none, hgsmi, hgcm");
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void refusesWhatCannotWork(String row) {
    String[] words = row.substring(0, row.indexOf(':')).split(" ");
    CellSpec spec =
        new CellSpec(
            Workload.of(words[1]),
            words[0],
            new Variant(words[2]),
            Integer.parseInt(words[3]),
            words[4],
            words[5],
            Integer.parseInt(words[6]),
            SIMULATED);

    assertThatThrownBy(spec::requirePossible)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(row.substring(row.indexOf(':') + 2));
  }

  private static CellSpec cell(
      Workload workload, String transport, String variant, int bytes, String wait, int threads) {
    return new CellSpec(
        workload, transport, new Variant(variant), bytes, wait, "unpinned", threads, SIMULATED);
  }
}
