package io.ballast.formula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.Catalogue;
import io.ballast.functions.CellError;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What LibreOffice cannot judge, and properties of what it does. */
class BuiltInTest {
  private static final Scope SHEET =
      new SheetScope(
          new Object[][] {
            {1.0, "3", true, null, ""}, {2.0, "x", false, CellError.DIV0, null}, {4.0, null, 7.0}
          },
          Map.of());

  private static Object eval(String formula) {
    return Formula.parse(formula).evaluate(SHEET, 0, 0);
  }

  private static Object over(String formula, double... values) {
    Object[][] column = new Object[values.length][1];
    for (int i = 0; i < values.length; i++) {
      column[i][0] = values[i];
    }
    return Formula.parse(formula).evaluate(new SheetScope(column, Map.of("x", column)), 0, 0);
  }

  @Test
  void referencesSkipTextThatArgumentsCoerce() {
    assertEquals(0.0, eval("SUM(B1)"));
    assertEquals(3.0, eval("SUM(\"3\")"));
    assertEquals(0.0, eval("SUM(C1)"));
    assertEquals(1.0, eval("SUM(TRUE)"));
    assertEquals(4.0, eval("B1+C1"));
    assertEquals(CellError.VALUE, eval("AND(B1)"));
    assertEquals(CellError.DIV0, eval("SUM(D1:D2)"));
    assertEquals(1.0, eval("COUNT(D1:D2,A1)"));
  }

  @Test
  void emptyTextIsNotBlankButCountsAsBlank() {
    assertEquals(false, eval("ISBLANK(E1)"));
    assertEquals(true, eval("ISBLANK(E2)"));
    assertEquals(2.0, eval("COUNTBLANK(E1:E2)"));
    assertEquals(1.0, eval("COUNTA(E1:E2)"));
    assertEquals(2.0, eval("COUNTIF(E1:E2,\"\")"));
    assertEquals(1.0, eval("COUNTIF(E1:E2,\"=\")"));
    assertEquals(true, eval("E1=E2"));
  }

  @Test
  void aBlankCellIsZeroAsAResultAndStaysBlankInArrays() {
    assertEquals(0.0, eval("D1"));
    assertArrayEquals(new Object[][] {{null}, {CellError.DIV0}}, (Object[][]) eval("D1:D2"));
    assertEquals("", eval("D1&\"\""));
  }

  @Test
  void sumsOfIfReadTheCellsBesideThoseTested() {
    assertEquals(7.0, eval("SUMIF(A1:A3,4,C1)"));
    assertEquals(CellError.REF, eval("SUMIF(A1:A3,4,A1048576)"));
    assertEquals(CellError.VALUE, eval("SUMIF(A1:A3,4,{1,2,3})"));
  }

