package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static ObjectNode result(String secondary) {
    return (ObjectNode)
        JSON.readTree(
            """
            {"primaryMetric": {"rawData": [[100.0, 200.0]]}, "secondaryMetrics": %s}
            """
                .formatted(secondary));
  }
}
