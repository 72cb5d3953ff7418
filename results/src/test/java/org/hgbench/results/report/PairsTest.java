package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;

class PairsTest {
  @Test
  void setsAgainstEachOtherOnlyTheSameWorkUnderTheSameConditions() {
    Run run =
        Measured.run(
            Measured.of("call", 16, "hgsmi", 10),
            Measured.of("call", 64, "hgcm", 30),
            Measured.of("notify", 16, "hgcm", 30),
            Measured.of("kvm", null, "call", 16, "hgcm", "default", true, 30),
            Measured.of("simulated", "hyper-v-2018", "call", 16, "hgcm", "default", true, 30));

    assertThat(Pairs.of(run)).isEmpty();
  }

  @Test
  void pairsEveryVariantWithItsOwnKindOrTheMainOne() {
    Run run =
        Measured.run(
            variant("hgsmi", "default"),
            variant("hgsmi", "contiguous"),
            variant("hgcm", "page-list"),
            variant("hgcm", "contiguous"));

    assertThat(Pairs.of(run))
        .extracting(pair -> pair.hgsmi().variant() + "/" + pair.hgcm().variant())
        .containsExactlyInAnyOrder("default/page-list", "contiguous/contiguous");
  }

  @Test
  void ordersByWorkloadThenPayload() {
    Run run =
        Measured.run(
            Measured.of("read", 64, "hgsmi", 1),
            Measured.of("read", 64, "hgcm", 2),
            Measured.of("write", 4096, "hgsmi", 1),
            Measured.of("write", 4096, "hgcm", 2),
            Measured.of("write", 64, "hgsmi", 1),
            Measured.of("write", 64, "hgcm", 2),
            Measured.of("notify", 16, "hgsmi", 1),
            Measured.of("notify", 16, "hgcm", 2));

    assertThat(Pairs.of(run))
        .extracting(TransportPair::label)
        .containsExactly("notify, 16 B", "write, 64 B", "write, 4 KiB", "read, 64 B");
  }

  @Test
  void theHeadlineHasGatingPairsAndWholeWorkloadsThatHaveNone() {
    Run run =
        Measured.run(
            Measured.of("write", 64, "hgsmi", 1),
            Measured.of("write", 64, "hgcm", 2),
            ungated("write", 128, "hgsmi"),
            ungated("write", 128, "hgcm"),
            ungated("event", 16, "hgsmi"),
            ungated("event", 16, "hgcm"));

    assertThat(Pairs.headline(Pairs.of(run)))
        .extracting(TransportPair::label)
        .containsExactly("write, 64 B", "event, 16 B");
  }

  private static Measurement variant(String transport, String variant) {
    return Measured.of("simulated", "none", "write", 64, transport, variant, true, 10);
  }

  private static Measurement ungated(String workload, long bytes, String transport) {
    return Measured.of("simulated", "none", workload, bytes, transport, "default", false, 10);
  }
}
