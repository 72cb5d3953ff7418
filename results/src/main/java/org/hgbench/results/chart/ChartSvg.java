package org.hgbench.results.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// A chart as SVG text: drawn in the light theme, with a style sheet that restyles it where the
/// page is dark. Text stays text and names fonts instead of carrying them.
public final class ChartSvg {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String FONTS = "'Liberation Sans',Arial,Helvetica,sans-serif";
  private static final Pattern FAMILY = Pattern.compile("font-family=\"[^\"]*\"");
  private static final Pattern PROLOGUE = Pattern.compile("(?s)^.*?(?=<svg)");

  private ChartSvg() {}

  /// A file that stands alone.
  public static String file(Drawing drawing) {
    return file(inline(drawing));
  }

  /// A file that stands alone, of an element that was drawn for a page.
  static String file(String inline) {
    String style = "<style>@media(prefers-color-scheme:dark){" + darkRules("") + "}</style>";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + inline.replaceFirst("(?s)(<desc[^>]*>.*?</desc>)", "$1" + style);
  }

  /// An element for a page that holds [#darkRules] itself.
  public static String inline(Drawing drawing) {
    SVGGraphics2D graphics = new ExactText(context(drawing.name()));
    graphics.setSVGCanvasSize(new Dimension(drawing.width(), drawing.height()));
    drawing
        .sketch()
        .in(Theme.LIGHT)
        .draw(graphics, new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
    Element root = graphics.getRoot();
    describe(root, drawing);
    StringWriter text = new StringWriter();
    try {
      graphics.stream(root, text, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Glyphs where they were measured, at any zoom.
    String svg =
        PROLOGUE
            .matcher(text.toString())
            .replaceFirst("")
            .replace(" xml:space=\"preserve\"", "")
            .replace("optimizeLegibility", "geometricPrecision");
    return FAMILY.matcher(svg).replaceAll("font-family=\"" + FONTS + "\"").strip();
  }

  /// CSS that turns a light chart below `selector` dark: a rule for each colour of the theme.
  public static String darkRules(String selector) {
    StringBuilder rules = new StringBuilder();
    Iterator<Color> dark = Theme.DARK.roles().values().iterator();
    for (Color light : Theme.LIGHT.roles().values()) {
      String to = hex(dark.next());
      for (String attribute : new String[] {"fill", "stroke"}) {
        rules.append(
            "%s[%s=\"%s\"]{%s:%s}".formatted(selector, attribute, batik(light), attribute, to));
      }
    }
    return rules.toString();
  }

  private static SVGGeneratorContext context(String name) {
    Document document;
    try {
      document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(2);
    context.setIDGenerator(new PageWideIds(name));
    return context;
  }

  private static void describe(Element root, Drawing drawing) {
    Document document = root.getOwnerDocument();
    Element title = document.createElementNS(SVG, "title");
    title.setAttribute("id", drawing.name() + "-title");
    title.setTextContent(drawing.caption().title());
    Element description = document.createElementNS(SVG, "desc");
    description.setAttribute("id", drawing.name() + "-desc");
    description.setTextContent(drawing.description());
    root.insertBefore(description, root.getFirstChild());
    root.insertBefore(title, description);
    root.setAttribute("role", "img");
    root.setAttribute("aria-labelledby", drawing.name() + "-title " + drawing.name() + "-desc");
    root.setAttribute("viewBox", "0 0 %d %d".formatted(drawing.width(), drawing.height()));
  }

  private static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xffffff);
  }

  // As Batik writes a colour.
  private static String batik(Color color) {
    return color.equals(Color.WHITE)
        ? "white"
        : "rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
  }

  /// Measures text in fractions of a pixel, as a browser that was asked for exact text sets it.
  private static final class ExactText extends SVGGraphics2D {
    private final Graphics2D ruler =
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();

    ExactText(SVGGeneratorContext context) {
      super(context, false);
      ruler.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      ruler.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    private ExactText(ExactText other) {
      super(other);
      ruler.setRenderingHints(other.ruler.getRenderingHints());
    }

    @Override
    public Graphics create() {
      return new ExactText(this);
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
      return ruler.getFontMetrics(font);
    }
  }

  /// Ids that stay apart when many charts share one page.
  private static final class PageWideIds extends SVGIDGenerator {
    private final String name;

    PageWideIds(String name) {
      this.name = name;
    }

    @Override
    public String generateID(String prefix) {
      return super.generateID(name + "-" + prefix);
    }
  }
}
