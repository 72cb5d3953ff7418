package org.hgbench.results.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.hgbench.results.model.Claim;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final OperationCounters DOORBELL = counted(1, 0, 0, 0);
  private static final OperationCounters CALL = counted(2, 1, 1, 0);

  @Test
  void judgesEveryClaimAndAssumesNone() {
    List<Claim> claims = Claims.judge(run());

    assertThat(claims)
        .extracting(Claim::id)
        .containsExactly("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8");
    assertThat(claims).allMatch(claim -> claim.verdict().equals("not measured here"));
    assertThat(claims).allMatch(claim -> claim.figures().startsWith("needs "));
  }

  @Test
  void oneTrapPerNotificationIsADoorbell() {
    Claim holds = claim("C2", run(measured("notify", "hgsmi", "kvm", DOORBELL, 100, 10)));
    Claim fails =
        claim("C2", run(measured("notify", "hgsmi", "kvm", counted(1.01, 0, 0, 0), 100, 10)));

    assertThat(holds.verdict()).isEqualTo("holds");
    assertThat(holds.modelled()).isFalse();
    assertThat(holds.figures()).isEqualTo("1 trap per notification on kvm");
    assertThat(holds.evidence()).containsExactly("notify-hgsmi-kvm");
    assertThat(fails.verdict()).isEqualTo("does not hold");
    assertThat(fails.figures()).isEqualTo("1.010 traps per notification on kvm");
  }

  @Test
  void hgsmiIsFasterOnlyWhereEveryJudgedComparisonSaysSo() {
    assertThat(faster("kvm", 100, 300, 10).verdict()).isEqualTo("holds");
    assertThat(faster("kvm", 300, 100, 10).verdict()).isEqualTo("does not hold");
    assertThat(faster("kvm", 100, 300, 2).verdict()).isEqualTo("not measured here");
    assertThat(faster("kvm", 100, 300, 10).figures())
        .startsWith("call 16 B: HGSMI takes 33 % of HGCM's time (33 % to 3");
  }

  @Test
  void whatRestsOnAModelSaysSo() {
    assertThat(faster("simulated", 100, 300, 10).modelled()).isTrue();
    assertThat(faster("kvm", 100, 300, 10).modelled()).isFalse();
  }

  @Test
  void hgsmiIsLowerLevelWhereHgcmHandsOverAndHgsmiDoesNot() {
    Run run =
        run(
            measured("call", "hgsmi", "kvm", DOORBELL, 100, 2),
            measured("call", "hgcm", "kvm", CALL, 300, 2));
    Run copying =
        run(
            measured("call", "hgsmi", "kvm", counted(1, 0, 0, 16), 100, 2),
            measured("call", "hgcm", "kvm", CALL, 300, 2));

    assertThat(claim("C6", run).verdict()).isEqualTo("holds");
    assertThat(claim("C6", run).figures())
        .contains("HGSMI, call of 16 B: 1 trap, 0 interrupts, 0 hand-overs, 0 B copied")
        .contains("HGCM, call of 16 B: 2 traps, 1 interrupt, 1 hand-over, 0 B copied");
    assertThat(claim("C6", copying).verdict()).isEqualTo("does not hold");
  }

  @Test
  void touchingMemoryMayTrapForThePortWriteAndNothingElse() {
    assertThat(claim("C1", run(measured("touch", "hgsmi", "kvm", DOORBELL, 9, 1))).verdict())
        .isEqualTo("holds");
    assertThat(claim("C1", run(measured("touch", "hgsmi", "kvm", CALL, 9, 1))).verdict())
        .isEqualTo("does not hold");
    assertThat(claim("C1", run(measured("touch", "hgcm", "kvm", DOORBELL, 9, 1))).verdict())
        .isEqualTo("not measured here");
    assertThat(claim("C1", run(damaged("touch", "hgsmi", DOORBELL))).verdict())
        .isEqualTo("does not hold");
  }

  @Test
  void anEventComesByInterruptOrIsPolledForAtThePort() {
    Measurement irq = measured("event", "hgsmi", "kvm", counted(4, 1, 0, 0), 9, 1);
    Measurement port = event("port", counted(5.5, 0, 0, 0));

    assertThat(claim("C3", run(irq, port)).verdict()).isEqualTo("holds");
    assertThat(claim("C3", run(irq, port)).figures())
        .contains("by interrupt: 1 interrupt and 4 traps per event on kvm")
        .contains("polling the port: 0 interrupts and 5.500 traps per event on kvm");
    assertThat(claim("C3", run(irq)).verdict()).isEqualTo("not measured here");
    assertThat(claim("C3", run(irq, event("port", counted(3, 1, 0, 0)))).verdict())
        .isEqualTo("does not hold");
  }

  @Test
  void hgcmParksCallsForWhatHgsmiJustSends() {
    Measurement sent = measured("event", "hgsmi", "kvm", counted(4, 1, 0, 0), 9, 1);
    Measurement parked = measured("event", "hgcm", "kvm", counted(5, 2, 2, 0), 9, 1);

    assertThat(claim("C5", run(sent, parked)).verdict()).isEqualTo("holds");
    assertThat(claim("C5", run(sent)).verdict()).isEqualTo("not measured here");
    assertThat(claim("C5", run(damaged("event", "hgsmi", counted(4, 1, 0, 0)), parked)).verdict())
        .isEqualTo("does not hold");
    assertThat(
            claim("C5", run(sent, measured("event", "hgcm", "kvm", counted(5, 2, 0, 0), 9, 1)))
                .verdict())
        .isEqualTo("does not hold");
  }

  @Test
  void anotherDriverBehindTheDeviceTakesTheSameStream() {
    Measurement usual = measured("stream", "hgsmi", "kvm", counted(0.016, 0, 0, 0), 9, 1);
    Measurement other = stream(counted(0.0161, 0, 0, 0));

    assertThat(claim("C7", run(usual, other)).verdict()).isEqualTo("holds");
    assertThat(claim("C7", run(other)).verdict()).isEqualTo("not measured here");
    assertThat(claim("C7", run(usual, stream(counted(0.02, 0, 0, 0)))).verdict())
        .isEqualTo("does not hold");
  }

  private static Measurement event(String variant, OperationCounters counters) {
    return measured("event", "hgsmi", variant, "kvm", "poll", counters, 9, 1, true);
  }

  private static Measurement stream(OperationCounters counters) {
    return measured("stream", "hgsmi", "other-driver", "kvm", "irq", counters, 9, 1, true);
  }

  private static Measurement damaged(
      String workload, String transport, OperationCounters counters) {
    return measured(workload, transport, "default", "kvm", "irq", counters, 9, 1, false);
  }

  private static Claim faster(String boundary, double hgsmi, double hgcm, int forks) {
    return claim(
        "C4",
        run(
            measured("call", "hgsmi", boundary, DOORBELL, hgsmi, forks),
            measured("call", "hgcm", boundary, CALL, hgcm, forks)));
  }

  private static Claim claim(String id, Run run) {
    return Claims.judge(run).stream()
        .filter(claim -> claim.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static OperationCounters counted(
      double traps, double interrupts, double handovers, double copied) {
    return new OperationCounters(traps, interrupts, handovers, copied, 0.0, 0.0, 0.0);
  }

  private static Measurement measured(
      String workload,
      String transport,
      String boundary,
      OperationCounters counters,
      double nanos,
      int forks) {
    return measured(workload, transport, "default", boundary, "irq", counters, nanos, forks, true);
  }

  private static Measurement measured(
      String workload,
      String transport,
      String variant,
      String boundary,
      String wait,
      OperationCounters counters,
      double nanos,
      int forks,
      boolean checksumOk) {
    return new Measurement(
        workload + "-" + transport + "-" + boundary,
        workload,
        transport,
        variant,
        boundary,
        boundary.equals("simulated") ? "none" : null,
        true,
        16,
        wait,
        "unpinned",
        1,
        "write-back",
        "closed",
        null,
        "ns/op",
        nanos,
        1000,
        null,
        null,
        null,
        null,
        null,
        null,
        1e9 / nanos,
        null,
        null,
        counters,
        IntStream.range(0, forks).mapToObj(i -> fork(transport, i, nanos)).toList(),
        null,
        null,
        checksumOk,
        null,
        List.of());
  }

  /// Forks of the two transports take turns; each is a little slower than the one before.
  private static Fork fork(String transport, int number, double nanos) {
    String startedAt =
        Instant.parse("2026-11-23T05:00:00Z")
            .plusSeconds(2L * number + (transport.equals("hgcm") ? 1 : 0))
            .toString();
    double value = nanos * (1 + 0.001 * number);
    return new Fork(startedAt, null, List.of(value, value), value, null, null, null, null, null, 1);
  }

  private static Run run(Measurement... measurements) {
    return new Run(
        Run.SCHEMA,
        "2026-11-23T05:00:00Z",
        "2026-11-23T05:10:00Z",
        List.of("hgbench"),
        "unknown",
        "test",
        false,
        null,
        List.of(),
        List.of(measurements),
        List.of(),
        List.of());
  }
}
