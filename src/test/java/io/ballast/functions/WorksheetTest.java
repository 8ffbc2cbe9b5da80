package io.ballast.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.MetricException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorksheetTest {
  private static final Object[][] RETURNS = {{0.01}, {-0.02}, {0.03}};

  @BeforeEach
  void forget() {
    ErrorLog.clear();
  }

  @Test
  void theVersionIsThatOfTheBuildAndIsAskedForWhenAWorkbookOpens() {
    assertTrue(((String) call("BALLAST_VERSION")).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*"));
    Catalogue.Function version = Catalogue.standard().find("BALLAST_VERSION").orElseThrow();
    assertTrue(version.method().getAnnotation(ExcelFunction.class).recalculateOnOpen());
  }

  @Test
  void errorsAreListedNewestFirstWithTheirReason() {
    call("SHARPE", RETURNS, null, -1.0);
    call("VOLATILITY", RETURNS, "daily");
    Object[][] rows = (Object[][]) call("BALLAST_ERRORS");
    assertEquals(3, rows.length);
    assertArrayEquals(
        new Object[] {"time", "cell", "function", "argument", "found", "expected"}, rows[0]);
    assertTrue(Instant.parse((String) rows[1][0]).isBefore(Instant.now().plusSeconds(1)));
    assertEquals("VOLATILITY", rows[1][2]);
    assertEquals("periods_per_year", rows[1][3]);
    assertEquals("the text \"daily\"", rows[1][4]);
    assertEquals("a number", rows[1][5]);
    assertEquals("SHARPE", rows[2][2]);
    assertEquals("-1", rows[2][4]);
    assertEquals(2, ((Object[][]) call("BALLAST_ERRORS", 1.0)).length);
    assertSame(CellError.NUM, call("BALLAST_ERRORS", 0.0));
  }

  @Test
  void theLogKeepsNoMoreThanItsCapacity() {
    for (int i = 0; i < ErrorLog.CAPACITY + 10; i++) {
      call("RECOVERY_GAIN", 1.0 + i);
    }
    assertEquals(ErrorLog.CAPACITY, ErrorLog.latest(Integer.MAX_VALUE).size());
    assertEquals("1010", ErrorLog.latest(1).get(0).found());
  }

  @Test
  void anUnexpectedFailureIsAnErrorValueAndIsNoted() {
    Object result =
        Worksheet.call(
            "TEST",
            () -> {
              throw new IllegalStateException("broken");
            });
    assertSame(CellError.VALUE, result);
    assertEquals("internal", ErrorLog.latest(1).get(0).argument());
  }

  @Test
  void aNumberThatIsNotFiniteInsideABlockIsAnErrorCell() {
    Object[][] block =
        (Object[][]) Worksheet.call("TEST", () -> new Object[][] {{1.0, Double.NaN, "x"}});
    assertArrayEquals(new Object[] {1.0, CellError.NUM, "x"}, block[0]);
  }

  @Test
  void failuresHaveTheirErrorValues() {
    assertSame(CellError.NA, fail(MetricException.lengths("x", 1, "y", 2)));
    assertSame(CellError.NUM, fail(MetricException.domain("x", 1, "2")));
    assertSame(CellError.DIV0, fail(MetricException.tooFew("x", 1, 2)));
    assertSame(CellError.VALUE, call("VOLATILITY", RETURNS, true));
    assertSame(CellError.VALUE, call("VOLATILITY"));
  }

  @Test
  void anErrorCellIsTheResultButNotAvailableIsSkipped() {
    Object[][] missing = {{0.01}, {CellError.NA}, {-0.02}, {0.03}};
    assertEquals(call("VOLATILITY", (Object) RETURNS), call("VOLATILITY", (Object) missing));
    Object[][] broken = {{0.01}, {new RuntimeException("#REF!")}, {-0.02}};
    assertSame(CellError.REF, call("VOLATILITY", (Object) broken));
    assertSame(CellError.NA, call("VOLATILITY", RETURNS, CellError.NA));
  }

  @Test
  void pricesInThePlaceOfReturnsAreRefusedWithAHint() {
    Object[][] prices = {{100.0}, {101.0}, {99.0}};
    assertSame(CellError.NUM, call("SHARPE", (Object) prices));
    assertTrue(ErrorLog.latest(1).get(0).expected().contains("use RETURNS("));
    assertSame(CellError.NUM, call("BETA", RETURNS, prices));
  }

  @Test
  void aBlockIsRefusedWhereOneSeriesIsMeant() {
    Object[][] block = {{0.01, 0.02}, {0.02, -0.01}};
    assertSame(CellError.VALUE, call("VOLATILITY", (Object) block));
    assertEquals("2 rows by 2 columns", ErrorLog.latest(1).get(0).found());
  }

  @Test
  void seriesKeepTheShapeOfTheirInput() {
    Object[][] row = (Object[][]) call("RETURNS", (Object) new Object[][] {{1.0, 2.0, 3.0}});
    assertEquals(1, row.length);
    assertArrayEquals(new Object[] {1.0, 0.5}, row[0]);
    Object[][] block =
        (Object[][]) call("RETURNS", (Object) new Object[][] {{1.0, 4.0}, {2.0, null}, {3.0, 6.0}});
    assertEquals(2, block.length);
    assertArrayEquals(new Object[] {1.0, CellError.NA}, block[0]);
    assertArrayEquals(new Object[] {0.5, CellError.NA}, block[1]);
    Object[][] path =
        (Object[][]) call("DRAWDOWNS", (Object) new Object[][] {{-0.5, 0.1}, {1.0, "x"}});
    assertArrayEquals(new Object[] {-0.5, 0.0}, path[0]);
    assertArrayEquals(new Object[] {0.0, CellError.NA}, path[1]);
    Object[][] beta =
        (Object[][])
            call(
                "ROLLING_BETA",
                new Object[][] {{0.01, 0.02}, {0.02, 0.04}, {0.03, 0.06}},
                new Object[][] {{0.01}, {0.02}, {0.02}},
                2.0);
    assertEquals(1.0, (Double) beta[1][0], 1e-15);
    assertEquals(2.0, (Double) beta[1][1], 1e-15);
    assertSame(CellError.DIV0, beta[2][0]);
  }

  @Test
  void componentsAreLaidOutLikeTheWeights() {
    Object[][] matrix = {{0.01, 0.02}, {-0.02, 0.01}, {0.03, -0.04}};
    Object[][] column =
        (Object[][]) call("COMPONENT_ES", matrix, new Object[][] {{0.5}, {0.5}}, 0.9);
    assertEquals(2, column.length);
    Object[][] row = (Object[][]) call("COMPONENT_ES", matrix, new Object[][] {{0.5, 0.5}}, 0.9);
    assertArrayEquals(new Object[] {column[0][0], column[1][0]}, row[0]);
  }

  @Test
  void optionsAreWordsInAnyCase() {
    Object normal = call("VALUE_AT_RISK", RETURNS, 0.95, "normal");
    assertEquals(normal, call("VALUE_AT_RISK", RETURNS, 0.95, " NORMAL "));
    assertSame(CellError.VALUE, call("VALUE_AT_RISK", RETURNS, 0.95, "gauss"));
    assertEquals(
        "one of \"historical\", \"normal\", \"modified\", \"ewma\", \"student\"",
        ErrorLog.latest(1).get(0).expected());
  }

  @Test
  void coverageIsTheShareOfTheWeightThatIsAnswered() {
    Object[][] scores = {{4.0}, {"n/a"}, {0.0}, {null}};
    Object[][] weights = {{0.5}, {0.2}, {0.1}, {0.2}};
    assertEquals(0.6, (Double) call("DUE_DILIGENCE_COVERAGE", scores, weights), 1e-15);
    assertSame(CellError.NA, call("DUE_DILIGENCE_COVERAGE", scores, RETURNS));
  }

  @Test
  void observationsAreTheCompleteRows() {
    Object[][] matrix = {{0.1, 0.2}, {null, 0.3}, {0.2, "x"}, {0.0, CellError.NA}, {1.0, 2.0}};
    assertEquals(2.0, call("OBSERVATIONS", (Object) matrix));
    assertSame(CellError.DIV0, call("OBSERVATIONS", (Object) new Object[][] {{CellError.DIV0}}));
  }

  private static Object fail(MetricException e) {
    return Worksheet.call(
        "TEST",
        () -> {
          throw e;
        });
  }

  private static Object call(String name, Object... values) {
    return Catalogue.standard().find(name).orElseThrow().call(values);
  }
}
