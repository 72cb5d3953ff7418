package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hgbench.results.SampleRun;
import org.hgbench.results.io.RunDirectory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A report of 500 measurements in a real browser.
@Isolated("judges how fast a page is")
class LongReportTest {
  private static final int MEASUREMENTS = 500;

  /// From here on a reader's train of thought is broken (J. Nielsen, Usability Engineering, 5.5).
  private static final double A_PAUSE_MILLIS = 1000;

  private static final String PROBE =
      """
      <script>addEventListener("load", () => {
        document.body.getBoundingClientRect();
        const opened = performance.now();
        const tables = [...document.querySelectorAll("table")].filter((t) => t.tBodies.length);
        tables.sort((a, b) => b.tBodies[0].rows.length - a.tBodies[0].rows.length);
        const table = tables[0];
        const times = [];
        for (const button of table.querySelectorAll("button.sort")) {
          // The best of four, both ways: other work on the machine is no pause of the page.
          let best = Infinity;
          for (let i = 0; i < 4; i++) {
            const start = performance.now();
            button.click();
            table.getBoundingClientRect();
            best = Math.min(best, performance.now() - start);
          }
          times.push(best);
        }
        const result = document.createElement("pre");
        result.id = "probe-result";
        result.textContent = JSON.stringify({
          rows: table.tBodies[0].rows.length, opened, sorts: times.length, slowest: Math.max(...times),
        });
        document.body.append(result);
      });</script>
      """;
  private static final Pattern RESULT =
      Pattern.compile("<pre id=\"probe-result\">(.*?)</pre>", Pattern.DOTALL);

  @TempDir Path temporary;

  @Test
  void opensAndSortsWithoutAPause() throws Exception {
    Optional<Chromium> browser = Chromium.find(temporary);
    Assumptions.assumeTrue(browser.isPresent(), "no Chromium on the search path");
    Assumptions.assumeTrue(browser.get().starts(), "the Chromium found here does not start");
    RunDirectory directory = SampleRun.write(new RunDirectory(temporary), 42);
    SampleRun.change(directory, LongReportTest::multiply);
    ReportWriter.write(directory);
    Path watched = temporary.resolve("watched.html");
    Files.writeString(
        watched, Files.readString(directory.report()).replace("</body>", PROBE + "</body>"));

    Matcher result = RESULT.matcher(browser.get().loaded(watched.toUri().toString()));

    assertThat(result.find()).as("the page answered").isTrue();
    JsonNode page = JsonMapper.shared().readTree(result.group(1));
    assertThat(page.path("rows").asInt()).isGreaterThan(MEASUREMENTS / 4);
    assertThat(page.path("sorts").asInt()).isGreaterThan(5);
    assertThat(page.path("slowest").asDouble()).as("sorting, ms").isLessThan(A_PAUSE_MILLIS);
    assertThat(page.path("opened").asDouble()).as("opening, ms").isLessThan(5 * A_PAUSE_MILLIS);
  }

  /// Repeats the measurements of a run as if made with other trap costs.
  private static void multiply(ArrayNode measurements) {
    int originals = measurements.size();
    for (int i = originals; i < MEASUREMENTS; i++) {
      ObjectNode copy = (ObjectNode) measurements.get(i % originals).deepCopy();
      copy.put("id", copy.path("id").asString() + "-" + i);
      copy.put("boundary", "simulated").put("trapCost", "custom-" + (1000 + i / originals * 100));
      copy.put("gating", false);
      measurements.add(copy);
    }
  }
}
