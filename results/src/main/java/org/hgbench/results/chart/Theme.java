package org.hgbench.results.chart;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;

/// The colours of all charts, on light and on dark ground.
///
/// The series colours are a subset of Okabe and Ito's set, which readers with any of the common
/// forms of colour blindness can tell apart; shapes and dashes tell the series apart once more. In
/// each theme every role has a colour of its own, so that an SVG drawn light can be restyled.
public enum Theme {
  /// On white.
  LIGHT(
      0xffffff, 0x1c2128, 0x57606a, 0xe4e8ec, 0xc4cad1, 0x0067a5, 0xc8500a, 0x767d86, 0x007a5a,
      0x9a4a86),
  /// On near-black.
  DARK(
      0x14181f, 0xe8ecf1, 0xa3adb8, 0x2a313b, 0x47505c, 0x5ab4f0, 0xff9650, 0x959ea9, 0x3cc79c,
      0xdd93c6);

  private final Color background;
  private final Color ink;
  private final Color muted;
  private final Color grid;
  private final Color line;
  private final Color hgsmi;
  private final Color hgcm;
  private final Color control;
  private final Color third;
  private final Color fourth;

  Theme(
      int background,
      int ink,
      int muted,
      int grid,
      int line,
      int hgsmi,
      int hgcm,
      int control,
      int third,
      int fourth) {
    this.background = new Color(background);
    this.ink = new Color(ink);
    this.muted = new Color(muted);
    this.grid = new Color(grid);
    this.line = new Color(line);
    this.hgsmi = new Color(hgsmi);
    this.hgcm = new Color(hgcm);
    this.control = new Color(control);
    this.third = new Color(third);
    this.fourth = new Color(fourth);
  }

  /// What everything stands on.
  public Color background() {
    return background;
  }

  /// Titles and values.
  public Color ink() {
    return ink;
  }

  /// What explains.
  public Color muted() {
    return muted;
  }

  /// Grid lines.
  public Color grid() {
    return grid;
  }

  /// Axis lines.
  public Color line() {
    return line;
  }

  /// The colour of a series, the same on every chart.
  public Color series(Series series) {
    return switch (series) {
      case HGSMI -> hgsmi;
      case HGCM -> hgcm;
      case CONTROL -> control;
      case FLOOR -> muted;
      case THIRD -> third;
      case FOURTH -> fourth;
    };
  }

  /// Every role by name, for style sheets.
  public Map<String, Color> roles() {
    Map<String, Color> roles = new LinkedHashMap<>();
    roles.put("background", background);
    roles.put("ink", ink);
    roles.put("muted", muted);
    roles.put("grid", grid);
    roles.put("line", line);
    roles.put("hgsmi", hgsmi);
    roles.put("hgcm", hgcm);
    roles.put("control", control);
    roles.put("third", third);
    roles.put("fourth", fourth);
    return roles;
  }
}
