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
          "Annualised Sharpe ratio: mean excess return over its sample standard deviation, times"
              + " the root of the periods per year.")
  @ExcelArguments({
    @ExcelArgument(
        value = "returns",
        description = "Returns per period as decimals, one row or column"),
    @ExcelArgument(
        value = "[risk_free]",
        description = "Annual effective risk-free rate, or a range of rates per period; default 0"),
    @ExcelArgument(
        value = "[periods_per_year]",
        description = "365 for daily crypto, 252, 52, 12, or 1 for no annualisation; default 365. ")
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
}
