package org.hgbench.results.compare;

/// What a comparison says of one cell.
public enum Verdict {
  /// It takes more time than before, and by enough to matter.
  WORSE("worse"),
  /// It takes less time than before, and by enough to matter.
  BETTER("better"),
  /// Any change is smaller than what matters, and that is proved.
  SAME("same"),
  /// The evidence is not enough for any of the above.
  UNCLEAR("unclear"),
  /// The two were not measured under the same conditions, or one is invalid.
  NOT_COMPARABLE("not comparable");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /// As printed.
  public String label() {
    return label;
  }
}
