package io.gradus.experiments.figure;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// A drawing as an XML parser sees it that reads nothing else.
final class SvgFile {
  private final Document document;

  SvgFile(String svg) {
    try {
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      this.document = parsers.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError("no XML: " + e.getMessage() + "\n" + svg, e);
    }
  }

  int count(String element) {
    return document.getElementsByTagName(element).getLength();
  }

  List<String> texts() {
    NodeList nodes = document.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  /// An attribute of each element of a name.
  List<String> attributes(String element, String attribute) {
    NodeList nodes = document.getElementsByTagName(element);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add(nodes.item(i).getAttributes().getNamedItem(attribute).getNodeValue());
    }
    return found;
  }
}
