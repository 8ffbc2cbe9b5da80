package io.ballast.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.atp.AnalysisToolPak;
import org.apache.poi.ss.formula.function.FunctionMetadataRegistry;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the hosts demand of every declaration. */
class CatalogueContractTest {
  private static final Set<String> NEWER_BUILT_INS =
      Set.of(
          ("ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BITAND BITLSHIFT BITOR BITRSHIFT BITXOR"
                  + " BYCOL BYROW CHOOSECOLS CHOOSEROWS COMBINA CONCAT COT COTH CSC CSCH DAYS"
                  + " DECIMAL DROP EXPAND FIELDVALUE FILTER FILTERXML FORMULATEXT GAMMA GAUSS"
                  + " GROUPBY HSTACK IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH"
                  + " IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS"
                  + " MUNIT NUMBERVALUE PDURATION PERCENTOF PERMUTATIONA PHI PIVOTBY RANDARRAY"
                  + " REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET"
                  + " SHEETS SORT SORTBY STOCKHISTORY SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN"
                  + " TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT"
                  + " VSTACK WEBSERVICE WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR")
              .split(" "));

  @TestFactory
  Stream<DynamicTest> everyDeclarationKeepsToTheHostsRules() {
    return Catalogue.standard().functions().stream()
        .map(f -> DynamicTest.dynamicTest(f.name(), () -> check(f)));
  }

  @TestFactory
  Stream<DynamicTest> omittingAnArgumentGivesItsDefault() {
    return Catalogue.standard().functions().stream()
        .filter(f -> f.arguments().stream().anyMatch(a -> a.optional() && isPlain(a)))
        .map(f -> DynamicTest.dynamicTest(f.name(), () -> checkDefaults(f)));
  }

  @Test
  void namesAreFoundInAnyCaseAndAsAFileStoresThem() {
    assertEquals("SHARPE", Catalogue.standard().find("sharpe").orElseThrow().name());
    assertEquals("SHARPE", Catalogue.standard().find("_xll.Sharpe").orElseThrow().name());
    assertTrue(Catalogue.standard().find("SHARP").isEmpty());
  }

  private static void check(Catalogue.Function f) {
    ExcelFunction declared = f.method().getAnnotation(ExcelFunction.class);
    assertTrue(f.name().matches("[A-Z][A-Z0-9_]*"), "name");
    assertFalse(
        f.name().matches("[A-Z]{1,3}[0-9]+")
            && CellReference.cellReferenceIsWithinRange(
                f.name().replaceAll("[0-9]+", ""),
                f.name().replaceAll("[A-Z]+", ""),
                SpreadsheetVersion.EXCEL2007),
        "a cell reference");
    assertFalse(f.name().matches("R[0-9]*(C[0-9]*)?|C[0-9]*"), "a cell reference");
    assertFalse(
        FunctionMetadataRegistry.getFunctionByName(f.name()) != null
            || AnalysisToolPak.isATPFunction(f.name())
            || NEWER_BUILT_INS.contains(f.name()),
        "a built-in function");
    assertTrue(f.category().startsWith("Ballast "), "category " + f.category());
    assertFalse(f.result().isBlank(), "result");
    assertTrue(Modifier.isStatic(f.method().getModifiers()), "static");
    assertTrue(Modifier.isPublic(f.method().getModifiers()), "public");
    assertTrue(declared.isThreadSafe(), "thread-safe");
    assertFalse(declared.isMacroType(), "macro type");
    assertFalse(declared.isVolatile() && !f.name().equals("BALLAST_ERRORS"), "volatile");
    Class<?> result = f.method().getReturnType();
    assertTrue(result == Object.class || result == Object[][].class, "returns " + result);
    for (Class<?> type : f.method().getParameterTypes()) {
      assertTrue(type == Object.class || type == Object[][].class, "takes " + type);
    }
    checkTexts(f);
  }

  private static void checkTexts(Catalogue.Function f) {
    ExcelArguments listed = f.method().getAnnotation(ExcelArguments.class);
    ExcelArgument[] arguments = listed == null ? new ExcelArgument[0] : listed.value();
    List<String> texts = new ArrayList<>(List.of(f.name(), f.category(), f.description()));
    Arrays.stream(arguments).map(ExcelArgument::description).forEach(texts::add);
    for (String text : texts) {
      assertFalse(text.isBlank(), "an empty text");
      assertTrue(text.length() <= 253, text);
    }
    String names = Arrays.stream(arguments).map(a -> a.value()).collect(Collectors.joining(","));
    assertTrue(names.length() <= 255, names);
    if (arguments.length > 0) {
      assertTrue(arguments[arguments.length - 1].description().endsWith(". "), "last description");
    }
    boolean optional = false;
    for (Catalogue.Argument a : f.arguments()) {
      assertTrue(a.name().matches("[a-z][a-z0-9_]*"), "argument " + a.name());
      assertTrue(a.optional() || !optional, a.name() + " follows an optional argument");
      optional |= a.optional();
      assertEquals(a.optional(), a.defaultText() != null, a.name() + ": its default");
    }
  }

  private static void checkDefaults(Catalogue.Function f) {
    List<GoldenCases.Case> cases =
        GoldenCases.all().stream()
            .filter(one -> Expression.function(one.formula()).equals(f.name()))
            .limit(5)
            .toList();
    List<Object[]> calls =
        cases.isEmpty()
            ? List.<Object[]>of(new Object[0])
            : cases.stream().map(GoldenCases.Case::arguments).toList();
    for (Object[] call : calls) {
      for (int i = 0; i < f.arguments().size(); i++) {
        Catalogue.Argument argument = f.arguments().get(i);
        if (argument.optional() && isPlain(argument)) {
          Object[] omitted = Arrays.copyOf(call, f.arguments().size());
          omitted[i] = null;
          Object[] given = omitted.clone();
          given[i] = plain(argument.defaultText());
          Object expected = f.call(given);
          Object actual = f.call(omitted);
          assertTrue(
              Arrays.deepEquals(new Object[] {expected}, new Object[] {actual}),
              argument.name() + ": " + expected + " given, " + actual + " omitted");
        }
      }
    }
  }

  /** Whether the default is a value: a number, TRUE, FALSE or a text in quotes. */
  private static boolean isPlain(Catalogue.Argument argument) {
    return argument.defaultText() != null
        && argument.defaultText().matches("-?[0-9.]+|TRUE|FALSE|\"[^\"]*\"");
  }

  private static Object plain(String text) {
    if (text.startsWith("\"")) {
      return text.substring(1, text.length() - 1);
    }
    return text.equals("TRUE") || text.equals("FALSE")
        ? (Object) text.equals("TRUE")
        : Double.valueOf(text);
  }
}
