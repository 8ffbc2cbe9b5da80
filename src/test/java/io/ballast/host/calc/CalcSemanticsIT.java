package io.ballast.host.calc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.star.beans.PropertyValue;
import com.sun.star.container.XNameAccess;
import com.sun.star.sheet.FunctionArgument;
import io.ballast.functions.BallastVersion;
import io.ballast.functions.Catalogue;
import io.ballast.testing.CalcDocument;
import io.ballast.testing.CalcDocument.ErrorCode;
import io.ballast.testing.RunningOffice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the cells of Calc mean to the functions, and what results mean to Calc. */
@ExtendWith(CalcOffice.class)
class CalcSemanticsIT {
  private static final ErrorCode NUM = new ErrorCode(503);
  private static final ErrorCode ILLEGAL_PARAMETER = new ErrorCode(504);
  private static final ErrorCode VALUE = new ErrorCode(519);
  private static final ErrorCode DIV0 = new ErrorCode(532);
  private static final ErrorCode BAD_CONSTANT = new ErrorCode(539);
  private static final ErrorCode NA = new ErrorCode(32767);

  private static final Object[][] RETURNS = {{0.01}, {-0.02}, {null}, {"text"}, {0.03}, {0.015}};
  private static final Object[][] ROW = {{0.01, -0.02, 0.03, 0.015}};
  private static final Object[][] PRICES = {{100.0}, {101.0}, {null}, {104.0}, {103.0}, {106.0}};

  /** A1:A6 returns, C1:C6 prices with a gap, E1:H1 a row; D1 blank, D2 #N/A, D3 TRUE. */
  private static CalcDocument sheet(RunningOffice office) throws Exception {
    CalcDocument calc = office.create();
    calc.set("A1:A6", RETURNS);
    calc.set("C1:C6", PRICES);
    calc.set("E1:H1", ROW);
    calc.formula("D2", "=NA()");
    calc.formula("D3", "=TRUE()");
    calc.formula("D4", "=1/0");
    calc.formula("D5", "=\"\"");
    return calc;
  }

  private static Object ours(String function, Object... arguments) {
    return Catalogue.standard().find(function).orElseThrow().call(arguments);
  }

  private static void check(RunningOffice office, Map<String, Object> cases) throws Exception {
    try (CalcDocument calc = sheet(office)) {
      String range = "K1:K" + cases.size();
      int row = 0;
      for (String formula : cases.keySet()) {
        calc.formula("K" + ++row, "=" + formula);
      }
      calc.calculate();
      Object[][] values = calc.values(range);
      Map<String, Object> actual = new LinkedHashMap<>();
      for (String formula : cases.keySet()) {
        actual.put(formula, values[actual.size()][0]);
      }
      assertEquals(cases, actual);
    }
  }

  @Test
  void argumentsMeanWhatTheyMeanInExcel(RunningOffice office) throws Exception {
    Map<String, Object> cases = new LinkedHashMap<>();
    Object sharpe = ours("SHARPE", new Object[] {RETURNS});
    cases.put("SHARPE(A1:A6)", sharpe);
    cases.put("sharpe(A1:A6)", sharpe);
    cases.put("SHARPE(A1:A6;;365)", sharpe);
    cases.put("SHARPE(A1:A6;0)", sharpe);
    cases.put("SHARPE(E1:H1)", ours("SHARPE", new Object[] {ROW}));
    cases.put("SHARPE(TRANSPOSE(E1:H1))", ours("SHARPE", new Object[] {ROW}));
    cases.put("SHARPE(A1:A6;0.02;252)", ours("SHARPE", RETURNS, 0.02, 252.0));
    cases.put("SHARPE(A1:A6;{0.02};{252})", ours("SHARPE", RETURNS, 0.02, 252.0));
    cases.put("VALUE_AT_RISK(A1:A6;;\"NORMAL\")", ours("VALUE_AT_RISK", RETURNS, null, "normal"));
    cases.put("HHI(A1)", 1.0);
    cases.put("HHI({0.5;\"cash\";\"\";0.5})", 0.5);
    cases.put("KELLY(0.6;2)", ours("KELLY", 0.6, 2.0));
    cases.put("KELLY(0.6;2;)", ours("KELLY", 0.6, 2.0));
    cases.put("OBSERVATIONS(A1:A6)", 4.0);
    cases.put("DUE_DILIGENCE_COVERAGE({3;\"\";4};{0.5;0.25;0.25})", 0.75);
    cases.put("LIMIT_STATUS(3;2;;\"max\")", "BREACH");
    cases.put("BALLAST_VERSION()", BallastVersion.get());
    check(office, cases);
  }

