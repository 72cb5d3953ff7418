package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ForkRunnerTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void takesTheFigureOfEachIteration() {
    assertThat(ForkRunner.iterations(result("{}"))).containsExactly(100.0, 200.0);
  }

  @Test
  void takesTheMeanOfTheEventsOfABenchmarkThatTimesThemItself() {
    ObjectNode jmh =
        result(
            """
            {"events": {"rawData": [[4.0, 5.0]]}, "eventNanos": {"rawData": [[40.0, 60.0]]}}
            """);

    assertThat(ForkRunner.iterations(jmh)).containsExactly(10.0, 12.0);
  }

  @Test
  void dividesTheThreadsByTheOperationsThatAllOfThemDoInASecond() {
    assertThat(
            iterations(
                """
                {"mode": "thrpt", "threads": 2, "primaryMetric": {"rawData": [[1e6, 4e6]]}}
                """))
        .containsExactly(2_000.0, 500.0);
  }

  @Test
  void takesTheMeanOfTheOperationsThatJmhPicked() {
    assertThat(
            iterations(
                """
                {"mode": "sample", "threads": 1,
                 "primaryMetric": {"rawDataHistogram": [[[[100.0, 3], [500.0, 1]], [[70.0, 1]]]]}}
                """))
        .containsExactly(200.0, 70.0);
  }

  private static List<Double> iterations(String jmh) {
    return ForkRunner.iterations((ObjectNode) JSON.readTree(jmh));
  }

  private static ObjectNode result(String secondary) {
    return (ObjectNode)
        JSON.readTree(
            """
            {"mode": "avgt", "primaryMetric": {"rawData": [[100.0, 200.0]]}, "secondaryMetrics": %s}
            """
                .formatted(secondary));
  }
}
