package org.hgbench.results.report;

import java.util.List;
import java.util.Locale;

/// The answer as HTML: each judged set of conditions with its headline large, what was only looked
/// at in a line each.
final class VerdictSection {
  private static final int MOST_GLIMPSES = 4;

  private final List<Statement> statements;
  private final StringBuilder html = new StringBuilder();

  VerdictSection(List<Statement> statements) {
    this.statements = statements;
  }

  /// The headlines, and what limits the run as a whole.
  String headlines() {
    html.setLength(0);
    general(Statement.Kind.CAUTION, "note");
    statements.stream()
        .filter(statement -> statement.kind() == Statement.Kind.HEADLINE)
        .forEach(this::headline);
    List<Statement> glimpses =
        statements.stream()
            .filter(statement -> statement.kind() == Statement.Kind.GLIMPSE)
            .toList();
    if (glimpses.size() > MOST_GLIMPSES) {
      html.append("<details><summary>Also looked at, without a verdict: ")
          .append(glimpses.size())
          .append(" other sets of conditions</summary>\n");
      glimpses(glimpses);
      html.append("</details>\n");
    } else if (!glimpses.isEmpty()) {
      glimpses(glimpses);
    }
    return html.toString();
  }

  /// Why it is so.
  String reasons() {
    html.setLength(0);
    statements.stream()
        .filter(statement -> statement.kind() == Statement.Kind.REASON)
        .forEach(statement -> paragraph("reason", statement.sentence()));
    return html.toString();
  }

  private void general(Statement.Kind kind, String style) {
    statements.stream()
        .filter(statement -> statement.conditions() == null && statement.kind() == kind)
        .forEach(statement -> paragraph(style, statement.text()));
  }

  private void headline(Statement statement) {
    html.append("<div class=\"verdict-line %s\">".formatted(side(statement)));
    paragraph("headline", statement.text());
    html.append("<p class=\"where\">").append(where(statement.conditions()));
    html.append(" · ").append(Html.escape(statement.conditions().circumstances()));
    html.append(caution(statement.conditions())).append("</p></div>\n");
  }

  private void glimpses(List<Statement> glimpses) {
    html.append("<ul class=\"glimpses\">\n");
    glimpses.forEach(this::glimpse);
    html.append("</ul>\n");
  }

  private void glimpse(Statement statement) {
    html.append("<li><strong>")
        .append(where(statement.conditions()))
        .append("</strong> (")
        .append(Html.escape(statement.conditions().circumstances()))
        .append("): ")
        .append(Html.prose(statement.text()))
        .append(caution(statement.conditions()))
        .append("</li>\n");
  }

  private static String where(Setting conditions) {
    return Html.escape(conditions.crossing().replace(" (modelled)", ""))
        + (conditions.modelled() ? " <span class=\"badge\">modelled</span>" : "");
  }

  private String caution(Setting conditions) {
    return statements.stream()
        .filter(statement ->
            statement.kind() == Statement.Kind.CAUTION && conditions.equals(statement.conditions()))
        .map(statement -> " <span class=\"caution\">" + Html.prose(statement.text()) + "</span>")
        .findFirst()
        .orElse("");
  }

  private void paragraph(String style, String text) {
    html.append("<p class=\"%s\">%s</p>\n".formatted(style, Html.prose(text)));
  }

  private static String side(Statement statement) {
    return statement.faster() == null
        ? "even"
        : Html.id(statement.faster().name().toLowerCase(Locale.ROOT));
  }
}
