package io.ballast.host.calc;

import com.exceljava.jinx.ExcelFunction;
import com.sun.star.uno.Any;
import io.ballast.functions.Catalogue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the parts of the Calc add-in that follow from the catalogue, into a directory:
 *
 * <ul>
 *   <li>{@code extension/ballast.idl}: the interface with one method a function, every parameter
 *       and result of type {@code any};
 *   <li>{@code extension/CalcAddIns.xcu}: names, descriptions and arguments for the function
 *       wizard;
 *   <li>{@code extension/addin.components}, {@code extension/META-INF/manifest.xml}: what the
 *       extension holds and which class to start;
 *   <li>{@code java}, {@code classes}: the same interface in Java and the class that implements it
 *       by handing each call to {@link CalcAddIn}, as source and compiled.
 * </ul>
 */
public final class AddInGenerator {
  private static final String PACKAGE = "io.ballast.host.calc.generated";
  private static final String INTERFACE = "XFunctions";
  private static final String CLASS = "Functions";

  private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

  private static final String COMPONENTS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <components xmlns="http://openoffice.org/2010/uno-components">
        <component loader="com.sun.star.loader.Java2" uri="ballast.jar">
          <implementation name="%s"><service name="%s"/></implementation>
        </component>
      </components>
      """;

  private static final String MANIFEST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
      %s</manifest:manifest>
      """;

  private static final String ENTRY =
      "  <manifest:file-entry manifest:full-path=\"%s\""
          + " manifest:media-type=\"application/vnd.sun.star.%s\"/>\n";

  private final List<Catalogue.Function> functions;

  private AddInGenerator(List<Catalogue.Function> functions) {
    this.functions = functions;
  }

  /**
   * Writes the add-in's parts.
   *
   * @param arguments one: the directory
   * @throws IOException if a file cannot be written or the glue does not compile
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("expected one argument, the directory to write to");
    }
    new AddInGenerator(exported()).write(Path.of(arguments[0]));
  }

  /** The functions of the add-in: all but hidden ones. */
  static List<Catalogue.Function> exported() {
    return Catalogue.standard().functions().stream()
        .filter(f -> !f.method().getAnnotation(ExcelFunction.class).isHidden())
        .toList();
  }

  private void write(Path directory) throws IOException {
    Path extension = Files.createDirectories(directory.resolve("extension"));
    Files.writeString(extension.resolve("ballast.idl"), idl());
    Files.writeString(extension.resolve("CalcAddIns.xcu"), configuration());
    Files.writeString(
        extension.resolve("addin.components"),
        COMPONENTS.formatted(PACKAGE + "." + CLASS, CalcAddIn.SERVICE));
    Files.writeString(
        Files.createDirectories(extension.resolve("META-INF")).resolve("manifest.xml"),
        MANIFEST.formatted(
            ENTRY.formatted("ballast.idl", "uno-typelibrary;type=RDB")
                + ENTRY.formatted("ballast.jar", "uno-typelibrary;type=Java")
                + ENTRY.formatted("addin.components", "uno-components")
                + ENTRY.formatted("CalcAddIns.xcu", "configuration-data")));
    Path java = directory.resolve("java");
    Path sources = Files.createDirectories(java.resolve(PACKAGE.replace('.', '/')));
    Path type = Files.writeString(sources.resolve(INTERFACE + ".java"), javaInterface());
    Path glue = Files.writeString(sources.resolve(CLASS + ".java"), javaClass());
    compile(Files.createDirectories(directory.resolve("classes")), type, glue);
  }

  private String idl() {
    StringBuilder text = new StringBuilder();
    String[] modules = PACKAGE.split("\\.");
    for (String module : modules) {
      text.append("module ").append(module).append(" {\n");
    }
    text.append("interface ").append(INTERFACE).append(" {\n");
    for (Catalogue.Function f : functions) {
      text.append("any ").append(f.name()).append('(').append(parameters(f, "[in] any "));
      text.append(");\n");
    }
    return text.append("};\n").append("};\n".repeat(modules.length)).toString();
  }

  private static String parameters(Catalogue.Function f, String type) {
    return f.arguments().stream().map(a -> type + identifier(a)).collect(Collectors.joining(", "));
  }

  /** An argument's name as an interface description allows it: no underscore, periodsPerYear. */
  private static String identifier(Catalogue.Argument argument) {
    return UNDERSCORE.matcher(argument.name()).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }

