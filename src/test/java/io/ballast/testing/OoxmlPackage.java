package io.ballast.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The parts of an Office file, their content types and their relationships (ECMA-376 part 2), read
 * without forgiving anything.
 */
final class OoxmlPackage {
  private static final String TYPES = "/[Content_Types].xml";
  private static final String ROOT = "/";

  /** A relationship from one part to another, or to somewhere outside. */
  record Relationship(String id, String type, String target, boolean external) {}

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Map<String, String> defaults = new HashMap<>();
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private final Map<String, Map<String, Relationship>> relationships = new LinkedHashMap<>();
  private final List<String> findings = new ArrayList<>();

  private OoxmlPackage() {}

  /** Reads a file; what is wrong with it as a package is in {@link #findings}. */
  static OoxmlPackage read(Path file) throws IOException {
    OoxmlPackage result = new OoxmlPackage();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = "/" + entry.getName();
        if (result.parts.put(name, zip.readAllBytes()) != null) {
          result.findings.add(name + ": is there twice");
        }
      }
    }
    result.readContentTypes();
    for (String name : result.parts.keySet()) {
      if (isRelationships(name)) {
        result.readRelationships(name);
      }
    }
    result.checkReferences();
    return result;
  }

  /** What is wrong with the package: each line names the part. */
  List<String> findings() {
    return findings;
  }

  /** The names of all parts but the list of content types. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(parts.keySet());
    names.remove(TYPES);
    return names;
  }

  byte[] bytes(String part) {
    return parts.get(part);
  }

  /** The content type of a part, empty if none is given. */
  String contentType(String part) {
    String type = overrides.get(part);
    if (type == null) {
      String extension = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      type = defaults.get(extension);
    }
    return type == null ? "" : type;
  }

  /** The relationships of a part by id; the package's own under "/". */
  Map<String, Relationship> relationships(String part) {
    return relationships.getOrDefault(part, Map.of());
  }

  /** The parts that this part refers to by relationships whose type ends so. */
  List<String> targets(String part, String typeEnd) {
    List<String> targets = new ArrayList<>();
    for (Relationship relationship : relationships(part).values()) {
      if (relationship.type().endsWith(typeEnd) && parts.containsKey(relationship.target())) {
        targets.add(relationship.target());
      }
    }
    return targets;
  }

  static boolean isRelationships(String part) {
    return part.endsWith(".rels");
  }

  private void readContentTypes() throws IOException {
    if (!parts.containsKey(TYPES)) {
      findings.add(TYPES + ": is missing");
      return;
    }
    for (Element element : children(TYPES)) {
      String type = element.getAttribute("ContentType");
      boolean override = element.getLocalName().equals("Override");
      String key = element.getAttribute(override ? "PartName" : "Extension");
      String before =
          override ? overrides.put(key, type) : defaults.put(key.toLowerCase(Locale.ROOT), type);
      if (before != null) {
        findings.add(TYPES + ": gives " + key + " a content type twice");
      }
      if (override && !parts.containsKey(key)) {
        findings.add(TYPES + ": names " + key + ", which is missing");
      }
    }
    for (String part : names()) {
      if (contentType(part).isEmpty()) {
        findings.add(part + ": has no content type");
      }
    }
  }

  private void readRelationships(String file) throws IOException {
    int folder = file.lastIndexOf("_rels/");
    String name = file.substring(folder + "_rels/".length(), file.length() - ".rels".length());
    String source = file.substring(0, folder) + name;
    if (!source.equals(ROOT) && !parts.containsKey(source)) {
      findings.add(file + ": belongs to " + source + ", which is missing");
    }
    Map<String, Relationship> read = new LinkedHashMap<>();
    for (Element element : children(file)) {
      String id = element.getAttribute("Id");
      boolean external = element.getAttribute("TargetMode").equals("External");
      String given = element.getAttribute("Target");
      String target = external ? given : URI.create(source).resolve(given).getPath();
      if (read.put(id, new Relationship(id, element.getAttribute("Type"), target, external))
          != null) {
        findings.add(file + ": has the id " + id + " twice");
      }
      if (external && given.toLowerCase(Locale.ROOT).startsWith("javascript:")) {
        findings.add(file + ": " + id + " is a script, which Excel refuses");
      }
      if (!external && !parts.containsKey(target)) {
        findings.add(file + ": " + id + " leads to " + target + ", which is missing");
      }
    }
    relationships.put(source, read);
  }

  private void checkReferences() {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(ROOT));
    while (!open.isEmpty()) {
      for (Relationship relationship : relationships(open.remove()).values()) {
        if (!relationship.external() && reached.add(relationship.target())) {
          open.add(relationship.target());
        }
      }
    }
    for (String part : names()) {
      if (!isRelationships(part) && !reached.contains(part)) {
        findings.add(part + ": nothing refers to it");
      }
    }
  }

  private List<Element> children(String part) throws IOException {
    NodeList nodes = parse(part).getDocumentElement().getChildNodes();
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private Document parse(String part) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(part)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(part + ": " + e.getMessage(), e);
    }
  }
}
