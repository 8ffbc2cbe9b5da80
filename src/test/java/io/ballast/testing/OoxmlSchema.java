package io.ballast.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlCursor.TokenType;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

/**
 * Judges an .xlsx file as Excel does on opening: the package is complete, every part follows the
 * schemas of ECMA-376, and the rules that no schema holds are kept ({@link SpreadsheetRules}).
 *
 * <p>What Markup Compatibility (ECMA-376 part 3) lets a reader ignore is taken out before a part is
 * validated, and so is {@code xml:space}, which the schemas compiled into POI do not know.
 */
public final class OoxmlSchema {
  private static final String COMPATIBILITY =
      "http://schemas.openxmlformats.org/markup-compatibility/2006";
  private static final QName IGNORABLE = new QName(COMPATIBILITY, "Ignorable");
  private static final QName SPACE = new QName("http://www.w3.org/XML/1998/namespace", "space");

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String PACKAGE = "application/vnd.openxmlformats-package.";

  /** The root element of each content type that our files may hold. */
  private static final Map<String, QName> ROOTS =
      Map.ofEntries(
          Map.entry(SHEET + "sheet.main+xml", new QName(MAIN, "workbook")),
          Map.entry(SHEET + "template.main+xml", new QName(MAIN, "workbook")),
          Map.entry(SHEET + "worksheet+xml", new QName(MAIN, "worksheet")),
          Map.entry(SHEET + "styles+xml", new QName(MAIN, "styleSheet")),
          Map.entry(SHEET + "sharedStrings+xml", new QName(MAIN, "sst")),
          Map.entry(SHEET + "table+xml", new QName(MAIN, "table")),
          Map.entry(SHEET + "comments+xml", new QName(MAIN, "comments")),
          Map.entry(SHEET + "sheetMetadata+xml", new QName(MAIN, "metadata")),
          Map.entry(SHEET + "calcChain+xml", new QName(MAIN, "calcChain")),
          Map.entry(
              OFFICE + "theme+xml",
              new QName("http://schemas.openxmlformats.org/drawingml/2006/main", "theme")),
          Map.entry(
              OFFICE + "drawing+xml",
              new QName(
                  "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "wsDr")),
          Map.entry(
              OFFICE + "drawingml.chart+xml",
              new QName("http://schemas.openxmlformats.org/drawingml/2006/chart", "chartSpace")),
          Map.entry(OFFICE + "vmlDrawing", new QName("xml")),
          Map.entry(
              OFFICE + "extended-properties+xml",
              new QName(
                  "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
                  "Properties")),
          Map.entry(
              OFFICE + "custom-properties+xml",
              new QName(
                  "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
                  "Properties")),
          Map.entry(
              PACKAGE + "relationships+xml",
              new QName(
                  "http://schemas.openxmlformats.org/package/2006/relationships", "Relationships")),
          Map.entry(
              PACKAGE + "core-properties+xml",
              new QName(
                  "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                  "coreProperties")));

  /** The types above for whose root POI holds no schema. */
  private static final Set<String> WITHOUT_SCHEMA =
      Set.of(PACKAGE + "core-properties+xml", OFFICE + "vmlDrawing");

  private static final SchemaTypeLoader SCHEMAS =
      XmlBeans.typeLoaderUnion(TypeSystemHolder.typeSystem, XmlBeans.getBuiltinTypeSystem());

  private OoxmlSchema() {}

  /**
   * Judges a file.
   *
   * @return what is wrong, each line with the part it concerns; empty for a good file
   * @throws IOException if the file cannot be read as a package at all
   */
  public static List<String> check(Path file) throws IOException {
    OoxmlPackage contents = OoxmlPackage.read(file);
    List<String> findings = new ArrayList<>(contents.findings());
    Map<String, XmlObject> documents = new TreeMap<>();
    for (String part : contents.names()) {
      String type = contents.contentType(part);
      QName root = ROOTS.get(type);
      if (root != null) {
        XmlObject document = parse(part, contents.bytes(part), root, findings);
        if (document != null) {
          documents.put(part, document);
          if (!WITHOUT_SCHEMA.contains(type)) {
            validate(part, document, findings);
          }
        }
      } else if (!type.startsWith("image/") && !type.isEmpty()) {
        findings.add(part + ": has the content type " + type + ", which our files do not use");
      }
    }
    if (findings.isEmpty()) {
      new SpreadsheetRules(contents, documents, findings).check();
    }
    return findings;
  }

  private static XmlObject parse(String part, byte[] bytes, QName root, List<String> findings)
      throws IOException {
    XmlObject document;
    try {
      XmlOptions options =
          new XmlOptions().setLoadLineNumbers().setDisallowDocTypeDeclaration(true);
      document = SCHEMAS.parse(new ByteArrayInputStream(bytes), null, options);
    } catch (XmlException e) {
      findings.add(part + ": is not well-formed: " + e.getMessage());
      return null;
    }
    try (XmlCursor cursor = document.newCursor()) {
      cursor.toFirstChild();
      if (!root.equals(cursor.getName())) {
        findings.add(part + ": has the root " + cursor.getName() + ", not " + root);
        return null;
      }
      removeIgnorable(part, cursor, findings);
    }
    return document;
  }

  private static void removeIgnorable(String part, XmlCursor root, List<String> findings) {
    Set<String> ignorable = new HashSet<>();
    String prefixes = root.getAttributeText(IGNORABLE);
    if (prefixes != null) {
      root.removeAttribute(IGNORABLE);
      for (String prefix : prefixes.strip().split("\\s+")) {
        String namespace = root.namespaceForPrefix(prefix);
        if (namespace == null) {
          findings.add(part + ": ignores the prefix " + prefix + ", which is not declared");
        } else {
          ignorable.add(namespace);
        }
      }
    }
    for (TokenType token = root.toNextToken(); !token.isEnddoc(); token = root.currentTokenType()) {
      boolean named = token.isAttr() || token.isStart();
      QName name = named ? root.getName() : null;
      if (named && (name.equals(SPACE) || ignorable.contains(name.getNamespaceURI()))) {
        root.removeXml();
      } else {
        root.toNextToken();
      }
    }
  }

  private static void validate(String part, XmlObject document, List<String> findings) {
    List<XmlError> errors = new ArrayList<>();
    document.validate(new XmlOptions().setErrorListener(errors));
    for (XmlError error : errors) {
      try (XmlCursor place = error.getCursorLocation()) {
        findings.add(part + ": " + error.getMessage() + " in " + start(place));
      }
    }
  }

  private static String start(XmlCursor place) {
    if (place == null) {
      return "the part";
    }
    if (!place.isStart()) {
      place.toParent();
    }
    String text = place.xmlText();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
