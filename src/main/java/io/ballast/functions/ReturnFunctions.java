package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Returns;

/** Worksheet functions of returns, growth and recovery; the mathematics is {@link Returns}. */
public final class ReturnFunctions {
  private static final String CATEGORY = "Ballast Returns";

  private ReturnFunctions() {}

  /** See {@link Returns#of}. */
  @ExcelFunction(
      value = "RETURNS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Returns of prices from one period to the next: one fewer than prices, a column for each column.")
  @ExcelArguments({
    @ExcelArgument(
        value = "prices",
        description = "Prices above 0 in order of time; a blank makes both of its returns #N/A"),
    @ExcelArgument(
        value = "[kind]",
        description = "\"simple\" for P2/P1-1 or \"log\" for ln(P2/P1); default \"simple\". ")
  })
  @Result("A series, one fewer than prices")
  @Reference(
      formula = {"\"simple\": r_t = P_t/P_(t−1) − 1", "\"log\": r_t = ln(P_t/P_(t−1))"},
      example = "RETURNS({100;110;99})",
      related = {"WEALTH_INDEX", "CUMULATIVE_RETURN", "SHARPE", "PORTFOLIO_RETURNS"})
  public static Object returns(Object[][] prices, Object kind) {
    return Worksheet.call(
        "RETURNS",
        () -> {
          Returns.Kind chosen =
              Scalars.option("kind", kind, Returns.Kind.class, Returns.Kind.SIMPLE);
          return Cells.eachSeries("prices", prices, values -> Returns.of(values, chosen));
        });
  }

  /** See {@link Returns#cumulative}. */
  @ExcelFunction(
      value = "CUMULATIVE_RETURN",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Return of all periods compounded: the product of 1+r, less 1.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number")
  @Reference(
      formula = "∏_(t=1)^n (1+r_t) − 1",
      example = "CUMULATIVE_RETURN(RETURNS(BTC))",
      related = {"CAGR", "WEALTH_INDEX"})
  public static Object cumulativeReturn(Object[][] returns) {
    return Worksheet.call(
        "CUMULATIVE_RETURN", () -> Returns.cumulative(ReturnCells.returns(returns)));
  }

  /** See {@link Returns#cagr}. */
  @ExcelFunction(
      value = "CAGR",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Compound annual growth rate of a return series.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  @Reference(
      formula = "∏_(t=1)^n (1+r_t)^(k/n) − 1",
      example = "CAGR(RETURNS(BTC))",
      related = {"CALMAR", "VOLATILITY"})
  public static Object cagr(Object[][] returns, Object periodsPerYear) {
    return Worksheet.call(
        "CAGR",
        () -> Returns.cagr(ReturnCells.returns(returns), Scalars.periodsPerYear(periodsPerYear)));
  }

  /** See {@link Returns#recoveryGain}. */
  @ExcelFunction(
      value = "RECOVERY_GAIN",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "The gain that makes good a loss: L/(1-L), so that a loss of 0.5 needs a gain of 1.")
  @ExcelArguments({
    @ExcelArgument(value = "loss", description = "The share lost, below 1: 0.5 is a loss of 50 %. ")
  })
  @Result("A number")
  @Reference(
      formula = "L/(1−L)",
      where = "L: the share lost",
      example = "RECOVERY_GAIN(0.5)",
      related = {"MAX_DRAWDOWN", "CURRENT_DRAWDOWN"},
      start = Topic.ASYMMETRIC_LOSSES)
  public static Object recoveryGain(Object loss) {
    return Worksheet.call(
        "RECOVERY_GAIN", () -> Returns.recoveryGain(Scalars.number("loss", loss)));
  }

  /** See {@link Returns#wealth}. */
  @ExcelFunction(
      value = "WEALTH_INDEX",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Wealth after each period: the start times the product of 1+r.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[start]",
        description = "Wealth before the first return, above 0; default 1. ")
  })
  @Result("A series as long as returns")
  @Reference(
      formula = "W_t = \"start\"·∏_(i=1)^t (1+r_i)",
      where = {"W_t: wealth after period t", "t: the period"},
      example = "WEALTH_INDEX({0.1;-0.5;1},100)",
      related = "DRAWDOWNS")
  public static Object wealthIndex(Object[][] returns, Object start) {
    return Worksheet.call(
        "WEALTH_INDEX",
        () -> {
          double from = Scalars.number("start", start, 1);
          return ReturnCells.eachReturns(returns, values -> Returns.wealth(values, from));
        });
  }

  /** See {@link Returns#portfolio}. */
  @ExcelFunction(
      value = "PORTFOLIO_RETURNS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Returns of a portfolio that is rebalanced to its weights every period: the weighted sum of each row.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = Texts.MATRIX),
    @ExcelArgument(value = "weights", description = Texts.WEIGHTS + ". ")
  })
  @Result("A column, one row a period")
  @Reference(
      formula = "r_t = ∑_i w_i r_(i,t)",
      example = "PORTFOLIO_RETURNS(RETURNS(DATA),{0.4,0.3,0.2,0.1})",
      related = {"PORTFOLIO_VOLATILITY", "RISK_CONTRIBUTION"})
  public static Object portfolioReturns(Object[][] returnsMatrix, Object[][] weights) {
    return Worksheet.call(
        "PORTFOLIO_RETURNS",
        () -> {
          double[][] assets = Blocks.markedReturns(returnsMatrix);
          return Blocks.column(
              Returns.portfolio(assets, Blocks.perAsset("weights", weights, assets.length)));
        });
  }
}