  @Test
  void failuresAreTheErrorValuesOfTheContract(RunningOffice office) throws Exception {
    Map<String, Object> cases = new LinkedHashMap<>();
    cases.put("SHARPE()", VALUE);
    cases.put("SHARPE(;0.02)", VALUE);
    cases.put("KELLY(\"x\";2)", VALUE);
    cases.put("KELLY(\"\";2)", VALUE);
    cases.put("KELLY(D5;2)", VALUE);
    cases.put("KELLY(A1:A6;2)", VALUE);
    cases.put("VALUE_AT_RISK(A1:A6;0.95;\"wrong\")", VALUE);
    cases.put("VOLATILITY(A1:B6)", VALUE);
    cases.put("KELLY(2;2)", NUM);
    cases.put("SHARPE(C1:C6)", NUM);
    cases.put("BETA(A1:A6;A1:A5)", NA);
    cases.put("LIMIT_STATUS(;2)", NA);
    cases.put("SHARPE({0.1;0.1;0.1})", DIV0);
    cases.put("SHARPE(A1)", DIV0);
    cases.put("KELLY(D2;2)", NA);
    cases.put("KELLY(D4;2)", DIV0);
    cases.put("KELLY(1/0;2)", DIV0);
    cases.put("SHARPE(A1:A6;D4)", DIV0);
    cases.put("IFERROR(SHARPE({0.1;0.1});\"none\")", "none");
    cases.put("ERRORTYPE(KELLY(2;2))", 503.0);
    check(office, cases);
  }

  @Test
  void aGapInPricesLeavesTheFunctionsAroundReturnsWorking(RunningOffice office) throws Exception {
    Object[] returns = {ours("RETURNS", new Object[] {PRICES})};
    Map<String, Object> cases = new LinkedHashMap<>();
    for (String name : new String[] {"SHARPE", "VOLATILITY", "MAX_DRAWDOWN", "WIN_RATE", "CAGR"}) {
      cases.put(name + "(RETURNS(C1:C6))", ours(name, returns));
    }
    cases.put(
        "VOLATILITY(ROLLING_VOLATILITY(E1:H1;2;1);1)",
        ours("VOLATILITY", ours("ROLLING_VOLATILITY", ROW, 2.0, 1.0), 1.0));
    cases.put("COUNT(RETURNS(C1:C6))", 3.0);
    check(office, cases);
  }

  @Test
  void aMissingValueOfASeriesIsShownAsSuchAndReadAsSuch(RunningOffice office) throws Exception {
    try (CalcDocument calc = sheet(office)) {
      calc.arrayFormula("K1:K5", "=_xll.RETURNS(C1:C6)");
      calc.formula("L1", "=VOLATILITY(K1:K5)");
      calc.formula("L2", "=KELLY(K2;2)");
      calc.formula("L3", "=ISNA(K2)");
      calc.arrayFormula("K7:L7", "=_xll.ROLLING_VOLATILITY(E1:F1;2;1)");
      calc.calculate();
      Object[][] expected = (Object[][]) ours("RETURNS", new Object[] {PRICES});
      for (int i = 0; i < expected.length; i++) {
        boolean gap = i == 1 || i == 2;
        assertEquals(gap ? "#N/A" : expected[i][0], calc.value("K" + (i + 1)));
      }
      assertEquals("#N/A", calc.shown("K2"));
      assertEquals(ours("VOLATILITY", new Object[] {expected}), calc.value("L1"));
      assertEquals(NA, calc.value("L2"));
      assertEquals(0.0, calc.value("L3"));
      assertEquals("#N/A", calc.value("K7"));
      assertEquals(
          ((Object[][]) ours("ROLLING_VOLATILITY", new Object[][] {{0.01, -0.02}}, 2.0, 1.0))[0][1],
          calc.value("L7"));
    }
  }

