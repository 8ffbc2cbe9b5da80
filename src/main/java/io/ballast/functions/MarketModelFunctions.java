package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Benchmark;
import io.ballast.metrics.CoMoments;
import io.ballast.metrics.MarketModel;
import io.ballast.metrics.Rolling;

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

  /** See {@link MarketModel#regression}. */
  @ExcelFunction(
      value = "MARKET_MODEL",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "The regression on the market as a table: alpha, beta, R squared, standard errors, t and p values, systemic and non-systemic risk.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A table of label and value, 13 rows")
  public static Object marketModel(
      Object[][] returns, Object[][] marketReturns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "MARKET_MODEL",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          double[][] rows = Cells.excessAndMarket(returns, marketReturns, riskFree, k);
          return table(MarketModel.regression(rows[0], rows[1], k));
        });
  }

  /** See {@link MarketModel#bullBeta}. */
  @ExcelFunction(
      value = "BULL_BETA",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Beta over the periods in which the market rose.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET + ". ")
  })
  @Result("A number")
  public static Object bullBeta(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "BULL_BETA",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return MarketModel.bullBeta(pair[0], pair[1]);
        });
  }

  /** See {@link MarketModel#bearBeta}. */
  @ExcelFunction(
      value = "BEAR_BETA",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Beta over the periods in which the market fell.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET + ". ")
  })
  @Result("A number")
  public static Object bearBeta(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "BEAR_BETA",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return MarketModel.bearBeta(pair[0], pair[1]);
        });
  }

  /** See {@link MarketModel#adjustedBeta}. */
  @ExcelFunction(
      value = "ADJUSTED_BETA",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Beta drawn towards 1, as Bloomberg does: two thirds of beta plus one third (Blume 1975).")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET + ". ")
  })
  @Result("A number")
  public static Object adjustedBeta(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "ADJUSTED_BETA",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return MarketModel.adjustedBeta(pair[0], pair[1]);
        });
  }

  /** See {@link Rolling#beta}. */
  @ExcelFunction(
      value = "ROLLING_BETA",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Beta of each window; #N/A where the window is not full.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(value = "window", description = Texts.WINDOW + ". ")
  })
  @Result("A series as long as returns")
  public static Object rollingBeta(Object[][] returns, Object[][] marketReturns, Object window) {
    return Worksheet.call(
        "ROLLING_BETA",
        () -> {
          int periods = Cells.whole("window", window, 2);
          double[] market = Cells.markedReturns("market_returns", marketReturns);
          return Cells.eachReturns(returns, values -> Rolling.beta(values, market, periods));
        });
  }

  /** See {@link MarketModel#treynor}. */
  @ExcelFunction(
      value = "TREYNOR",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Annual Treynor ratio: mean excess return per year over beta.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object treynor(
      Object[][] returns, Object[][] marketReturns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "TREYNOR",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          double[][] rows = Cells.excessAndMarket(returns, marketReturns, riskFree, k);
          return MarketModel.treynor(rows[0], rows[1], k);
        });
  }

  /** See {@link Benchmark#mSquared}. */
  @ExcelFunction(
      value = "M_SQUARED",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "M squared: the annual return that the asset would give at the risk of the market (Modigliani 1997).")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object mSquared(
      Object[][] returns, Object[][] marketReturns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "M_SQUARED",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          double[][] rows = Cells.excessAndMarket(returns, marketReturns, riskFree, k);
          return Benchmark.mSquared(rows[0], rows[1], rows[2], k);
        });
  }

  /** See {@link Benchmark#trackingError}. */
  @ExcelFunction(
      value = "TRACKING_ERROR",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Annual tracking error: the volatility of the difference from the benchmark.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object trackingError(
      Object[][] returns, Object[][] marketReturns, Object periodsPerYear) {
    return Worksheet.call(
        "TRACKING_ERROR",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return Benchmark.trackingError(pair[0], pair[1], Cells.periodsPerYear(periodsPerYear));
        });
  }

  /** See {@link Benchmark#informationRatio}. */
  @ExcelFunction(
      value = "INFORMATION_RATIO",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annual information ratio: mean difference from the benchmark over its volatility.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object informationRatio(
      Object[][] returns, Object[][] marketReturns, Object periodsPerYear) {
    return Worksheet.call(
        "INFORMATION_RATIO",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return Benchmark.informationRatio(pair[0], pair[1], Cells.periodsPerYear(periodsPerYear));
        });
  }

  /** See {@link MarketModel#appraisalRatio}. */
  @ExcelFunction(
      value = "APPRAISAL_RATIO",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Appraisal ratio: Jensen's alpha over the non-systemic risk, both annual.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object appraisalRatio(
      Object[][] returns, Object[][] marketReturns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "APPRAISAL_RATIO",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          double[][] rows = Cells.excessAndMarket(returns, marketReturns, riskFree, k);
          return MarketModel.appraisalRatio(rows[0], rows[1], k);
        });
  }

  /** See {@link Benchmark#upCapture}. */
  @ExcelFunction(
      value = "UP_CAPTURE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Up capture: compound return of the asset over that of the market while the market rose.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET + ". ")
  })
  @Result("A number")
  public static Object upCapture(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "UP_CAPTURE",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return Benchmark.upCapture(pair[0], pair[1]);
        });
  }

  /** See {@link Benchmark#downCapture}. */
  @ExcelFunction(
      value = "DOWN_CAPTURE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Down capture: compound return of the asset over that of the market while the market fell.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET + ". ")
  })
  @Result("A number")
  public static Object downCapture(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "DOWN_CAPTURE",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return Benchmark.downCapture(pair[0], pair[1]);
        });
  }

  /** See {@link MarketModel#timing}. */
  @ExcelFunction(
      value = "MARKET_TIMING",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Skill in timing the market: above 0 when the asset gains more in large moves up or loses less in moves down.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET),
    @ExcelArgument(
        value = "[method]",
        description = "\"treynor-mazuy\" or \"henriksson-merton\"; default \"treynor-mazuy\". ")
  })
  @Result("A number")
  public static Object marketTiming(Object[][] returns, Object[][] marketReturns, Object method) {
    return Worksheet.call(
        "MARKET_TIMING",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          MarketModel.Timing chosen =
              Cells.option(
                  "method", method, MarketModel.Timing.class, MarketModel.Timing.TREYNOR_MAZUY);
          return MarketModel.timing(pair[0], pair[1], chosen);
        });
  }

  /** See {@link CoMoments#coSkewness}. */
  @ExcelFunction(
      value = "CO_SKEWNESS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Co-skewness with the market: below 0 for an asset that falls when the market moves much either way.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET + ". ")
  })
  @Result("A number")
  public static Object coSkewness(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "CO_SKEWNESS",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return CoMoments.coSkewness(pair[0], pair[1]);
        });
  }

  /** See {@link CoMoments#coKurtosis}. */
  @ExcelFunction(
      value = "CO_KURTOSIS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Co-kurtosis with the market: high for an asset that shares the extreme moves of the market.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "market_returns", description = Texts.MARKET + ". ")
  })
  @Result("A number")
  public static Object coKurtosis(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "CO_KURTOSIS",
        () -> {
          double[][] pair = Cells.returnsAndMarket(returns, marketReturns);
          return CoMoments.coKurtosis(pair[0], pair[1]);
        });
  }

  private static Object[][] table(MarketModel.Regression r) {
    return new Object[][] {
      {"observations", (double) r.observations()},
      {"alpha", r.alpha()},
      {"beta", r.beta()},
      {"r_squared", Cells.toCell(r.rSquared())},
      {"alpha_stderr", r.alphaError()},
      {"beta_stderr", r.betaError()},
      {"alpha_t", Cells.toCell(r.alphaT())},
      {"beta_t", Cells.toCell(r.betaT())},
      {"alpha_p", Cells.toCell(r.alphaP())},
      {"beta_p", Cells.toCell(r.betaP())},
      {"systemic_risk", r.systemicRisk()},
      {"nonsystemic_risk", r.nonsystemicRisk()},
      {"total_risk", r.totalRisk()}
    };
  }
}
