package org.hgbench.harness.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every transport must do, whatever it is.
class LinkContractTest {
  private static final int OPERATIONS = 50;

  static List<LinkSpec> links() {
    Settings boundary = Settings.of(Map.of("Boundary/Name", "simulated"));
    return java.util.stream.Stream.of("hgsmi irq", "hgcm irq", "hgcm poll")
        .flatMap(link ->
            java.util.stream.IntStream.of(16, 64, 4096, 4099, 65536, 1 << 20)
                .mapToObj(bytes ->
                    new LinkSpec(
                        link.split(" ")[0], "default", bytes, link.split(" ")[1], boundary)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("links")
  void deliversEveryByteOfEveryWorkload(LinkSpec spec) {
    try (Link link = spec.open()) {
      for (long sequence = 0; sequence < OPERATIONS; sequence++) {
        link.notify(sequence);
        link.call(sequence);
        link.write(sequence);
        link.read(sequence);
      }

      assertThat(link.verify()).isEqualTo(Verification.OK);
    }
  }

  @ParameterizedTest
  @MethodSource("links")
  void countsWhatTheProtocolPredicts(LinkSpec spec) {
    boolean hgcm = spec.transport().equals("hgcm");
    boolean irq = spec.waitStrategy().equals("irq");
    try (Link link = spec.open()) {
      link.call(0);
      CounterValues before = link.counters();
      for (long sequence = 1; sequence <= OPERATIONS; sequence++) {
        link.call(sequence);
      }
      CounterValues calls = link.counters().since(before);
      before = link.counters();
      for (long sequence = 1; sequence <= OPERATIONS; sequence++) {
        link.write(sequence);
      }
      CounterValues writes = link.counters().since(before);

      assertThat(calls)
          .isEqualTo(
              new CounterValues(
                  hgcm && irq ? 2 * OPERATIONS : OPERATIONS,
                  hgcm && irq ? OPERATIONS : 0,
                  hgcm ? OPERATIONS : 0,
                  0));
      assertThat(writes.bytesCopied())
          .isEqualTo(hgcm ? (long) OPERATIONS * spec.payloadBytes() : 0);
    }
  }
}