  /** Each difference from Excel that Calc forces, as listed in addin/libreoffice/README.md. */
  @Test
  void whereCalcMakesTheDifferenceThisHappens(RunningOffice office) throws Exception {
    Map<String, Object> cases = new LinkedHashMap<>();
    cases.put("HHI(D2:D3)", ILLEGAL_PARAMETER);
    cases.put("HHI(D3:D4)", ILLEGAL_PARAMETER);
    cases.put("OBSERVATIONS(IF({1;0;1};0.5;1/0))", DIV0);
    cases.put("OBSERVATIONS(IF({1;0;1};0.5;NA()))", NA);
    cases.put("OBSERVATIONS(ROLLING_SHARPE({0.1;0.1;0.2;0.3};2))", DIV0);
    cases.put("SUM(ROLLING_SHARPE({0.1;0.1;0.2;0.3};2))", DIV0);
    cases.put("OBSERVATIONS(D3)", 1.0);
    cases.put("KELLY(TRUE();2)", ours("KELLY", 1.0, 2.0));
    cases.put("SHARPE(A1:A6;0;D1)", NUM);
    cases.put("OBSERVATIONS(D1)", 1.0);
    cases.put("SHARPE(E1:H1*1)", VALUE);
    check(office, cases);
    try (CalcDocument calc = sheet(office)) {
      calc.formulas("K1:K1", new String[][] {{"=_xll.HHI({0.5;#N/A;0.5})"}});
      calc.arrayFormula("K2", "=_xll.SHARPE(E1:H1*1)");
      calc.calculate();
      assertEquals(BAD_CONSTANT, calc.value("K1"));
      assertEquals(ours("SHARPE", new Object[] {ROW}), calc.value("K2"));
    }
  }

  @Test
  void theReasonOfAFailureIsListed(RunningOffice office) throws Exception {
    try (CalcDocument calc = sheet(office)) {
      calc.formula("K1", "=KELLY(\"many\";2)");
      calc.calculate();
      calc.arrayFormula("K3:P4", "=_xll.BALLAST_ERRORS(1)");
      Object[][] table = calc.values("K3:P4");
      assertArrayEquals(
          new Object[] {"time", "cell", "function", "argument", "found", "expected"}, table[0]);
      assertArrayEquals(
          new Object[] {"KELLY", "win_probability", "the text \"many\"", "a number"},
          Arrays.copyOfRange(table[1], 2, 6));
      calc.formula("K1", "=KELLY(\"few\";2)");
      assertEquals(VALUE, calc.value("K1"));
      assertArrayEquals(table, calc.values("K3:P4"), "listed anew without being asked to");
    }
  }

  @Test
  void theFunctionWizardShowsOurHelp(RunningOffice office) throws Exception {
    XNameAccess wizard =
        office.service("com.sun.star.sheet.FunctionDescriptions", XNameAccess.class);
    for (Catalogue.Function f : AddInGenerator.exported()) {
      Map<String, Object> shown = new HashMap<>();
      for (PropertyValue property : (PropertyValue[]) wizard.getByName(f.name())) {
        shown.put(property.Name, property.Value);
      }
      assertEquals(f.description(), shown.get("Description"), f.name());
      FunctionArgument[] arguments =
          shown.get("Arguments") instanceof FunctionArgument[] listed
              ? listed
              : new FunctionArgument[0];
      assertEquals(f.arguments().size(), arguments.length, f.name());
      for (int i = 0; i < arguments.length; i++) {
        Catalogue.Argument ours = f.arguments().get(i);
        assertEquals(ours.name(), arguments[i].Name, f.name());
        assertEquals(CalcAddIn.description(ours), arguments[i].Description, f.name());
      }
    }
  }

  @Test
  void formulasSurviveBothFileFormats(RunningOffice office, @TempDir Path folder) throws Exception {
    Object expected = ours("SHARPE", ours("RETURNS", new Object[] {PRICES}));
    Path xlsx = folder.resolve("book.xlsx");
    Path ods = folder.resolve("book.ods");
    try (CalcDocument calc = sheet(office)) {
      calc.formula("K1", "=SHARPE(RETURNS(C1:C6))");
      calc.calculate();
      calc.store(xlsx, "Calc MS Excel 2007 XML");
      calc.store(ods, "calc8");
    }
    try (ZipFile zip = new ZipFile(xlsx.toFile())) {
      var entry = zip.getEntry("xl/worksheets/sheet1.xml");
      String part = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(part.toLowerCase(Locale.ROOT).contains("_xll.sharpe(_xll.returns(c1:c6))"), part);
      assertFalse(part.contains(">SHARPE("), part);
    }
    for (Path file : new Path[] {xlsx, ods}) {
      try (CalcDocument calc = office.open(file)) {
        assertEquals(expected, calc.value("K1"), file.toString());
        assertEquals("=SHARPE(RETURNS(C1:C6))", calc.formula("K1"));
      }
    }
  }
}
