package org.hgbench.harness.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  void noticesThatTheHostReceivedOtherThanWasSent() {
    Accounts accounts = new Accounts();
    accounts.open().sent(7);

    assertThat(accounts.verify(1, 6, 0).ok()).isFalse();
    assertThat(accounts.verify(0, 0, 0).ok()).isTrue();
    assertThat(accounts.verify(0, 0, 1).ok()).isFalse();
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
            + " same-core, cross-core, same-cache, other-cache, other-socket",
        "hgsmi stream default 12 irq unpinned 1: workload stream has records of 8 to 4096 bytes in"
            + " whole words of 8, not of 12",
        "hgcm stream refresh 8 irq unpinned 1: stream on hgcm has no variant 'refresh'; it has"
            + " default, every-K",
        "hgcm stream every-x 8 irq unpinned 1: variant 'every-x': K of every-K is a number from 2"
            + " to 1024",
        "hgsmi stream refresh 8 irq same-core 1: variant refresh on placement same-core cannot"
            + " work: the thread that spins keeps the other from running; use cross-core",
        "hgsmi event port 16 irq unpinned 1: variant port polls, so its wait strategy is poll, not"
            + " irq",
        "hgsmi event default 16 irq unpinned 2: workload event has 1 guest thread, not 2",
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
