package io.ballast.host.excel;

import io.ballast.functions.Catalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The files of the add-in that follow from the catalogue: the list of classes that Jinx loads, and
 * the tooltips of the Excel-DNA IntelliSense add-in. The build runs {@link #main}.
 */
public final class AddInFiles {
  /** In the root of the add-in's jar; Jinx loads every class listed there. */
  public static final String CLASSES = "jinx-classes.txt";

  /**
   * Beside {@code jinx.xll}: the IntelliSense add-in replaces the extension of a loaded XLL by
   * {@code .intellisense.xml}.
   */
  public static final String TOOLTIPS = "jinx.intellisense.xml";

  private static final String NAMESPACE = "http://schemas.excel-dna.net/intellisense/1.0";

  private AddInFiles() {}

  /**
   * Writes both files.
   *
   * @param args the folder for them
   */
  public static void main(String[] args) throws IOException, XMLStreamException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Files.writeString(folder.resolve(CLASSES), classes());
    try (OutputStream out = Files.newOutputStream(folder.resolve(TOOLTIPS))) {
      tooltips(out);
    }
  }

  /** The names of the classes for Jinx, one a line. */
  static String classes() {
    return Stream.concat(
            Catalogue.classes().stream(), List.of(ExcelCaller.class, Ribbon.class).stream())
        .map(type -> type.getName() + "\n")
        .collect(Collectors.joining());
  }

  /** The descriptions of all listed functions and their arguments. */
  static void tooltips(OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml =
        XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    line(xml, 0);
    xml.writeStartElement("IntelliSense");
    xml.writeDefaultNamespace(NAMESPACE);
    line(xml, 1);
    xml.writeStartElement("FunctionInfo");
    for (Catalogue.Function function : Catalogue.standard().functions()) {
      function(xml, function);
    }
    line(xml, 1);
    xml.writeEndElement();
    line(xml, 0);
    xml.writeEndElement();
    line(xml, 0);
    xml.writeEndDocument();
    xml.close();
  }

  private static void function(XMLStreamWriter xml, Catalogue.Function function)
      throws XMLStreamException {
    line(xml, 2);
    xml.writeStartElement("Function");
    describe(xml, function.name(), function.description());
    for (Catalogue.Argument argument : function.arguments()) {
      line(xml, 3);
      xml.writeEmptyElement("Argument");
      String name = argument.optional() ? "[" + argument.name() + "]" : argument.name();
      describe(xml, name, argument.description());
    }
    line(xml, 2);
    xml.writeEndElement();
  }

  private static void describe(XMLStreamWriter xml, String name, String description)
      throws XMLStreamException {
    xml.writeAttribute("Name", name);
    xml.writeAttribute("Description", description);
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
