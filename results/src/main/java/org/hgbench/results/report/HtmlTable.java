package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A table that sorts and copies: each column has a button, each figure its exact value.
final class HtmlTable {
  private final String caption;
  private final List<String> columns;
  private final int texts;
  private final List<String> rows = new ArrayList<>();
  private final Set<String> reasons = new LinkedHashSet<>();
  private StringBuilder row;

  /// @param texts how many columns from the left hold text; the others hold figures
  HtmlTable(String caption, List<String> columns, int texts) {
    this.caption = caption;
    this.columns = columns;
    this.texts = texts;
  }

  /// Begins a row with the cell that names it.
  HtmlTable row(String name, double order) {
    finish();
    row = new StringBuilder("<th scope=\"row\" data-v=\"" + order + "\">");
    row.append(Html.escape(name)).append("</th>");
    return this;
  }

  /// A cell of text.
  HtmlTable text(String text) {
    row.append("<td>").append(Html.escape(text)).append("</td>");
    return this;
  }

  /// A cell of finished HTML.
  HtmlTable html(String html) {
    row.append("<td>").append(html).append("</td>");
    return this;
  }

  /// A figure and its value for sorting.
  HtmlTable figure(double value, String html) {
    row.append("<td class=\"n\" data-v=\"").append(value).append("\">").append(html);
    row.append("</td>");
    return this;
  }

  /// A dash, with the reason why there is no figure.
  HtmlTable none(String reason) {
    reasons.add(reason);
    row.append("<td class=\"n none\" data-v=\"\" title=\"")
        .append(Html.escape(reason))
        .append("\"><span aria-hidden=\"true\">–</span><span class=\"sr\">none: ")
        .append(Html.escape(reason))
        .append("</span></td>");
    return this;
  }

  String html() {
    finish();
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"table\"><button type=\"button\" class=\"copy\">Copy table</button>");
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(Html.escape(caption))
        .append("\"><table><caption>")
        .append(Html.escape(caption))
        .append("</caption><thead><tr>");
    for (int i = 0; i < columns.size(); i++) {
      html.append(i >= texts ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
      html.append("<button type=\"button\" class=\"sort\">")
          .append(Html.escape(columns.get(i)))
          .append("</button></th>");
    }
    html.append("</tr></thead><tbody>\n");
    rows.forEach(line -> html.append("<tr>").append(line).append("</tr>\n"));
    html.append("</tbody></table></div>");
    if (!reasons.isEmpty()) {
      html.append("<p class=\"why\">–: ")
          .append(Html.escape(String.join("; ", reasons)))
          .append(".</p>");
    }
    return html.append("</div>\n").toString();
  }

  private void finish() {
    if (row != null) {
      rows.add(row.toString());
      row = null;
    }
  }
}