  private String javaInterface() {
    StringBuilder text = new StringBuilder("package " + PACKAGE + ";\n\n");
    text.append("import com.sun.star.lib.uno.typeinfo.MethodTypeInfo;\n");
    text.append("import com.sun.star.lib.uno.typeinfo.ParameterTypeInfo;\n");
    text.append("import com.sun.star.lib.uno.typeinfo.TypeInfo;\n");
    text.append("import com.sun.star.uno.XInterface;\n\n");
    text.append("public interface " + INTERFACE + " extends XInterface {\n");
    text.append("  TypeInfo[] UNOTYPEINFO = {\n");
    for (int i = 0; i < functions.size(); i++) {
      Catalogue.Function f = functions.get(i);
      text.append("    new MethodTypeInfo(\"%s\", %d, TypeInfo.ANY),%n".formatted(f.name(), i));
      for (int j = 0; j < f.arguments().size(); j++) {
        text.append(
            "    new ParameterTypeInfo(\"%s\", \"%s\", %d, TypeInfo.IN | TypeInfo.ANY),%n"
                .formatted(identifier(f.arguments().get(j)), f.name(), j));
      }
    }
    text.append("  };\n");
    for (Catalogue.Function f : functions) {
      text.append("  Object " + f.name() + "(" + parameters(f, "Object ") + ");\n");
    }
    return text.append("}\n").toString();
  }

  private String javaClass() {
    StringBuilder text = new StringBuilder("package " + PACKAGE + ";\n\n");
    text.append("import com.sun.star.lang.XSingleComponentFactory;\n");
    text.append("import io.ballast.host.calc.CalcAddIn;\n\n");
    text.append("public final class " + CLASS + " extends CalcAddIn implements " + INTERFACE);
    text.append(" {\n");
    text.append("  public static XSingleComponentFactory __getComponentFactory(String name) {\n");
    text.append("    return factory(" + CLASS + ".class, name);\n  }\n");
    for (Catalogue.Function f : functions) {
      text.append("  @Override public Object " + f.name() + "(" + parameters(f, "Object "));
      text.append(") { return call(\"" + f.name() + "\"");
      text.append(f.arguments().isEmpty() ? "" : ", " + parameters(f, "")).append("); }\n");
    }
    return text.append("}\n").toString();
  }

  private static void compile(Path classes, Path... sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("a Java compiler is needed: run this with a JDK, not a JRE");
    }
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(
          StandardLocation.CLASS_PATH,
          List.of(origin(CalcAddIn.class), origin(Catalogue.class), origin(Any.class)));
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      List<String> options = List.of("--release", "17", "-proc:none");
      var units = files.getJavaFileObjects(sources);
      if (!compiler.getTask(messages, files, null, options, null, units).call()) {
        throw new IOException("the generated classes do not compile:\n" + messages);
      }
    }
  }

  private static Path origin(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private String configuration() throws IOException {
    StringWriter text = new StringWriter();
    try {
      writeConfiguration(text);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return text.toString();
  }

  private void writeConfiguration(Writer out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("oor:component-data");
    xml.writeAttribute("xmlns:oor", "http://openoffice.org/2001/registry");
    xml.writeAttribute("xmlns:xs", "http://www.w3.org/2001/XMLSchema");
    xml.writeAttribute("oor:name", "CalcAddIns");
    xml.writeAttribute("oor:package", "org.openoffice.Office");
    node(xml, "AddInInfo", false);
    node(xml, CalcAddIn.SERVICE, true);
    node(xml, "AddInFunctions", false);
    for (Catalogue.Function f : functions) {
      node(xml, f.name(), true);
      property(xml, "DisplayName", f.name());
      property(xml, "Description", f.description());
      property(xml, "Category", CalcAddIn.CATEGORY);
      property(xml, "CompatibilityName", CalcAddIn.SERVICE + "." + f.name());
      node(xml, "Parameters", false);
      for (Catalogue.Argument argument : f.arguments()) {
        node(xml, identifier(argument), true);
        property(xml, "DisplayName", argument.name());
        property(xml, "Description", CalcAddIn.description(argument));
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndDocument();
    xml.close();
  }

  private static void node(XMLStreamWriter xml, String name, boolean replace)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("node");
    xml.writeAttribute("oor:name", name);
    if (replace) {
      xml.writeAttribute("oor:op", "replace");
    }
  }

  /** A property; only the ones that can be translated name the language of their value. */
  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("prop");
    xml.writeAttribute("oor:name", name);
    xml.writeStartElement("value");
    if (!name.equals("Category")) {
      xml.writeAttribute("xml:lang", "en-US");
    }
    xml.writeCharacters(value);
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
