package org.hgbench.results.report;

import java.util.List;
import java.util.Locale;

/// The verdicts as HTML: a block for each set of conditions, its headline large.
final class VerdictSection {
  private final List<Verdict> verdicts;
  private final StringBuilder html = new StringBuilder();

  VerdictSection(List<Verdict> verdicts) {
    this.verdicts = verdicts;
  }

  /// One line for each set of conditions, and what limits the run as a whole.
  String headlines() {
    general(Verdict.Kind.CAUTION, "note");
    html.append("<div class=\"answers\">\n");
    for (Conditions conditions : groups()) {
      begin(conditions);
      of(conditions, Verdict.Kind.HEADLINE)
          .forEach(verdict -> paragraph("headline " + side(verdict), verdict));
      of(conditions, Verdict.Kind.CAUTION).forEach(verdict -> paragraph("caution", verdict));
      html.append("</article>\n");
    }
    html.append("</div>\n");
    return taken();
  }

  /// What to take for which work, and why.
  String details() {
    html.append("<div class=\"answers\">\n");
    for (Conditions conditions : groups()) {
      begin(conditions);
      html.append("<ul>\n");
      of(conditions, Verdict.Kind.WORK)
          .forEach(verdict ->
              html.append(
                  "<li class=\"%s\"><strong>%s</strong> %s</li>\n"
                      .formatted(
                          side(verdict),
                          Html.prose(verdict.lead()),
                          Html.prose(verdict.detail()))));
      html.append("</ul>\n");
      of(conditions, Verdict.Kind.REASON).forEach(verdict -> paragraph("reason", verdict));
      html.append("</article>\n");
    }
    html.append("</div>\n");
    general(Verdict.Kind.REASON, "reason");
    return taken();
  }

  private String taken() {
    String text = html.toString();
    html.setLength(0);
    return text;
  }

  private List<Conditions> groups() {
    return verdicts.stream()
        .map(Verdict::conditions)
        .filter(conditions -> conditions != null)
        .distinct()
        .toList();
  }

  private void general(Verdict.Kind kind, String style) {
    verdicts.stream()
        .filter(verdict -> verdict.conditions() == null && verdict.kind() == kind)
        .forEach(verdict -> paragraph(style, verdict));
  }

  private void begin(Conditions conditions) {
    html.append("<article><h3>")
        .append(Html.escape(conditions.crossing().replace(" (modelled)", "")));
    if (conditions.modelled()) {
      html.append(" <span class=\"badge\">modelled</span>");
    }
    html.append("<small>").append(Html.escape(conditions.circumstances())).append("</small></h3>");
  }

  private void paragraph(String style, Verdict verdict) {
    html.append("<p class=\"%s\">%s</p>\n".formatted(style, Html.prose(verdict.text())));
  }

  private List<Verdict> of(Conditions conditions, Verdict.Kind kind) {
    return verdicts.stream()
        .filter(verdict -> conditions.equals(verdict.conditions()) && verdict.kind() == kind)
        .toList();
  }

  private static String side(Verdict verdict) {
    return verdict.faster() == null
        ? "even"
        : Html.id(verdict.faster().name().toLowerCase(Locale.ROOT));
  }
}
