package org.hgbench.results.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// Where the words of an SVG chart stand.
final class SvgTexts {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private SvgTexts() {}

  /// A word or line and the room it takes.
  record Text(String text, Rectangle2D bounds) {}

  static List<Text> of(String svg) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    NodeList elements = document.getElementsByTagName("text");
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      texts.add(new Text(element.getTextContent(), bounds(element)));
    }
    return texts;
  }

  private static Rectangle2D bounds(Element element) {
    float size = Float.parseFloat(inherited(element, "font-size").replace("px", ""));
    int style = inherited(element, "font-weight").equals("bold") ? Font.BOLD : Font.PLAIN;
    Font font = new Font(ChartStyle.family(), style, 1).deriveFont(size);
    Rectangle2D box = font.createGlyphVector(CONTEXT, element.getTextContent()).getVisualBounds();
    Rectangle2D placed =
        new Rectangle2D.Double(
            number(element, "x") + box.getX(),
            number(element, "y") + box.getY(),
            box.getWidth(),
            box.getHeight());
    return transform(element).createTransformedShape(placed).getBounds2D();
  }

  private static AffineTransform transform(Element element) {
    String matrix = element.getAttribute("transform");
    if (matrix.isEmpty()) {
      return new AffineTransform();
    }
    String[] parts = matrix.replaceAll("matrix\\(|\\)", "").split("[, ]+");
    double[] values = new double[6];
    for (int i = 0; i < 6; i++) {
      values[i] = Double.parseDouble(parts[i]);
    }
    return new AffineTransform(values);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static String inherited(Element element, String attribute) {
    for (Node node = element; node instanceof Element here; node = node.getParentNode()) {
      if (here.hasAttribute(attribute)) {
        return here.getAttribute(attribute);
      }
    }
    throw new IllegalStateException(attribute);
  }
}
