package org.hgbench.results.compare;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hgbench.results.text.Figures;

/// A comparison for CI servers: each gating cell is a test case. Worse fails, not comparable is an
/// error, unclear is skipped, or fails when strict.
final class JUnitReport {
  private JUnitReport() {}

  static String of(Comparison comparison) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      suite(xml, comparison);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory failed", e);
    }
    return text + "\n";
  }

  private static void suite(XMLStreamWriter xml, Comparison comparison) throws XMLStreamException {
    boolean strict = comparison.options().strict();
    long unclear = comparison.count(Verdict.UNCLEAR);
    boolean nothing = !comparison.comparable() && comparison.gating().isEmpty();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "hgbench compare");
    attribute(xml, "tests", comparison.gating().size() + (nothing ? 1 : 0));
    attribute(xml, "failures", comparison.count(Verdict.WORSE) + (strict ? unclear : 0));
    attribute(xml, "errors", comparison.count(Verdict.NOT_COMPARABLE) + (nothing ? 1 : 0));
    attribute(xml, "skipped", strict ? 0 : unclear);
    if (nothing) {
      start(xml, "comparison");
      finding(xml, "error", Answer.of(comparison), Answer.of(comparison));
      end(xml);
    }
    for (CellComparison cell : comparison.gating()) {
      start(xml, cell.label());
      verdict(xml, cell, strict);
      end(xml);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void verdict(XMLStreamWriter xml, CellComparison cell, boolean strict)
      throws XMLStreamException {
    switch (cell.verdict()) {
      case WORSE -> finding(xml, "failure", summary(cell), details(cell));
      case NOT_COMPARABLE -> finding(xml, "error", cell.reason(), cell.reason());
      case UNCLEAR -> finding(xml, strict ? "failure" : "skipped", cell.reason(), details(cell));
      case SAME, BETTER -> {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("system-out");
        xml.writeCharacters(details(cell));
        xml.writeEndElement();
      }
    }
  }

  private static String summary(CellComparison cell) {
    return "worse by " + Wording.change(cell.effect()) + " " + Wording.changes(cell.interval());
  }

  private static String details(CellComparison cell) {
    return Wording.format(
        "%s: %s -> %s, %s %s, p (Holm) %s; %s",
        cell.verdict().label(),
        Figures.nanos(cell.baseNanos()),
        Figures.nanos(cell.newNanos()),
        Wording.change(cell.effect()),
        Wording.changes(cell.interval()),
        Wording.p(cell.adjustedP()),
        cell.reason());
  }

  private static void start(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "hgbench.compare");
    xml.writeAttribute("name", name);
    xml.writeAttribute("time", "0");
  }

  private static void end(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void finding(XMLStreamWriter xml, String element, String message, String text)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement(element);
    xml.writeAttribute("message", message);
    if (!element.equals("skipped")) {
      xml.writeAttribute("type", "hgbench");
      xml.writeCharacters(text);
    }
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, long value)
      throws XMLStreamException {
    xml.writeAttribute(name, Long.toString(value));
  }
}
