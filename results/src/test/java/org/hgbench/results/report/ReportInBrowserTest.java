package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hgbench.results.SampleRun;
import org.hgbench.results.io.RunDirectory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The report in a real browser, from disk, at the widths of a phone and of a desk.
class ReportInBrowserTest {
  private static final String WATCH =
      "<script>window.problems=[];addEventListener('error',e=>problems.push(String(e.message)));"
          + "console.error=(...a)=>problems.push(a.join(' '));"
          + "addEventListener('securitypolicyviolation',e=>problems.push(e.violatedDirective));"
          + "</script>";
  private static final Pattern RESULT =
      Pattern.compile("<pre id=\"probe-result\">(.*?)</pre>", Pattern.DOTALL);

  @TempDir static Path temporary;
  private static Chromium browser;

  @BeforeAll
  static void writeAReportThatWatchesItself() throws IOException, InterruptedException {
    browser = Chromium.find(temporary).orElse(null);
    Assumptions.assumeTrue(browser != null, "no Chromium on the search path");
    Assumptions.assumeTrue(browser.starts(), "the Chromium found here does not start");
    RunDirectory directory = SampleRun.write(new RunDirectory(temporary), 42);
    ReportWriter.write(directory);
    String probe;
    try (InputStream script = ReportInBrowserTest.class.getResourceAsStream("probe.js")) {
      probe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
    String page =
        Files.readString(directory.report())
            .replace("<head>", "<head>" + WATCH)
            .replace("</body>", "<script>" + probe + "</script></body>");
    Files.writeString(temporary.resolve("watched.html"), page);
    // A browser window cannot be as narrow as a phone; a frame can.
    for (int width : new int[] {390, 1280}) {
      Files.writeString(
          temporary.resolve("frame-" + width + ".html"),
          """
          <!DOCTYPE html><body><script>
          addEventListener("message", (event) => {
            const result = document.createElement("pre");
            result.id = "probe-result";
            result.textContent = event.data;
            document.body.append(result);
          });
          </script><iframe src="watched.html" style="border:0;width:%dpx;height:900px"></iframe>
          """
              .formatted(width));
    }
  }

  @ParameterizedTest
  @CsvSource({"390, light", "390, dark", "1280, light", "1280, dark"})
  void worksAtEveryWidthInBothThemes(int width, String theme) throws Exception {
    JsonNode page = open(width, theme);

    assertThat(page.path("problems")).as("console").isEmpty();
    assertThat(page.path("width").asInt()).isEqualTo(width);
    assertThat(page.path("pageWidth").asInt()).as("nothing sticks out").isLessThanOrEqualTo(width);
    assertThat(page.path("charts").asInt()).isGreaterThan(15);
    assertThat(page.path("narrowest").asDouble()).isGreaterThan(450);
    assertThat(page.path("named").asBoolean()).isTrue();
    String light = "rgb(255, 255, 255)";
    String dark = "rgb(20, 24, 31)";
    boolean isDark = theme.equals("dark");
    assertThat(page.path("ground").asString()).isEqualTo(isDark ? dark : light);
    assertThat(page.path("otherGround").asString()).isEqualTo(isDark ? light : dark);
  }

  @ParameterizedTest
  @CsvSource({"1280, light"})
  void tablesSortBothWaysAndKeepGapsLast(int width, String theme) throws Exception {
    JsonNode page = open(width, theme);
    List<Double> ascending = figures(page.path("ascending"));
    List<Double> descending = figures(page.path("descending"));

    assertThat(page.path("focusable").asBoolean()).isTrue();
    assertThat(page.path("sort").toString()).isEqualTo("[\"ascending\",\"descending\"]");
    assertThat(ascending).hasSize(32).isSorted();
    assertThat(descending).hasSize(32).isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static JsonNode open(int width, String theme) throws Exception {
    String dom =
        browser.dom(
            temporary.resolve("frame-" + width + ".html").toUri().toString(),
            "--window-size=1400,1000",
            "--blink-settings=preferredColorScheme=" + (theme.equals("dark") ? 0 : 1));
    Matcher result = RESULT.matcher(dom);
    assertThat(result.find()).as("the page answered").isTrue();
    return JsonMapper.shared().readTree(result.group(1).replace("&lt;", "<").replace("&amp;", "&"));
  }

  // The figures before the gaps; a figure after a gap would be a fault.
  private static List<Double> figures(JsonNode cells) {
    List<Double> figures = new ArrayList<>();
    boolean gap = false;
    for (JsonNode cell : cells) {
      if (cell.asString().isEmpty()) {
        gap = true;
      } else {
        assertThat(gap).as("a gap before a figure").isFalse();
        figures.add(Double.valueOf(cell.asString()));
      }
    }
    assertThat(gap).as("the control has no percentiles").isTrue();
    return figures;
  }
}
