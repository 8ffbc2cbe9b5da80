package io.ballast.host.calc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.Catalogue;
import io.ballast.testing.CalcDocument;
import io.ballast.testing.RunningOffice;
import io.ballast.testing.WorkbookComparison;
import io.ballast.workbook.WorkbookKind;
import io.ballast.workbook.WorkbookKinds;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whole workbooks with the add-in: the templates, and many formulas. */
@ExtendWith(CalcOffice.class)
class CalcWorkbooksIT {
  @Test
  void templatesCalculatedByTheAddInEqualTheirStoredValues(
      RunningOffice office, @TempDir Path folder) throws Exception {
    for (WorkbookKind kind : WorkbookKinds.all()) {
      Path ours = Path.of("templates", kind.name() + ".xlsx");
      Path theirs = folder.resolve(kind.name() + ".xlsx");
      try (CalcDocument calc = office.open(ours)) {
        calc.store(theirs, "Calc MS Excel 2007 XML");
        assertEquals("add-in", calc.evaluate("=IF(addin_loaded;\"add-in\";\"built-in\")"));
      }
      WorkbookComparison compared = WorkbookComparison.of(ours, theirs);
      System.out.printf(
          "Calc: template %s, %d formulas compared%n", kind.name(), compared.formulas());
      assertTrue(compared.formulas() > 500, kind.name() + " has " + compared.formulas());
      List<WorkbookComparison.CellPair> guards =
          compared.differences().stream()
              .filter(pair -> pair.formula().equals("NOT(ISERROR(_xll.BALLAST_VERSION()))"))
              .toList();
      assertEquals(guards, compared.differences(), kind.name() + ": differences");
      assertEquals(1, guards.size(), kind.name() + ": cells that tell whether the add-in is there");
    }
  }

  @Test
  void tenThousandFormulasAreCalculated(RunningOffice office) throws Exception {
    String[] names = {"SHARPE", "VOLATILITY", "MAX_DRAWDOWN", "SORTINO", "VALUE_AT_RISK"};
    int count = 10_000;
    int window = 60;
    Object[][] returns = returns(count + window);
    String[][] formulas = new String[count][1];
    for (int i = 0; i < count; i++) {
      String range = "(A" + (i + 1) + ":A" + (i + window) + ")";
      formulas[i][0] = "=_xll." + names[i % names.length] + range;
    }
    try (CalcDocument calc = office.create()) {
      calc.set("A1:A" + returns.length, returns);
      calc.formulas("C1:C" + count, formulas);
      double milliseconds = recalculate(calc);
      System.out.printf("Calc: %d add-in formulas in %.0f ms%n", count, milliseconds);
      Object[][] values = calc.values("C1:C" + count);
      for (int i = 0; i < count; i++) {
        Object[][] range = Arrays.copyOfRange(returns, i, i + window);
        Object expected =
            Catalogue.standard()
                .find(names[i % names.length])
                .orElseThrow()
                .call(new Object[] {range});
        assertEquals(expected, values[i][0], formulas[i][0]);
      }
    }
  }

  /**
   * Nearly all of the time goes into handing the cells over: a function that refuses the range at
   * once takes most of what SHARPE takes.
   */
  @Test
  void callsCostLittleMoreThanHandingTheirCellsOver(RunningOffice office) throws Exception {
    double sharpe = time(office, "_xll.SHARPE(A%d:A%d)");
    double refused = time(office, "_xll.KELLY(A%d:A%d;1)");
    double builtIn = time(office, "AVERAGE(A%1$d:A%2$d)/STDEV(A%1$d:A%2$d)*SQRT(365)");
    System.out.printf(
        "Calc: 1000 formulas over 1000 cells: SHARPE %.0f ms, a refused call %.0f ms,"
            + " AVERAGE/STDEV %.0f ms%n",
        sharpe, refused, builtIn);
    assertTrue(sharpe < 2 * refused, sharpe + " ms, refused " + refused + " ms");
  }

  private static double time(RunningOffice office, String formula) throws Exception {
    String[][] formulas = new String[1000][1];
    for (int i = 0; i < formulas.length; i++) {
      formulas[i][0] = "=" + formula.formatted(i + 1, i + 1000);
    }
    try (CalcDocument calc = office.create()) {
      calc.set("A1:A2000", returns(2000));
      calc.formulas("C1:C1000", formulas);
      double best = Double.POSITIVE_INFINITY;
      for (int i = 0; i < 3; i++) {
        best = Math.min(best, recalculate(calc));
      }
      return best;
    }
  }

  private static Object[][] returns(int count) {
    Random random = new Random(5);
    Object[][] column = new Object[count][1];
    for (Object[] row : column) {
      row[0] = random.nextGaussian() * 0.03;
    }
    return column;
  }

  private static double recalculate(CalcDocument calc) {
    long start = System.nanoTime();
    calc.calculate();
    return (System.nanoTime() - start) / 1e6;
  }
}
