package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.MarketModel;

/** Worksheet functions of systemic and non-systemic risk against a market. */
public final class MarketModelFunctions {
  private static final String CATEGORY = "Ballast Market model";

  private MarketModelFunctions() {}

  /** See {@link MarketModel#beta}. */
  @ExcelFunction(
      value = "BETA",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Beta of an asset: its covariance with the market over the variance of the market.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET + ". ")
  })
  @Result("A number")
  public static Object beta(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "BETA",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return MarketModel.beta(pair[0], pair[1]);
        });
  }

  /** See {@link MarketModel#rSquared}. */
  @ExcelFunction(
      value = "RSQ_CRYPTO",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Squared correlation with the market: the share of the asset's variance that the market explains.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET + ". ")
  })
  @Result("A number")
  public static Object rsqCrypto(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "RSQ_CRYPTO",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return MarketModel.rSquared(pair[0], pair[1]);
        });
  }

  /** See {@link MarketModel#jensenAlpha}. */
  @ExcelFunction(
      value = "JENSEN_ALPHA",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annual alpha: the intercept of excess returns on the excess returns of the market, times the periods per year.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object jensenAlpha(
      Object[][] returns, Object[][] marketReturns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "JENSEN_ALPHA",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          double[][] rows = Cells.excessAndMarket(returns, marketReturns, riskFree, k);
          return MarketModel.jensenAlpha(rows[0], rows[1], k);
        });
  }

  /** See {@link MarketModel#systemicRisk}. */
  @ExcelFunction(
      value = "SYSTEMIC_RISK",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annual systemic risk: the volatility that comes from the market, |beta| times the volatility of the market.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object systemicRisk(
      Object[][] returns, Object[][] marketReturns, Object periodsPerYear) {
    return Worksheet.call(
        "SYSTEMIC_RISK",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return MarketModel.systemicRisk(pair[0], pair[1], Cells.periodsPerYear(periodsPerYear));
        });
  }

  /** See {@link MarketModel#nonsystemicRisk}. */
  @ExcelFunction(
      value = "NONSYSTEMIC_RISK",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annual non-systemic risk: the volatility of the asset's own, the part of its returns that the market does not explain.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object nonsystemicRisk(
      Object[][] returns, Object[][] marketReturns, Object periodsPerYear) {
    return Worksheet.call(
        "NONSYSTEMIC_RISK",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return MarketModel.nonsystemicRisk(
              pair[0], pair[1], Cells.periodsPerYear(periodsPerYear));
        });
  }
}
