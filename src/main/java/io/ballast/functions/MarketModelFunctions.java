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
  @Reference(
      formula = "β = \"cov\"(r, m)/\"var\"(m)",
      source = "Sharpe (1963), A Simplified Model for Portfolio Analysis",
      example = "BETA(RETURNS(ETH),RETURNS(BTC))",
      related = {
        "RSQ_CRYPTO",
        "SYSTEMIC_RISK",
        "JENSEN_ALPHA",
        "ROLLING_BETA",
        "ADJUSTED_BETA",
        "BULL_BETA",
        "BEAR_BETA",
        "MARKET_MODEL",
        "STRESS_LOSS"
      },
      start = Topic.RATIOS)
  public static Object beta(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "BETA",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
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
  @Reference(
      formula = "R^2 = \"cov\"(r, m)^2/(\"var\"(r)·\"var\"(m))",
      where = "R^2: share of the variance that the market explains",
      source = "Sharpe (1963), A Simplified Model for Portfolio Analysis",
      example = "RSQ_CRYPTO(RETURNS(ETH),RETURNS(BTC))",
      related = {"CORREL_MATRIX", "SYSTEMIC_RISK", "NONSYSTEMIC_RISK"},
      start = Topic.RATIOS)
  public static Object rsqCrypto(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "RSQ_CRYPTO",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
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
  @Reference(
      formula = "(\"mean\"(x) − β·\"mean\"(x_m))·k",
      where = "x, x_m: excess returns of the asset and of the market per period",
      source = "Jensen (1968), The Performance of Mutual Funds in the Period 1945–1964",
      example = "JENSEN_ALPHA(RETURNS(ETH),RETURNS(BTC),0.02)",
      related = {"APPRAISAL_RATIO", "TREYNOR", "MARKET_MODEL"})
  public static Object jensenAlpha(
      Object[][] returns, Object[][] marketReturns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "JENSEN_ALPHA",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[][] rows = ReturnCells.excessAndMarket(returns, marketReturns, riskFree, k);
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
  @Reference(
      formula = "|β|·s(m)·√k",
      source = "Sharpe (1963), A Simplified Model for Portfolio Analysis",
      example = "SYSTEMIC_RISK(RETURNS(ETH),RETURNS(BTC))",
      related = {"NONSYSTEMIC_RISK", "VOLATILITY", "MARKET_MODEL"},
      start = Topic.SYSTEMIC_RISK)
  public static Object systemicRisk(
      Object[][] returns, Object[][] marketReturns, Object periodsPerYear) {
    return Worksheet.call(
        "SYSTEMIC_RISK",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
          return MarketModel.systemicRisk(pair[0], pair[1], Scalars.periodsPerYear(periodsPerYear));
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
  @Reference(
      formula = {
        "√(SSE/(n−1))·√k",
        "SSE = ∑_(t=1)^n (r_t − a − β m_t)^2",
        "\"systemic\"^2 + \"non-systemic\"^2 = \"volatility\"^2"
      },
      where = {"SSE: sum of the squared residuals", "a: intercept per period"},
      source = "Sharpe (1963), A Simplified Model for Portfolio Analysis",
      example = "NONSYSTEMIC_RISK(RETURNS(ETH),RETURNS(BTC))",
      related = {"APPRAISAL_RATIO", "VOLATILITY"},
      start = Topic.SYSTEMIC_RISK)
  public static Object nonsystemicRisk(
      Object[][] returns, Object[][] marketReturns, Object periodsPerYear) {
    return Worksheet.call(
        "NONSYSTEMIC_RISK",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
          return MarketModel.nonsystemicRisk(
              pair[0], pair[1], Scalars.periodsPerYear(periodsPerYear));
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
  @Reference(
      formula = {"x_t = a + β x_(m,t) + ε_t", "\"alpha\" = k·a"},
      where = {
        "x, x_m: excess returns of the asset and of the market per period",
        "a: intercept per period",
        "ε_t: residual; standard errors by ordinary least squares, p values two-sided with n − 2 degrees of freedom"
      },
      source = "Jensen (1968), The Performance of Mutual Funds in the Period 1945–1964",
      example = "MARKET_MODEL(RETURNS(ETH),RETURNS(BTC),0.02)",
      related = "RSQ_CRYPTO")
  public static Object marketModel(
      Object[][] returns, Object[][] marketReturns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "MARKET_MODEL",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[][] rows = ReturnCells.excessAndMarket(returns, marketReturns, riskFree, k);
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
  @Reference(
      formula = "\"cov\"(r, m)/\"var\"(m) \" over the periods with \" m > 0",
      source =
          "Fabozzi and Francis (1977), Stability Tests for Alphas and Betas over Bull and Bear Market Conditions",
      example = "BULL_BETA(RETURNS(ETH),RETURNS(BTC))",
      related = {"BEAR_BETA", "UP_CAPTURE", "MARKET_TIMING"})
  public static Object bullBeta(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "BULL_BETA",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
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
  @Reference(
      formula = "\"cov\"(r, m)/\"var\"(m) \" over the periods with \" m < 0",
      source =
          "Fabozzi and Francis (1977), Stability Tests for Alphas and Betas over Bull and Bear Market Conditions",
      example = "BEAR_BETA(RETURNS(ETH),RETURNS(BTC))",
      related = {"DOWN_CAPTURE", "DOWNSIDE_CORRELATION"})
  public static Object bearBeta(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "BEAR_BETA",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
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
  @Reference(
      formula = "⅔ β + ⅓",
      source = "Blume (1975), Betas and Their Regression Tendencies",
      example = "ADJUSTED_BETA(RETURNS(ETH),RETURNS(BTC))")
  public static Object adjustedBeta(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "ADJUSTED_BETA",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
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
  @Reference(
      formula = "\"cov\"(r, m)/\"var\"(m) \" over the periods \" t−N+1, …, t",
      where = {"N: the window", "t: the period"},
      example = "ROLLING_BETA(RETURNS(ETH),RETURNS(BTC),5)",
      related = {"ROLLING_CORRELATION", "ROLLING_VOLATILITY"})
  public static Object rollingBeta(Object[][] returns, Object[][] marketReturns, Object window) {
    return Worksheet.call(
        "ROLLING_BETA",
        () -> {
          int periods = Scalars.whole("window", window, 2);
          double[] market = ReturnCells.markedReturns("market_returns", marketReturns);
          return ReturnCells.eachReturns(returns, values -> Rolling.beta(values, market, periods));
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
  @Reference(
      formula = "(\"mean\"(x)·k)/β",
      source = "Treynor (1965), How to Rate Management of Investment Funds",
      example = "TREYNOR(RETURNS(ETH),RETURNS(BTC),0.02)",
      related = {"SHARPE", "BETA"})
  public static Object treynor(
      Object[][] returns, Object[][] marketReturns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "TREYNOR",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[][] rows = ReturnCells.excessAndMarket(returns, marketReturns, riskFree, k);
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
  @Reference(
      formula = "r_f + \"mean\"(x)/s(x)·√k·s(x_m)·√k",
      where = {
        "r_f: annual risk-free rate",
        "x, x_m: excess returns of the asset and of the market per period"
      },
      source = "Modigliani and Modigliani (1997), Risk-Adjusted Performance",
      example = "M_SQUARED(RETURNS(ETH),RETURNS(BTC),0.02)",
      related = "TREYNOR")
  public static Object mSquared(
      Object[][] returns, Object[][] marketReturns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "M_SQUARED",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[][] rows = ReturnCells.excessAndMarket(returns, marketReturns, riskFree, k);
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
  @Reference(
      formula = "s(r − m)·√k",
      example = "TRACKING_ERROR(RETURNS(ETH),RETURNS(BTC))",
      related = "INFORMATION_RATIO")
  public static Object trackingError(
      Object[][] returns, Object[][] marketReturns, Object periodsPerYear) {
    return Worksheet.call(
        "TRACKING_ERROR",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
          return Benchmark.trackingError(pair[0], pair[1], Scalars.periodsPerYear(periodsPerYear));
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
  @Reference(
      formula = "\"mean\"(r − m)/s(r − m)·√k",
      source = "Goodwin (1998), The Information Ratio",
      example = "INFORMATION_RATIO(RETURNS(ETH),RETURNS(BTC))",
      related = {"SHARPE", "APPRAISAL_RATIO"})
  public static Object informationRatio(
      Object[][] returns, Object[][] marketReturns, Object periodsPerYear) {
    return Worksheet.call(
        "INFORMATION_RATIO",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
          return Benchmark.informationRatio(
              pair[0], pair[1], Scalars.periodsPerYear(periodsPerYear));
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
  @Reference(
      formula = "\"Jensen alpha\"/\"non-systemic risk\"",
      source =
          "Treynor and Black (1973), How to Use Security Analysis to Improve Portfolio Selection",
      example = "APPRAISAL_RATIO(RETURNS(ETH),RETURNS(BTC),0.02)")
  public static Object appraisalRatio(
      Object[][] returns, Object[][] marketReturns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "APPRAISAL_RATIO",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[][] rows = ReturnCells.excessAndMarket(returns, marketReturns, riskFree, k);
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
  @Reference(
      formula = "(∏ (1+r)^(1/q) − 1)/(∏ (1+b)^(1/q) − 1) \" over the periods with \" b > 0",
      where = {"b: return of the market per period", "q: the number of those periods"},
      source = "Bacon (2008), Practical Portfolio Performance Measurement and Attribution",
      example = "UP_CAPTURE(RETURNS(ETH),RETURNS(BTC))",
      related = "DOWN_CAPTURE")
  public static Object upCapture(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "UP_CAPTURE",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
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
  @Reference(
      formula = "(∏ (1+r)^(1/q) − 1)/(∏ (1+b)^(1/q) − 1) \" over the periods with \" b < 0",
      where = {"b: return of the market per period", "q: the number of those periods"},
      source = "Bacon (2008), Practical Portfolio Performance Measurement and Attribution",
      example = "DOWN_CAPTURE(RETURNS(ETH),RETURNS(BTC))")
  public static Object downCapture(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "DOWN_CAPTURE",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
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
  @Reference(
      formula = {
        "\"treynor-mazuy\": r = a + β m + γ m^2 + ε",
        "\"henriksson-merton\": r = a + β m + γ max(0, −m) + ε"
      },
      where = {"γ: the result", "a, ε: intercept and residual"},
      source =
          "Treynor and Mazuy (1966), Can Mutual Funds Outguess the Market?; Henriksson and Merton (1981), On Market Timing and Investment Performance",
      example = "MARKET_TIMING(RETURNS(ETH),RETURNS(BTC))",
      related = "BETA")
  public static Object marketTiming(Object[][] returns, Object[][] marketReturns, Object method) {
    return Worksheet.call(
        "MARKET_TIMING",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
          MarketModel.Timing chosen =
              Scalars.option(
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
  @Reference(
      formula = "\"mean\"(a·b^2)/(σ_a·σ_b^2)",
      where = {"a, b: deviations of r and m from their means", "σ: population standard deviation"},
      source =
          "Kraus and Litzenberger (1976), Skewness Preference and the Valuation of Risk Assets",
      example = "CO_SKEWNESS(RETURNS(ETH),RETURNS(BTC))",
      related = "CO_KURTOSIS")
  public static Object coSkewness(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "CO_SKEWNESS",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
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
  @Reference(
      formula = "\"mean\"(a·b^3)/(σ_a·σ_b^3)",
      where = {"a, b: deviations of r and m from their means", "σ: population standard deviation"},
      source =
          "Dittmar (2002), Nonlinear Pricing Kernels, Kurtosis Preference, and Evidence from the Cross Section of Equity Returns",
      example = "CO_KURTOSIS(RETURNS(ETH),RETURNS(BTC))",
      related = "BETA")
  public static Object coKurtosis(Object[][] returns, Object[][] marketReturns) {
    return Worksheet.call(
        "CO_KURTOSIS",
        () -> {
          double[][] pair = ReturnCells.returnsAndMarket(returns, marketReturns);
          return CoMoments.coKurtosis(pair[0], pair[1]);
        });
  }

  private static Object[][] table(MarketModel.Regression r) {
    return new Object[][] {
      {"observations", (double) r.observations()},
      {"alpha", r.alpha()},
      {"beta", r.beta()},
      {"r_squared", Blocks.toCell(r.rSquared())},
      {"alpha_stderr", r.alphaError()},
      {"beta_stderr", r.betaError()},
      {"alpha_t", Blocks.toCell(r.alphaT())},
      {"beta_t", Blocks.toCell(r.betaT())},
      {"alpha_p", Blocks.toCell(r.alphaP())},
      {"beta_p", Blocks.toCell(r.betaP())},
      {"systemic_risk", r.systemicRisk()},
      {"nonsystemic_risk", r.nonsystemicRisk()},
      {"total_risk", r.totalRisk()}
    };
  }
}