  @Test
  void constantSeriesHasZeroVarianceAndNoCorrelation() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
      double[] x = {value, value, value, value, value};
      assertEquals(0.0, over("STDEV.S(x)", x));
      assertEquals(CellError.DIV0, over("CORREL(x,x)", x));
      assertEquals(CellError.DIV0, over("SLOPE({1;2;3;4;5},x)", x));
    }
  }

  @Test
  void statisticsOfAShiftedSeriesAreTheSame() {
    Random random = new Random(4);
    for (int i = 0; i < 100; i++) {
      double[] x = random.doubles(50).map(v -> Math.rint(v * 1024) / 1024).toArray();
      for (String f : new String[] {"VAR.S", "STDEV.P", "SKEW", "KURT", "DEVSQ"}) {
        double plain = (double) over(f + "(x)", x);
        double shifted = (double) over(f + "(x+1048576)", x);
        assertEquals(plain, shifted, 1e-9 * Math.max(1, Math.abs(plain)), f);
      }
    }
  }

  @Test
  void ratiosAndFittedLinesAgree() {
    Random random = new Random(5);
    for (int i = 0; i < 100; i++) {
      double[] x = random.doubles(30).toArray();
      double slope = (double) over("SLOPE(x^2,x)", x);
      assertEquals((double) over("COVARIANCE.S(x^2,x)/VAR.S(x)", x), slope, 1e-12);
      assertEquals((double) over("CORREL(x^2,x)^2", x), (double) over("RSQ(x^2,x)", x), 1e-14);
      assertEquals(
          (double) over("SUMSQ(x^2-INTERCEPT(x^2,x)-SLOPE(x^2,x)*x)", x),
          (double) over("STEYX(x^2,x)^2*28", x),
          1e-12);
      assertEquals((double) over("MEDIAN(x)", x), (double) over("PERCENTILE.INC(x,0.5)", x));
    }
  }

  @Test
  void theNormalQuantileUndoesTheNormalProbability() {
    for (double z = -8; z <= 5; z += 0.01) {
      double p = (double) eval("NORM.S.DIST(" + z + ",TRUE)");
      assertEquals(z, (double) eval("NORM.S.INV(" + p + ")"), 1e-9 * Math.max(1, Math.abs(z)));
    }
  }

  @Test
  void anInverseTimesItsMatrixIsTheIdentity() {
    Random random = new Random(6);
    for (int i = 0; i < 50; i++) {
      StringBuilder m = new StringBuilder("{");
      for (int k = 0; k < 9; k++) {
        m.append(k == 0 ? "" : k % 3 == 0 ? ";" : ",").append(random.nextDouble());
      }
      m.append("}");
      Object[][] product = (Object[][]) eval("MMULT(" + m + ",MINVERSE(" + m + "))");
      double condition = Math.abs((double) eval("1/MDETERM(" + m + ")"));
      for (int r = 0; r < 3; r++) {
        for (int c = 0; c < 3; c++) {
          assertEquals(r == c ? 1 : 0, (double) product[r][c], 1e-13 * condition * 10);
        }
      }
    }
  }

  @Test
  void datesGoThereAndBack() {
    for (LocalDate day = LocalDate.of(1900, 3, 1); day.getYear() < 2100; day = day.plusDays(17)) {
      double serial = SerialDates.of(day);
      assertEquals(
          serial, eval("DATE(YEAR(" + serial + "),MONTH(" + serial + "),DAY(" + serial + "))"));
      assertEquals((double) day.getDayOfWeek().getValue(), eval("WEEKDAY(" + serial + ",2)"));
    }
    assertEquals(1.0, SerialDates.of(LocalDate.of(1900, 1, 1)));
    assertEquals(29.0, eval("DAY(60)"));
    assertEquals(45292.0, eval("\"2024-01-01\"+0"));
  }

  @Test
  void everyFunctionAnswersAnyKindOfArgumentWithAValue() {
    String[] arguments = {"", "1", "\"x\"", "TRUE", "#N/A", "D1", "A1:C3", "{1,2;3,4}", "-1E+300"};
    Random random = new Random(8);
    for (String name : Formula.builtIns()) {
      BuiltIn function = BuiltIns.find(name);
      for (int i = 0; i < 300; i++) {
        StringBuilder call = new StringBuilder(name).append('(');
        int count =
            function.least() + random.nextInt(Math.min(function.most(), 4) - function.least() + 1);
        for (int a = 0; a < count; a++) {
          call.append(a == 0 ? "" : ",").append(arguments[random.nextInt(arguments.length)]);
        }
        String formula = call.append(')').toString();
        if (count == 1 && formula.endsWith("()")) {
          continue;
        }
        Object value = eval(formula);
        assertNotNull(value, formula);
        for (Object[] row : Coerce.block(value)) {
          for (Object cell : row) {
            boolean known =
                cell == null
                    || cell instanceof Double d && Double.isFinite(d)
                    || cell instanceof String
                    || cell instanceof Boolean
                    || cell instanceof CellError;
            assertTrue(known, formula + " gave " + cell);
          }
        }
      }
    }
  }

  @Test
  void resultsOfOurFunctionsCanBeCalculatedWith() {
    String[] arguments = {
      "",
      "1",
      "0.5",
      "\"x\"",
      "TRUE",
      "#N/A",
      "D1",
      "{0.01;-0.02;0.03}",
      "{0.01,-0.02;0.03,0.01;-0.01,0.02}",
      "{100;110;105}"
    };
    Random random = new Random(9);
    for (Catalogue.Function function : Catalogue.standard().functions()) {
      for (int i = 0; i < 20; i++) {
        StringBuilder call = new StringBuilder();
        for (int a = 0; a < function.arguments().size(); a++) {
          call.append(a == 0 ? "" : ",").append(arguments[random.nextInt(arguments.length)]);
        }
        String formula = "IFERROR(" + function.name() + "(" + call + ")&\"!\",\"none\")";
        for (Object[] row : Coerce.block(eval(formula))) {
          for (Object cell : row) {
            assertTrue(cell instanceof String, formula + " gave " + cell);
          }
        }
      }
    }
  }
}
