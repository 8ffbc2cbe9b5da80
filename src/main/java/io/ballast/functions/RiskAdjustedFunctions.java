package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.RiskAdjusted;

/** Worksheet functions of return per unit of risk; the mathematics is {@link RiskAdjusted}. */
public final class RiskAdjustedFunctions {
  private static final String CATEGORY = "Ballast Risk-adjusted return";

  private RiskAdjustedFunctions() {}

  /** See {@link RiskAdjusted#sharpe}. */
  @ExcelFunction(
      value = "SHARPE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised Sharpe ratio: mean excess return over its sample standard deviation, times the root of the periods per year.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object sharpe(Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "SHARPE",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          return RiskAdjusted.sharpe(Cells.excessReturns(returns, riskFree, k), k);
        });
  }

  /** See {@link RiskAdjusted#sortino}. */
  @ExcelFunction(
      value = "SORTINO",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised Sortino ratio: mean return above a target over the downside deviation about it.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[target]", description = Texts.TARGET),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object sortino(Object[][] returns, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "SORTINO",
        () ->
            RiskAdjusted.sortino(
                Cells.returns(returns),
                Cells.number("target", target, 0),
                Cells.periodsPerYear(periodsPerYear)));
  }

  /** See {@link RiskAdjusted#calmar}. */
  @ExcelFunction(
      value = "CALMAR",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Calmar ratio: compound annual growth rate over the maximum drawdown of the whole range.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object calmar(Object[][] returns, Object periodsPerYear) {
    return Worksheet.call(
        "CALMAR",
        () -> RiskAdjusted.calmar(Cells.returns(returns), Cells.periodsPerYear(periodsPerYear)));
  }
}
