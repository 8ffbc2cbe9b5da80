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
  public static Object returns(Object[][] prices, Object kind) {
    return Worksheet.call(
        "RETURNS",
        () -> {
          Returns.Kind chosen = Cells.option("kind", kind, Returns.Kind.class, Returns.Kind.SIMPLE);
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
  public static Object cumulativeReturn(Object[][] returns) {
    return Worksheet.call("CUMULATIVE_RETURN", () -> Returns.cumulative(Cells.returns(returns)));
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
  public static Object cagr(Object[][] returns, Object periodsPerYear) {
    return Worksheet.call(
        "CAGR", () -> Returns.cagr(Cells.returns(returns), Cells.periodsPerYear(periodsPerYear)));
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
  public static Object recoveryGain(Object loss) {
    return Worksheet.call("RECOVERY_GAIN", () -> Returns.recoveryGain(Cells.number("loss", loss)));
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
  public static Object wealthIndex(Object[][] returns, Object start) {
    return Worksheet.call(
        "WEALTH_INDEX",
        () -> {
          double from = Cells.number("start", start, 1);
          return Cells.eachReturns(returns, values -> Returns.wealth(values, from));
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
