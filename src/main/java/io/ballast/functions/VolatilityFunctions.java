package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Volatility;

/** Worksheet functions of volatility and the distribution of returns. */
public final class VolatilityFunctions {
  private static final String CATEGORY = "Ballast Volatility and distribution";

  private VolatilityFunctions() {}

  /** See {@link Volatility#volatility}. */
  @ExcelFunction(
      value = "VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised volatility: the sample standard deviation of returns times the root of the periods per year.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object volatility(Object[][] returns, Object periodsPerYear) {
    return Worksheet.call(
        "VOLATILITY",
        () -> Volatility.volatility(Cells.returns(returns), Cells.periodsPerYear(periodsPerYear)));
  }

  /** See {@link Volatility#downsideDeviation}. */
  @ExcelFunction(
      value = "DOWNSIDE_DEVIATION",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised downside deviation: the root of the mean squared shortfall below a target, over all returns.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[target]", description = Texts.TARGET),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object downsideDeviation(Object[][] returns, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "DOWNSIDE_DEVIATION",
        () ->
            Volatility.downsideDeviation(
                Cells.returns(returns),
                Cells.number("target", target, 0),
                Cells.periodsPerYear(periodsPerYear)));
  }
}
