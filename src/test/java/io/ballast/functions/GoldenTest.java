package io.ballast.functions;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every golden case, through the catalogue as a host calls it. */
public class GoldenTest {
  /**
   * Cases that contradict the function contract, with a cell of what we return instead.
   *
   * <ul>
   *   <li>S-VALUE_AT_RISK-07, S-EXPECTED_SHORTFALL-07, S-CDAR-19 and S-CDAR-21 give a number for a
   *       confidence of 0.5 or 0, which convention 16 refuses.
   *   <li>CORREL_MATRIX gives numbers for {1,1;2,3;2,2;4,4}: only positive numbers, with a median
   *       of 2, which convention 16 refuses as it refuses those of b-CORREL_MATRIX-04. The same
   *       holds for the x, y or market_returns of the CORRELATION cases, such as {1;2;3;4;5} with a
   *       median of 3, and for the prices of b-EXPECTED_SHORTFALL-02.
   *   <li>PORTFOLIO_VOLATILITY, VOLATILITY_TARGET, ROLLING_SHARPE and VOLATILITY_REGIME refuse a
   *       return of -1 or less, which convention 10 does only in functions that compound.
   *   <li>KELLY_LOSS_PROBABILITY gives 0 for a loss of 1, which convention 10 refuses.
   * </ul>
   */
  public static final Map<String, GoldenCases.Cell> DISPUTED =
      Map.ofEntries(
          disputed("S-VALUE_AT_RISK-07", "#NUM!"),
          disputed("S-EXPECTED_SHORTFALL-07", "#NUM!"),
          disputed("S-CDAR-19", "#NUM!"),
          disputed("S-CDAR-21", "#NUM!"),
          disputed("b-CORREL_MATRIX-06", "#NUM!"),
          disputed("b-CORREL_MATRIX-07", "#NUM!"),
          disputed("b-PORTFOLIO_VOLATILITY-10", "7.233026107146763"),
          disputed("b-CORRELATION_PVALUE-05", "#NUM!"),
          disputed("b-CORRELATION_PVALUE-06", "#NUM!"),
          disputed("b-CORRELATION_PVALUE-09", "#NUM!"),
          disputed("b-CORRELATION_PVALUE-10", "#NUM!"),
          disputed("b-CORRELATION_PVALUE-11", "#NUM!"),
          disputed("b-ROLLING_CORRELATION-05", "#NUM!"),
          disputed("b-ROLLING_CORRELATION-06", "#NUM!"),
          disputed("b-ROLLING_CORRELATION-07", "#NUM!"),
          disputed("b-ROLLING_CORRELATION-10", "#NUM!"),
          disputed("b-DOWNSIDE_CORRELATION-03", "#NUM!"),
          disputed("b-EXPECTED_SHORTFALL-02", "#NUM!"),
          disputed("b-KELLY_LOSS_PROBABILITY-06", "#NUM!"),
          disputed("b-VOLATILITY_TARGET-09", "0.014860745498102313"),
          disputed("b-ROLLING_SHARPE-07", 3, "-13.153749346998234"),
          disputed("b-VOLATILITY_REGIME-07", "STRESSED"));

  private static Map.Entry<String, GoldenCases.Cell> disputed(String id, String value) {
    return disputed(id, 1, value);
  }

  private static Map.Entry<String, GoldenCases.Cell> disputed(String id, int row, String value) {
    return Map.entry(id, new GoldenCases.Cell(row, 1, value, "rel 1e-12"));
  }

  @TestFactory
  Stream<DynamicTest> everyCaseHasItsValue() {
    return GoldenCases.all().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(one.id() + " " + brief(one.formula()), () -> check(one)));
  }

  @Test
  void everyDisputedCaseIsAmongTheCases() {
    Set<String> ids =
        GoldenCases.all().stream().map(GoldenCases.Case::id).collect(Collectors.toSet());
    assertTrue(ids.containsAll(DISPUTED.keySet()));
  }

  private static void check(GoldenCases.Case one) {
    Object result = one.evaluate();
    if (DISPUTED.containsKey(one.id())) {
      assertNull(DISPUTED.get(one.id()).difference(result), one.formula());
      return;
    }
    List<String> wrong =
        one.cells().stream().map(c -> c.difference(result)).filter(Objects::nonNull).toList();
    assertTrue(
        wrong.isEmpty(), () -> one.formula() + ": " + String.join("; ", wrong) + reason(result));
  }

  private static String reason(Object result) {
    return result instanceof CellError
        ? " because " + ErrorLog.latest(1).stream().map(ErrorLog.Entry::reason).toList()
        : "";
  }

  private static String brief(String formula) {
    return formula.length() <= 80 ? formula : formula.substring(0, 79) + "…";
  }
}
