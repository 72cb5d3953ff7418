package org.hgbench.results.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.hgbench.results.io.AtomicFile;
import org.hgbench.results.io.RunDirectory;

/// Charts as files: `NAME.svg`, `NAME.png` and `NAME-dark.png`, the last two with two pixels for
/// each unit, so that they are sharp on any screen.
public final class ChartFiles {
  private static final int PIXELS = 2;

  private ChartFiles() {}

  /// Writes all files of all charts, on as many processors as there are.
  public static void write(RunDirectory directory, List<Drawing> drawings) throws IOException {
    try {
      drawings.parallelStream().forEach(drawing -> write(directory, drawing));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(RunDirectory directory, Drawing drawing) {
    try {
      AtomicFile.write(directory.chart(drawing.name(), "svg"), ChartSvg.file(drawing));
      AtomicFile.write(directory.chart(drawing.name(), "png"), png(drawing, Theme.LIGHT));
      AtomicFile.write(directory.chart(drawing.name() + "-dark", "png"), png(drawing, Theme.DARK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The chart as a PNG image.
  public static byte[] png(Drawing drawing, Theme theme) throws IOException {
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
