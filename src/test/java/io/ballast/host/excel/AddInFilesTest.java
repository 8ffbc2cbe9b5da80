package io.ballast.host.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceljava.jinx.ErrorHandler;
import com.exceljava.jinx.ExcelAction;
import com.exceljava.jinx.ExcelAddIn;
import com.exceljava.jinx.ExcelFunction;
import com.exceljava.jinx.IUnknown;
import io.ballast.functions.Catalogue;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files of the add-in: what Jinx, Excel and the tooltips read. */
class AddInFilesTest {
  private static final Path ADDIN = Path.of("addin", "excel");

  /** Control identifiers and images of Office that the ribbon uses. */
  private static final Set<String> OFFICE =
      Set.of("CalculateFull", "FileNew", "Help", "ErrorChecking", "Info");

  @TempDir private Path folder;

  @Test
  void jinxFindsEveryFunctionThroughTheListOfClasses() throws Exception {
    AddInFiles.main(new String[] {folder.toString()});
    Set<String> found = new TreeSet<>();
    List<String> lines = Files.readAllLines(folder.resolve(AddInFiles.CLASSES));
    assertEquals(lines.size(), new HashSet<>(lines).size());
    for (String line : lines) {
      Class<?> type = Class.forName(line);
      assertTrue(Modifier.isPublic(type.getModifiers()), line);
      boolean instance = false;
      for (Method method : type.getDeclaredMethods()) {
        ExcelFunction function = method.getAnnotation(ExcelFunction.class);
        if (function != null) {
          assertTrue(Modifier.isStatic(method.getModifiers()), method.toString());
          found.add(function.value());
        }
        instance |= method.isAnnotationPresent(ExcelAction.class);
      }
      if (instance || type == ExcelCaller.class) {
        assertNotNull(type.getConstructor(ExcelAddIn.class), line);
      }
    }
    Set<String> declared = new TreeSet<>();
    Catalogue.standard().all().forEach(f -> declared.add(f.name()));
    assertEquals(declared, found);
  }

  @Test
  void tooltipsHoldEveryListedFunctionWithItsArguments() throws Exception {
    AddInFiles.main(new String[] {folder.toString()});
    Element root = xml(folder.resolve(AddInFiles.TOOLTIPS));
    assertEquals("http://schemas.excel-dna.net/intellisense/1.0", root.getNamespaceURI());
    assertEquals("IntelliSense", root.getLocalName());
    List<Element> info = elements(root, "FunctionInfo");
    assertEquals(1, info.size());
    List<Element> functions = elements(info.get(0), "Function");
    List<Catalogue.Function> listed = List.copyOf(Catalogue.standard().functions());
    assertEquals(listed.size(), functions.size());
    for (int i = 0; i < listed.size(); i++) {
      Element function = functions.get(i);
      assertEquals(listed.get(i).name(), function.getAttribute("Name"));
      assertEquals(listed.get(i).description(), function.getAttribute("Description"));
      List<String> names = new ArrayList<>();
      for (Element argument : elements(function, "Argument")) {
        names.add(argument.getAttribute("Name"));
        assertFalse(argument.getAttribute("Description").isBlank(), listed.get(i).name());
      }
      String syntax = listed.get(i).name() + "(" + String.join(", ", names) + ")";
      assertEquals(listed.get(i).syntax(), syntax);
    }
  }

  /** The name that the IntelliSense add-in looks for: the XLL's with another extension. */
  @Test
  void tooltipsAreNamedAfterTheXll() {
    assertEquals("jinx.xll".replaceFirst("\\.[^.]*$", ".intellisense.xml"), AddInFiles.TOOLTIPS);
  }

  @Test
  void jinxIniNamesOurErrorHandlerAndNothingOfAMachine() throws Exception {
    Map<String, String> values = new HashMap<>();
    String key = "";
    for (String line : Files.readAllLines(ADDIN.resolve("jinx.ini"))) {
      String text = line.strip();
      if (text.isEmpty() || text.startsWith(";")) {
        continue;
      }
      if (text.startsWith("[")) {
        key = text;
      } else if (line.startsWith(" ")) {
        values.merge(key, text, (a, b) -> (a + " " + b).strip());
      } else {
        String[] parts = text.split("\\s*=\\s*", 2);
        key = parts[0];
        values.put(key, parts[1]);
      }
    }
    assertEquals(
        Map.of(
            "error_handler", ExcelErrorHandler.class.getName(),
            "ribbon_xml_resource", "ballast-ribbon.xml",
            "developer_mode", "0",
            "classpath", "./ballast-addin.jar"),
        values);
    Object handler = Class.forName(values.get("error_handler")).getConstructor().newInstance();
    assertTrue(handler instanceof ErrorHandler);
  }

  @Test
  void everyCallbackOfTheRibbonIsAnActionWithTheArgumentsThatOfficeGives() throws Exception {
    Map<String, Method> actions = new HashMap<>();
    for (Method method : Ribbon.class.getDeclaredMethods()) {
      ExcelAction action = method.getAnnotation(ExcelAction.class);
      if (action != null) {
        assertTrue(Modifier.isPublic(method.getModifiers()), action.value());
        assertEquals(null, actions.put(action.value(), method), action.value());
      }
    }
    Set<String> called = new TreeSet<>();
    Set<String> ids = new HashSet<>();
    Element root = xml(ADDIN.resolve("ballast-ribbon.xml"));
    assertEquals("http://schemas.microsoft.com/office/2006/01/customui", root.getNamespaceURI());
    for (Element control : all(root)) {
      String kind = control.getLocalName();
      for (int i = 0; i < control.getAttributes().getLength(); i++) {
        String name = control.getAttributes().item(i).getNodeName();
        String value = control.getAttributes().item(i).getNodeValue();
        if (name.equals("id")) {
          assertTrue(ids.add(value), value + " is used twice");
        } else if (name.equals("idMso") || name.equals("imageMso")) {
          assertTrue(OFFICE.contains(value), value);
        } else if (name.startsWith("get") || name.equals("onAction")) {
          Method action = actions.get(value);
          assertNotNull(action, value);
          called.add(value);
          List<Class<?>> expected =
              switch (name) {
                case "getItemCount" -> List.of(IUnknown.class);
                case "getItemLabel" -> List.of(IUnknown.class, int.class);
                default ->
                    kind.equals("gallery")
                        ? List.of(IUnknown.class, String.class, int.class)
                        : List.of(IUnknown.class);
              };
          assertEquals(expected, Arrays.asList(action.getParameterTypes()), value);
        }
      }
    }
    assertEquals(new TreeSet<>(actions.keySet()), called);
  }

  /** Windows PowerShell reads a script without a mark as the system's code page. */
  @Test
  void theInstallScriptIsPlainAsciiAndItsBracketsClose() throws Exception {
    String script = Files.readString(ADDIN.resolve("install.ps1"), StandardCharsets.UTF_8);
    assertTrue(script.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127)));
    String code = script.replaceAll("(?s)<#.*?#>", "").replaceAll("'[^'\n]*'", "''");
    for (String pair : List.of("{}", "()", "[]")) {
      long open = code.chars().filter(c -> c == pair.charAt(0)).count();
      long closed = code.chars().filter(c -> c == pair.charAt(1)).count();
      assertEquals(open, closed, pair);
    }
  }

  private static Element xml(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
  }

  private static List<Element> elements(Element parent, String name) {
    return all(parent).stream()
        .filter(e -> e.getParentNode() == parent && e.getLocalName().equals(name))
        .toList();
  }

  private static List<Element> all(Element parent) {
    NodeList nodes = parent.getElementsByTagName("*");
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }
}
