package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  @Test
  void saysWhichTransportByHowMuchAndWhatTheOtherCosts() {
    List<String> sentences =
        Verdicts.of(
            Measured.run(
                Measured.of("call", 16, "hgsmi", 100, 100, 100),
                Measured.of("call", 16, "hgcm", 390, 400, 500)));

    assertThat(sentences)
        .contains(
            "Simulated, no trap cost (modelled): HGSMI is faster.",
            "Simulated, no trap cost (modelled): For call, 16 B, take HGSMI: 4 times as fast"
                + " (3.90 to 5). 100 ns per operation on HGSMI against 400 ns on HGCM. One guest"
                + " thread that needs more than 2.50 M/s needs HGSMI, which reaches 10 M/s. HGCM"
                + " would cost 300 ns more each time.");
  }

  @Test
  void noDifferenceDetectedIsAResult() {
    List<String> sentences =
        Verdicts.of(
            Measured.run(
                Measured.of("call", 16, "hgsmi", 100, 110, 100),
                Measured.of("call", 16, "hgcm", 105, 100, 110)));

    assertThat(sentences)
        .anySatisfy(
            sentence -> assertThat(sentence).contains("take either: no difference detected."));
    assertThat(sentences).noneMatch(sentence -> sentence.contains("would cost"));
  }

  @Test
  void tellsAtWhichPayloadTheAnswerChanges() {
    List<String> sentences =
        Verdicts.of(
            Measured.run(
                Measured.of("write", 64, "hgsmi", 100, 100),
                Measured.of("write", 64, "hgcm", 400, 400),
                Measured.of("write", 256, "hgsmi", 100, 100),
                Measured.of("write", 256, "hgcm", 200, 200),
                Measured.of("write", 1024, "hgsmi", 300, 300),
                Measured.of("write", 1024, "hgcm", 299, 301),
                Measured.of("write", 4096, "hgsmi", 900, 900),
                Measured.of("write", 4096, "hgcm", 600, 600)));

    assertThat(sentences)
        .anySatisfy(sentence ->
            assertThat(sentence)
                .contains(
                    "For write, with a write-back mapping, take HGSMI from 64 B to 256 B (2 to 4"
                        + " times as fast), either at 1 KiB (no difference detected), HGCM at 4"
                        + " KiB (1.50 times as fast)."));
    assertThat(sentences.getFirst())
        .endsWith(
            "HGSMI is faster in 2 of 4 comparisons; HGCM is faster in 1 of 4; no difference was"
                + " detected in 1.");
  }

  @Test
  void turnsTheIntervalRoundWhereHgcmIsFaster() {
    List<String> sentences =
        Verdicts.of(
            Measured.run(
                Measured.of("call", 16, "hgsmi", 400, 800),
                Measured.of("call", 16, "hgcm", 200, 200)));

    assertThat(sentences)
        .anySatisfy(
            sentence -> assertThat(sentence).contains("take HGCM: 3 times as fast (2 to 4)"));
  }

  @Test
  void everyBulkVerdictNamesTheMapping() {
    assertThat(Verdicts.of(org.hgbench.results.SampleRun.run(1)))
        .filteredOn(sentence -> sentence.matches(".*For (write|read).*"))
        .hasSize(4)
        .allMatch(sentence -> sentence.contains("with a write-back mapping"));
  }

  @Test
  void everyVerdictOnAModelSaysSo() {
    assertThat(Verdicts.of(org.hgbench.results.SampleRun.run(1)))
        .filteredOn(sentence -> sentence.contains("take HG"))
        .isNotEmpty()
        .allMatch(sentence -> sentence.contains("(modelled)"));
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

  private static Measurement on(String boundary, String transport, double nanos) {
    return Measured.of(boundary, null, "call", 16, transport, "default", true, nanos);
  }
}
