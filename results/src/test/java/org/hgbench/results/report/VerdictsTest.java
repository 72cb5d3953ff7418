package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  @Test
  void saysWhichTransportByHowMuchAndWhatTheOtherCosts() {
    List<String> sentences =
        Verdicts.of(
            Measured.run(
                Measured.of("call", 16, "hgsmi", 100), Measured.of("call", 16, "hgcm", 400)));

    assertThat(sentences)
        .contains(
            "simulated, no trap cost (modelled): HGSMI is 4.00 times as fast (call, 16 B).",
            "simulated, no trap cost (modelled): call, 16 B: HGSMI is 4.00 times as fast (4.00 to"
                + " 4.00). 100 ns against 400 ns.");
  }

  @Test
  void noDifferenceDetectedIsAResult() {
    List<String> sentences =
        Verdicts.of(
            Measured.run(
                Measured.forks("call", 16, "hgsmi", 100, 130, 90, 104, 120, 99),
                Measured.forks("call", 16, "hgcm", 105, 100, 130, 99, 120, 104)));

    assertThat(sentences)
        .anySatisfy(sentence ->
            assertThat(sentence).contains("call, 16 B: no difference detected (about "));
    assertThat(sentences).noneMatch(sentence -> sentence.contains("times as fast"));
  }

  @Test
  void tellsAtWhichPayloadTheAnswerChanges() {
    List<String> sentences =
        Verdicts.of(
            Measured.run(
                Measured.of("write", 64, "hgsmi", 100),
                Measured.of("write", 64, "hgcm", 400),
                Measured.of("write", 256, "hgsmi", 100),
                Measured.of("write", 256, "hgcm", 200),
                Measured.of("write", 1024, "hgsmi", 300),
                Measured.of("write", 1024, "hgcm", 299),
                Measured.of("write", 4096, "hgsmi", 900),
                Measured.of("write", 4096, "hgcm", 600)));

    assertThat(sentences)
        .anySatisfy(sentence ->
            assertThat(sentence)
                .contains(
                    "write, with a write-back mapping: HGSMI is 2.00 to 4.00 times as fast from 64"
                        + " B to 256 B, the same at 1 KiB, HGCM is 1.50 times as fast at 4 KiB."));
    assertThat(sentences.getFirst())
        .endsWith("HGSMI is faster in 2 of 4; HGCM is faster in 1 of 4; the same in 1 of 4.");
  }

  @Test
  void turnsTheIntervalRoundWhereHgcmIsFaster() {
    List<String> sentences =
        Verdicts.of(
            Measured.run(
                Measured.forks("call", 16, "hgsmi", 400, 410, 420, 430, 440, 450, 600),
                Measured.forks("call", 16, "hgcm", 200, 200, 200, 200, 200, 200, 200)));

    assertThat(sentences)
        .anySatisfy(sentence -> assertThat(sentence).contains("HGCM is 2.15 times as fast (2"));
  }

  @Test
  void everyBulkVerdictNamesTheMapping() {
    assertThat(Verdicts.of(org.hgbench.results.SampleRun.run(1)))
        .filteredOn(sentence -> sentence.matches(".*: (write|read).*"))
        .hasSize(4)
        .allMatch(sentence -> sentence.contains("with a write-back mapping"));
  }

  @Test
  void everyVerdictOnAModelSaysSo() {
    assertThat(Verdicts.of(org.hgbench.results.SampleRun.run(1)))
        .filteredOn(sentence -> sentence.contains("times as fast"))
        .isNotEmpty()
        .allMatch(sentence -> sentence.contains("(modelled)"));
  }

  @Test
  void tooFewForksAreNotJudged() {
    assertThat(
            Verdicts.of(
                Measured.run(
                    Measured.forks("call", 16, "hgsmi", 100, 100),
                    Measured.forks("call", 16, "hgcm", 900, 900))))
        .contains(
            "simulated, no trap cost (modelled): HGSMI was 9.00 times as fast (not judged: 2 forks"
                + " of each).");
  }

  @Test
  void forksTooFewToJudgeHaveNoSayWhereOthersWereJudged() {
    List<String> sentences =
        Verdicts.of(
            Measured.run(
                Measured.of("call", 16, "hgsmi", 100),
                Measured.of("call", 16, "hgcm", 400),
                Measured.of("notify", 16, "hgsmi", 100),
                Measured.of("notify", 16, "hgcm", 200),
                Measured.forks("write", 64, "hgsmi", 100),
                Measured.forks("write", 64, "hgcm", 90)));

    assertThat(sentences.getFirst())
        .endsWith(": HGSMI is 2.00 to 4.00 times as fast in all 2 comparisons.");
    assertThat(sentences)
        .anyMatch(sentence ->
            sentence.endsWith(
                "write, 64 B, with a write-back mapping: HGCM was 1.11 times as fast (not judged: 1"
                    + " fork of each). 100 ns against 90 ns; 640 MB/s against 711 MB/s."));
  }

  @Test
  void workWithoutAGateIsOnlyLookedAtWhereOtherWorkHasOne() {
    Run run =
        Measured.run(
            Measured.of("call", 16, "hgsmi", 100),
            Measured.of("call", 16, "hgcm", 400),
            Measured.of("kvm", null, "call", 16, "hgsmi", "default", false, nine(900)),
            Measured.of("kvm", null, "call", 16, "hgcm", "default", false, nine(100)));

    List<Statement> statements = Verdicts.of(run, Pairs.of(run));

    assertThat(statements)
        .filteredOn(statement -> statement.kind() == Statement.Kind.HEADLINE)
        .extracting(Statement::lead)
        .containsExactly("HGSMI is 4.00 times as fast (call, 16 B).");
    assertThat(statements)
        .filteredOn(statement -> statement.kind() == Statement.Kind.GLIMPSE)
        .extracting(Statement::lead)
        .containsExactly("HGCM is 9.00 times as fast (call, 16 B).");
  }

  @Test
  void warnsThatProcessFavoursHgcm() {
    assertThat(Verdicts.of(Measured.run(on("process", "hgsmi", 10), on("process", "hgcm", 20))))
        .anyMatch(sentence -> sentence.contains("which favours HGCM"));
  }

  @Test
  void saysFirstThatARunWasInterrupted() {
    Run run = Measured.run(true);

    assertThat(Verdicts.of(run).getFirst()).startsWith("This run was interrupted");
    assertThat(Verdicts.of(run)).anyMatch(sentence -> sentence.startsWith("Nothing to compare"));
  }

  private static double[] nine(double nanos) {
    return DoubleStream.generate(() -> nanos).limit(9).toArray();
  }

  private static Measurement on(String boundary, String transport, double nanos) {
    return Measured.of(boundary, null, "call", 16, transport, "default", true, nanos);
  }
}
