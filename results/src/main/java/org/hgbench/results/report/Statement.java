package org.hgbench.results.report;

import org.hgbench.results.chart.Series;

/// One thing a reader can act on.
///
/// @param conditions it holds under, null when it is about the run as a whole
/// @param kind how it wants to be read
/// @param faster the transport it speaks for; null when it speaks for none
/// @param lead the answer in a sentence
/// @param detail the figures it rests on, empty when there is nothing to add
public record Statement(Setting conditions, Kind kind, Series faster, String lead, String detail) {
  /// How a statement wants to be read.
  public enum Kind {
    /// The answer for all work under some conditions.
    HEADLINE,
    /// What was seen under conditions where the forks were too few for an answer.
    GLIMPSE,
    /// The answer for one kind of work.
    WORK,
    /// Why it is so.
    REASON,
    /// What must not be concluded.
    CAUTION
  }

  /// Lead and detail in one.
  public String text() {
    return detail.isEmpty() ? lead : lead + " " + detail;
  }

  /// The text with its conditions before it, so that it can stand alone.
  public String sentence() {
    return conditions == null ? text() : conditions.crossing() + ": " + text();
  }
}
