package org.hgbench.results.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hgbench.results.chart.ChartSvg;
import org.hgbench.results.chart.Rendered;

/// What every page shares: one file that needs no network, light and dark, with tables that sort.
final class HtmlPage {
  /// The button that the script of the page makes work.
  static final String THEME_BUTTON = "<button type=\"button\" id=\"theme\" hidden>Dark</button>";

  private HtmlPage() {}

  /// Everything before the body.
  static String head(String title) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
        + Html.escape(title)
        + "</title>\n<style>"
        + resource("report.css")
        + "@media screen and (prefers-color-scheme:dark){"
        + ChartSvg.darkRules(":root:not([data-theme=light]) .chart ")
        + "}\n@media screen{"
        + ChartSvg.darkRules(":root[data-theme=dark] .chart ")
        + "}</style>\n</head>\n";
  }

  /// A chart; a wide one stands alone.
  static String figure(Rendered chart, boolean wide) {
    return "<figure class=\"chart%s\"><div class=\"scroll\">".formatted(wide ? " wide" : "")
        + chart.svg()
        + "</div></figure>\n";
  }

  /// The script and the end.
  static String foot() {
    return "<script>" + resource("report.js") + "</script>\n</body>\n</html>\n";
  }

  private static String resource(String name) {
    try (InputStream resource = HtmlPage.class.getResourceAsStream(name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
