package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hgbench.harness.plan.ForkShape;
import org.hgbench.harness.plan.PlannedFork;
import org.hgbench.harness.plan.TimingMode;
import org.hgbench.harness.plan.YardstickCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JmhJsonTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  @Test
  void mergesForksOfOneBenchmarkAndKeepsOthersApart() throws Exception {
    Path file = directory.resolve("jmh.json");

    JmhJson.write(
        List.of(
            fork("B.call", "hgsmi", 10, 12),
            fork("B.call", "hgcm", 100, 100),
            fork("B.call", "hgsmi", 14, 16)),
        file);

    JsonNode merged = JSON.readTree(file);
    assertThat(merged).hasSize(2);
    JsonNode first = merged.get(0);
    assertThat(first.get("forks").intValue()).isEqualTo(2);
    JsonNode metric = first.get("primaryMetric");
    assertThat(metric.get("rawData").toString()).isEqualTo("[[10.0,12.0],[14.0,16.0]]");
    assertThat(metric.get("score").doubleValue()).isEqualTo(13);
    // t(0.9995, 3) = 12.9240; standard deviation 2.581989, over the root of 4.
    assertThat(metric.get("scoreError").doubleValue()).isCloseTo(16.6849, within(1e-3));
    assertThat(metric.get("scorePercentiles").get("50.0").doubleValue()).isEqualTo(13);
    assertThat(metric.get("scorePercentiles").has("99.9999")).isTrue();
  }

  @Test
  void leavesOutWhereTheForksWroteTheirReports() throws Exception {
    Path file = directory.resolve("jmh.json");

    JmhJson.write(List.of(fork("B.call", "hgsmi", 10)), file);

    JsonNode result = JSON.readTree(file).get(0);
    assertThat(result.get("jvmArgs").toString()).isEqualTo("[\"-Xkept\"]");
    assertThat(result.get("jvm").stringValue()).isEqualTo("java");
    assertThat(result.get("primaryMetric").get("scoreError").stringValue()).isEqualTo("NaN");
  }

  @Test
  void weighsEachTimeThatJmhPickedByHowOftenItOccurred() throws Exception {
    Path file = directory.resolve("jmh.json");

    JmhJson.write(
        List.of(
            fork("B.call", "hgsmi", "sample", "[[10.0, 98], [20.0, 1]]"),
            fork("B.call", "hgsmi", "sample", "[[10.0, 99], [1000.0, 2]]")),
        file);

    JsonNode metric = JSON.readTree(file).get(0).get("primaryMetric");
    assertThat(metric.get("rawDataHistogram")).hasSize(2);
    assertThat(metric.get("score").doubleValue()).isEqualTo((197 * 10 + 20 + 2000) / 200.0);
    assertThat(metric.get("scorePercentiles").get("50.0").doubleValue()).isEqualTo(10);
    assertThat(metric.get("scorePercentiles").get("100.0").doubleValue()).isEqualTo(1000);
  }

  private static ForkOutcome fork(String benchmark, String transport, double... iterations) {
    StringBuilder raw = new StringBuilder();
    for (double iteration : iterations) {
      raw.append(raw.isEmpty() ? "" : ",").append(iteration);
    }
    return fork(benchmark, transport, "avgt", raw.toString());
  }

  private static ForkOutcome fork(String benchmark, String transport, String mode, String raw) {
    String data = mode.equals("sample") ? "rawDataHistogram" : "rawData";
    String json =
        """
        {"benchmark": "%s", "mode": "%s", "forks": 1, "jvm": "/somewhere/bin/java",
         "jvmArgs": ["-Xkept", "-Dhgbench.fork.report=/somewhere",
                     "-XX:SharedArchiveFile=/somewhere"],
         "params": {"transport": "%s"},
         "primaryMetric": {"score": 1, "%s": [[%s]]}}
        """
            .formatted(benchmark, mode, transport, data, raw);
    YardstickCell subject = new YardstickCell("checksum", benchmark, Map.of(), null, null, null, 0);
    PlannedFork fork =
        new PlannedFork(subject, false, 1, new ForkShape(1, 1, 1, TimingMode.AVERAGE));
    return new ForkOutcome(fork, "", (ObjectNode) JSON.readTree(json), List.of(), null, null);
  }
}
