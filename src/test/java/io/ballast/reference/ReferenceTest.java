package io.ballast.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.Catalogue;
import io.ballast.functions.Reference;
import io.ballast.functions.Topic;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The reference is complete, and what it says of a function holds. */
class ReferenceTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern YEAR = Pattern.compile("[ (]((?:19|20)\\d\\d)[);,]");

  /** Letters that run over a sum. */
  private static final Set<String> BOUND = Set.of("i", "j");

  private static JavadocReader javadoc;
  private static SampleScope sample;

  @BeforeAll
  static void read() throws IOException {
    javadoc = new JavadocReader(SOURCES);
    sample = new SampleScope();
  }

  private static List<FunctionReference> references() {
    return Catalogue.standard().functions().stream().map(FunctionReference::of).toList();
  }

  private static Stream<DynamicTest> each(java.util.function.Consumer<FunctionReference> check) {
    return references().stream()
        .map(r -> DynamicTest.dynamicTest(r.function().name(), () -> check.accept(r)));
  }

  @TestFactory
  Stream<DynamicTest> everyFunctionHasAFormulaThatIsWellFormedMathematics() {
    return each(
        reference -> {
          String name = reference.function().name();
          assertEquals(name.startsWith("BALLAST_"), reference.formula().isEmpty(), "formula");
          reference.formula().forEach(line -> parse(Typesetter.mathml(line, true)));
          reference.symbols().forEach(s -> parse(Typesetter.mathml(s.symbol(), false)));
          reference.symbols().forEach(s -> parse("<p>" + Inline.html(s.text()) + "</p>"));
        });
  }

  @TestFactory
  Stream<DynamicTest> everySymbolOfOneLetterIsExplained() {
    return each(
        reference -> {
          Set<String> explained = new HashSet<>(BOUND);
          reference.symbols().forEach(s -> explained.addAll(Typesetter.symbols(s.symbol())));
          Set<String> used = new HashSet<>();
          reference.formula().forEach(line -> used.addAll(Typesetter.symbols(line)));
          used.removeIf(symbol -> symbol.length() > 1);
          used.removeAll(explained);
          assertEquals(Set.of(), used);
        });
  }

  @TestFactory
  Stream<DynamicTest> everyExampleCallsItsFunctionAndGivesAValue() {
    return each(
        reference -> {
          String name = reference.function().name();
          assertTrue(reference.example().startsWith(name + "("), reference.example());
          Object value = Example.of(reference.example(), sample).value();
          assertFalse(value instanceof Exception, value.toString());
          if (value instanceof Object[][] rows) {
            long values =
                Stream.of(rows)
                    .flatMap(Stream::of)
                    .filter(cell -> cell != null && !(cell instanceof Exception))
                    .count();
            assertTrue(values > 0, "nothing but errors");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> relatedFunctionsExistAndAreMutual() {
    return each(
        reference -> {
          Reference declared = reference.function().method().getAnnotation(Reference.class);
          List<String> names = reference.related().stream().map(Catalogue.Function::name).toList();
          assertFalse(names.isEmpty(), "no related function");
          assertTrue(
              names.containsAll(List.of(declared.related())),
              List.of(declared.related()) + " against " + names);
          assertFalse(names.contains(reference.function().name()), "related to itself");
          for (Catalogue.Function other : reference.related()) {
            assertTrue(FunctionReference.of(other).related().contains(reference.function()));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theSourceNamesEveryWorkThatTheJavadocCites() {
    return each(
        reference -> {
          Notes notes = javadoc.notes(reference.function());
          assertFalse(notes.conventions().isEmpty(), "no definition");
          assertTrue(
              reference.source().equals("Definition")
                  || reference.source().matches(".*\\((1[89]|20)\\d\\d\\).*"),
              reference.source());
          for (String line : notes.conventions()) {
            for (Matcher year = YEAR.matcher(line); year.find(); ) {
              assertTrue(reference.source().contains(year.group(1)), line);
            }
          }
        });
  }

  @Test
  void fifteenFunctionsToBeginWithCoverEveryTopic() {
    List<Topic> topics = new ArrayList<>();
    references().forEach(r -> r.start().ifPresent(topics::add));
    assertEquals(15, topics.size());
    assertEquals(Topic.values().length - 1, Set.copyOf(topics).size());
  }

  @Test
  void pagesAreWrittenAndEveryLinkLeadsToAFile(@TempDir Path folder) throws IOException {
    ReferenceWriter.write(SOURCES, folder);
    Pattern link = Pattern.compile("(?:href|src)=\"([^\"#]+)[^\"]*\"");
    Set<String> linked = new HashSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        String page = Files.readString(file);
        assertFalse(page.contains("[[") || page.contains("{@"), file + " has markup left");
        for (Matcher matcher = link.matcher(page); matcher.find(); ) {
          linked.add(matcher.group(1));
        }
      }
    }
    for (String target : linked) {
      assertTrue(Files.exists(folder.resolve(target)), target);
    }
    for (FunctionReference reference : references()) {
      assertTrue(linked.contains(reference.function().name() + ".html"));
    }
    String markdown = Files.readString(folder.resolve("FUNCTIONS.md"));
    references().forEach(r -> assertTrue(markdown.contains("\n### " + r.function().name() + "\n")));
    String again = Files.readString(folder.resolve("SHARPE.html"));
    ReferenceWriter.write(SOURCES, folder);
    assertEquals(again, Files.readString(folder.resolve("SHARPE.html")));
  }

  @Test
  void fractionsRootsAndScriptsAreTypeset() {
    assertEquals(
        "<math><mrow><mfrac><mrow><mn>1</mn></mrow><mrow><mi>n</mi><mo>−</mo><mn>1</mn></mrow>"
            + "</mfrac></mrow></math>",
        Typesetter.mathml("1/(n−1)", false));
    assertEquals(
        "<math><mrow><msqrt><mi>k</mi></msqrt><mo>·</mo><msubsup><mi>x</mi><mrow><mi>i</mi></mrow>"
            + "<mrow><mn>2</mn></mrow></msubsup></mrow></math>",
        Typesetter.mathml("√k·x_i^2", false));
    assertEquals(
        "<math><mrow><msup><mi>x</mi><mrow><mn>1</mn><mo>/</mo><mi>k</mi></mrow></msup></mrow></math>",
        Typesetter.mathml("x^(1/k)", false));
    assertEquals(Set.of("s", "x", "k"), Typesetter.symbols("s(x_i)·√k \"words\""));
  }

  @Test
  void whatIsNoFormulaIsRefused() {
    for (String wrong : List.of("(a", "a)", "\"a", "a/", "|a", "a_")) {
      assertThrows(IllegalArgumentException.class, () -> Typesetter.mathml(wrong, false), wrong);
    }
  }

  private static void parse(String xml) {
    try {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (Exception e) {
      throw new AssertionError(xml, e);
    }
  }
}
