package org.hgbench.results.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// What a line on a chart stands for. It decides colour, dash and marker.
public enum Series {
  /// The shared-memory transport.
  HGSMI,
  /// The call transport.
  HGCM,
  /// The control: the rig with nothing behind it.
  CONTROL,
  /// The least the machine needs.
  FLOOR,
  /// A third thing compared.
  THIRD,
  /// A fourth thing compared.
  FOURTH;

  /// The series of a transport as `run.json` names it.
  public static Series of(String transport) {
    return switch (transport) {
      case "hgsmi" -> HGSMI;
      case "hgcm" -> HGCM;
      case "none" -> CONTROL;
      default -> THIRD;
    };
  }

  /// The name of a transport for people: the acronym in capitals, `control` for `none`.
  public static String name(String transport) {
    return switch (transport) {
      case "hgsmi" -> "HGSMI";
      case "hgcm" -> "HGCM";
      case "none" -> "control (nothing behind it)";
      default -> transport;
    };
  }

  Stroke stroke() {
    return switch (this) {
      case HGSMI -> line(2.4f);
      case HGCM -> line(2.4f, 9, 4);
      case CONTROL -> line(1.8f, 2, 4);
      case FLOOR -> line(1.2f, 1, 3);
      case THIRD -> line(2f, 12, 3, 2, 3);
      case FOURTH -> line(2f, 5, 3);
    };
  }

  Shape marker() {
    return switch (this) {
      case HGSMI -> new Ellipse2D.Double(-4, -4, 8, 8);
      case HGCM -> new Rectangle2D.Double(-3.6, -3.6, 7.2, 7.2);
      case CONTROL -> polygon(0, -4.8, 4.8, 0, 0, 4.8, -4.8, 0);
      case FLOOR -> new Ellipse2D.Double(-1.2, -1.2, 2.4, 2.4);
      case THIRD -> polygon(0, -4.8, 4.6, 3.6, -4.6, 3.6);
      case FOURTH -> polygon(0, 4.8, 4.6, -3.6, -4.6, -3.6);
    };
  }

  private static Stroke line(float width, float... dash) {
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  private static Shape polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }
}
