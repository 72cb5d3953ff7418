package org.hgbench.results.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.hgbench.results.io.AtomicFile;

/// Charts as files: `NAME.svg`, `NAME.png` and `NAME-dark.png`, the last two with two pixels for
/// each unit, so that they are sharp on any screen.
public final class ChartFiles {
  private static final int PIXELS = 2;

  private ChartFiles() {}

  /// Writes all files of all charts into `directory`, on as many processors as there are.
  public static void write(Path directory, List<Rendered> charts) throws IOException {
    try {
      charts.parallelStream().forEach(chart -> write(directory, chart));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Path directory, Rendered chart) {
    Drawing drawing = chart.drawing();
    String name = drawing.name();
    try {
      AtomicFile.write(directory.resolve(name + ".svg"), ChartSvg.file(chart.svg()));
      AtomicFile.write(directory.resolve(name + ".png"), png(drawing, Theme.LIGHT));
      AtomicFile.write(directory.resolve(name + "-dark.png"), png(drawing, Theme.DARK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The chart as a PNG image.
  public static byte[] png(Drawing drawing, Theme theme) {
    BufferedImage image =
        new BufferedImage(
            PIXELS * drawing.width(), PIXELS * drawing.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(PIXELS, PIXELS);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawing
        .sketch()
        .in(theme)
        .draw(graphics, new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
    graphics.dispose();
    return Png.of(image);
  }
}
