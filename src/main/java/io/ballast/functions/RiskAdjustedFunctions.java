package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.DrawdownRatios;
import io.ballast.metrics.GainsAndLosses;
import io.ballast.metrics.RiskAdjusted;
import io.ballast.metrics.SharpeInference;

/** Worksheet functions of return per unit of risk. */
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
  @Reference(
      formula = "\"mean\"(x)/s(x)·√k",
      source = "Sharpe (1994), The Sharpe Ratio",
      example = "SHARPE(RETURNS(BTC),0.02)",
      related = {
        "SORTINO",
        "CALMAR",
        "SHARPE_STDERR",
        "PROBABILISTIC_SHARPE",
        "ROLLING_SHARPE",
        "M_SQUARED",
        "WEIGHTS_MAX_SHARPE"
      },
      start = Topic.RATIOS)
  public static Object sharpe(Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "SHARPE",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          return RiskAdjusted.sharpe(ReturnCells.excessReturns(returns, riskFree, k), k);
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
  @Reference(
      formula = {"(\"mean\"(r) − t)/d·√k", "d = √(1/n ∑_(i=1)^n min(r_i − t, 0)^2)"},
      where = "d: downside deviation per period",
      source = "Sortino and Price (1994), Performance Measurement in a Downside Risk Framework",
      example = "SORTINO(RETURNS(BTC))",
      related = {"DOWNSIDE_DEVIATION", "OMEGA", "KAPPA", "UPSIDE_POTENTIAL"})
  public static Object sortino(Object[][] returns, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "SORTINO",
        () ->
            RiskAdjusted.sortino(
                ReturnCells.returns(returns),
                Scalars.number("target", target, 0),
                Scalars.periodsPerYear(periodsPerYear)));
  }

  /** See {@link DrawdownRatios#calmar}. */
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
  @Reference(
      formula = "\"CAGR\"/\"maximum drawdown\"",
      source = "Young (1991), Calmar Ratio: A Smoother Tool",
      example = "CALMAR(RETURNS(BTC))",
      related = {"MAX_DRAWDOWN", "STERLING", "BURKE", "MARTIN"})
  public static Object calmar(Object[][] returns, Object periodsPerYear) {
    return Worksheet.call(
        "CALMAR",
        () ->
            DrawdownRatios.calmar(
                ReturnCells.returns(returns), Scalars.periodsPerYear(periodsPerYear)));
  }

  /** See {@link SharpeInference#standardError}. */
  @ExcelFunction(
      value = "SHARPE_STDERR",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Standard error of the annual Sharpe ratio, for skewed and fat-tailed returns (Mertens 2002).")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  @Reference(
      formula = "√((1 + SR^2/2 − g_1·SR + g_2/4·SR^2)/(n−1))·√k",
      source = "Mertens (2002), Comments on Variance of the IID Estimator in Lo (2002)",
      example = "SHARPE_STDERR(RETURNS(BTC))",
      related = "PROBABILISTIC_SHARPE")
  public static Object sharpeStderr(
      Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "SHARPE_STDERR",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          return SharpeInference.standardError(ReturnCells.excessReturns(returns, riskFree, k), k);
        });
  }

  /** See {@link SharpeInference#probabilistic}. */
  @ExcelFunction(
      value = "PROBABILISTIC_SHARPE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Probability that the true Sharpe ratio is above a benchmark (Bailey and Lopez de Prado 2012).")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[benchmark_sharpe]",
        description = "Annual Sharpe ratio to be beaten; default 0"),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A probability")
  @Reference(
      formula = "Φ(((SR − SR^*) √(n−1))/√(1 − g_1·SR + (g_2+2)/4·SR^2))",
      where = "SR^*: the benchmark per period, $\"benchmark_sharpe\"/√k$",
      source = "Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier",
      example = "PROBABILISTIC_SHARPE(RETURNS(BTC),0.5)",
      related = {"DEFLATED_SHARPE", "MIN_TRACK_RECORD"})
  public static Object probabilisticSharpe(
      Object[][] returns, Object benchmarkSharpe, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "PROBABILISTIC_SHARPE",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          return SharpeInference.probabilistic(
              ReturnCells.excessReturns(returns, riskFree, k),
              Scalars.number("benchmark_sharpe", benchmarkSharpe, 0),
              k);
        });
  }

  /** See {@link SharpeInference#deflated}. */
  @ExcelFunction(
      value = "DEFLATED_SHARPE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Probability that the true Sharpe ratio is above the best to be expected from many trials without skill (Bailey and Lopez de Prado 2014).")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "trials", description = "Number of strategies tried, above 1"),
    @ExcelArgument(
        value = "trials_variance",
        description = "Variance of the annual Sharpe ratios of the trials"),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A probability")
  @Reference(
      formula = {
        "Φ(((SR − SR^*) √(n−1))/√(1 − g_1·SR + (g_2+2)/4·SR^2))",
        "SR^* = √(V/k)·((1−γ) Φ^(−1)(1 − 1/N) + γ Φ^(−1)(1 − 1/(N e)))"
      },
      where = {
        "N: the number of trials",
        "V: variance of the annual Sharpe ratios of the trials",
        "γ: Euler's constant, 0.5772…",
        "e: Euler's number, 2.718…"
      },
      source = "Bailey and López de Prado (2014), The Deflated Sharpe Ratio",
      example = "DEFLATED_SHARPE(RETURNS(BTC),10,0.25)",
      related = "MIN_TRACK_RECORD")
  public static Object deflatedSharpe(
      Object[][] returns,
      Object trials,
      Object trialsVariance,
      Object[][] riskFree,
      Object periodsPerYear) {
    return Worksheet.call(
        "DEFLATED_SHARPE",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          return SharpeInference.deflated(
              ReturnCells.excessReturns(returns, riskFree, k),
              Scalars.number("trials", trials),
              Scalars.number("trials_variance", trialsVariance),
              k);
        });
  }

  /** See {@link SharpeInference#minimumTrackRecord}. */
  @ExcelFunction(
      value = "MIN_TRACK_RECORD",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Number of periods after which the Sharpe ratio is above a benchmark with the given confidence (Bailey and Lopez de Prado 2012).")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[benchmark_sharpe]",
        description = "Annual Sharpe ratio to be beaten; default 0"),
    @ExcelArgument(value = "[confidence]", description = Texts.CONFIDENCE),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number of periods")
  @Reference(
      formula = "1 + (1 − g_1·SR + (g_2+2)/4·SR^2) (Φ^(−1)(c)/(SR − SR^*))^2",
      where = "SR^*: the benchmark per period, $\"benchmark_sharpe\"/√k$",
      source = "Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier",
      example = "MIN_TRACK_RECORD(RETURNS(BTC))",
      related = "SHARPE")
  public static Object minTrackRecord(
      Object[][] returns,
      Object benchmarkSharpe,
      Object confidence,
      Object[][] riskFree,
      Object periodsPerYear) {
    return Worksheet.call(
        "MIN_TRACK_RECORD",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          return SharpeInference.minimumTrackRecord(
              ReturnCells.excessReturns(returns, riskFree, k),
              Scalars.number("benchmark_sharpe", benchmarkSharpe, 0),
              Scalars.number("confidence", confidence, 0.95),
              k);
        });
  }

  /** See {@link SharpeInference#adjusted}. */
  @ExcelFunction(
      value = "ADJUSTED_SHARPE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised Sharpe ratio adjusted for skewness and kurtosis (Pezier and White 2006).")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  @Reference(
      formula = "SR (1 + g_1/6·SR − g_2/24·SR^2)·√k",
      source =
          "Pezier and White (2006), The Relative Merits of Investable Hedge Fund Indices and of Funds of Hedge Funds in Optimal Passive Portfolios",
      example = "ADJUSTED_SHARPE(RETURNS(BTC))",
      related = "SHARPE")
  public static Object adjustedSharpe(
      Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "ADJUSTED_SHARPE",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          return SharpeInference.adjusted(ReturnCells.excessReturns(returns, riskFree, k), k);
        });
  }

  /** See {@link RiskAdjusted#omega}. */
  @ExcelFunction(
      value = "OMEGA",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Omega: the sum of gains above a target over the sum of shortfalls below it.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[target]", description = Texts.TARGET),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number")
  @Reference(
      formula = "(∑_(i=1)^n max(r_i − t, 0))/(∑_(i=1)^n max(t − r_i, 0))",
      source = "Keating and Shadwick (2002), A Universal Performance Measure",
      example = "OMEGA(RETURNS(BTC))",
      related = {"KAPPA", "UPSIDE_POTENTIAL", "PROFIT_FACTOR"})
  public static Object omega(Object[][] returns, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "OMEGA",
        () ->
            RiskAdjusted.omega(
                ReturnCells.returns(returns),
                Scalars.number("target", target, 0),
                Scalars.periodsPerYear(periodsPerYear)));
  }

  /** See {@link RiskAdjusted#kappa}. */
  @ExcelFunction(
      value = "KAPPA",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Kappa per period: mean return above a target over the root of a lower partial moment of any order.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[order]",
        description = "Order of the moment, above 0: 2 as in Sortino; default 3"),
    @ExcelArgument(value = "[target]", description = Texts.TARGET),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, per period")
  @Reference(
      formula = {"(\"mean\"(r) − t)/LPM_q^(1/q)", "LPM_q = 1/n ∑_(i=1)^n max(t − r_i, 0)^q"},
      where = {"q: the order", "LPM: lower partial moment"},
      source =
          "Kaplan and Knowles (2004), Kappa: A Generalized Downside Risk-Adjusted Performance Measure",
      example = "KAPPA(RETURNS(BTC),3)",
      related = "UPSIDE_POTENTIAL")
  public static Object kappa(
      Object[][] returns, Object order, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "KAPPA",
        () ->
            RiskAdjusted.kappa(
                ReturnCells.returns(returns),
                Scalars.number("order", order, 3),
                Scalars.number("target", target, 0),
                Scalars.periodsPerYear(periodsPerYear)));
  }

  /** See {@link RiskAdjusted#upsidePotential}. */
  @ExcelFunction(
      value = "UPSIDE_POTENTIAL",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Upside potential ratio per period: the mean gain above a target over the downside deviation below it.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[target]", description = Texts.TARGET),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, per period")
  @Reference(
      formula = "(1/n ∑_(i=1)^n max(r_i − t, 0))/√(1/n ∑_(i=1)^n max(t − r_i, 0)^2)",
      source = "Sortino, van der Meer and Plantinga (1999), The Dutch Triangle",
      example = "UPSIDE_POTENTIAL(RETURNS(BTC))",
      related = "OMEGA")
  public static Object upsidePotential(Object[][] returns, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "UPSIDE_POTENTIAL",
        () ->
            RiskAdjusted.upsidePotential(
                ReturnCells.returns(returns),
                Scalars.number("target", target, 0),
                Scalars.periodsPerYear(periodsPerYear)));
  }

  /** See {@link DrawdownRatios#martin}. */
  @ExcelFunction(
      value = "MARTIN",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Martin ratio: compound annual growth above the risk-free rate over the ulcer index.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  @Reference(
      formula = "(\"CAGR\" − r_f)/\"ulcer index\"",
      where = "r_f: annual risk-free rate",
      source = "Martin and McCann (1989), The Investor's Guide to Fidelity Funds",
      example = "MARTIN(RETURNS(BTC),0.02)",
      related = {"ULCER_INDEX", "PAIN_RATIO"})
  public static Object martin(Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "MARTIN",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[][] rows = ReturnCells.returnsAndRates(returns, riskFree, k);
          return DrawdownRatios.martin(rows[0], rows[1], k);
        });
  }

  /** See {@link DrawdownRatios#painRatio}. */
  @ExcelFunction(
      value = "PAIN_RATIO",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Pain ratio: compound annual growth above the risk-free rate over the pain index.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  @Reference(
      formula = "(\"CAGR\" − r_f)/\"pain index\"",
      where = "r_f: annual risk-free rate",
      source = "Becker (2006), Zephyr Associates",
      example = "PAIN_RATIO(RETURNS(BTC),0.02)",
      related = "PAIN_INDEX")
  public static Object painRatio(Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "PAIN_RATIO",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[][] rows = ReturnCells.returnsAndRates(returns, riskFree, k);
          return DrawdownRatios.painRatio(rows[0], rows[1], k);
        });
  }

  /** See {@link DrawdownRatios#sterling}. */
  @ExcelFunction(
      value = "STERLING",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Sterling ratio: compound annual growth rate over the maximum drawdown plus an excess.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[excess]",
        description = "What is added to the drawdown, 0 or more; default 0.1"),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  @Reference(
      formula = "\"CAGR\"/(\"maximum drawdown\" + \"excess\")",
      source = "Kestner (1996), Getting a Handle on True Performance",
      example = "STERLING(RETURNS(BTC))",
      related = {"BURKE", "MAX_DRAWDOWN"})
  public static Object sterling(Object[][] returns, Object excess, Object periodsPerYear) {
    return Worksheet.call(
        "STERLING",
        () ->
            DrawdownRatios.sterling(
                ReturnCells.returns(returns),
                Scalars.number("excess", excess, 0.1),
                Scalars.periodsPerYear(periodsPerYear)));
  }

  /** See {@link DrawdownRatios#burke}. */
  @ExcelFunction(
      value = "BURKE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Burke ratio: compound annual growth above the risk-free rate over the root of the summed squares of the distinct drawdowns.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[risk_free]", description = Texts.RISK_FREE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  @Reference(
      formula = "(\"CAGR\" − r_f)/√(∑_j d_j^2)",
      where = {"r_f: annual risk-free rate", "d_j: depth of the distinct drawdown j"},
      source = "Burke (1994), A Sharper Sharpe Ratio",
      example = "BURKE(RETURNS(BTC),0.02)",
      related = {"AVERAGE_DRAWDOWN", "DRAWDOWN_TABLE"})
  public static Object burke(Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "BURKE",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[][] rows = ReturnCells.returnsAndRates(returns, riskFree, k);
          return DrawdownRatios.burke(rows[0], rows[1], k);
        });
  }

  /** See {@link GainsAndLosses#gainToPain}. */
  @ExcelFunction(
      value = "GAIN_TO_PAIN",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Gain to pain: the sum of returns over the sum of losses.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number")
  @Reference(
      formula = "(∑_(i=1)^n r_i)/(∑_(i=1)^n |min(r_i, 0)|)",
      source = "Schwager (2012), Hedge Fund Market Wizards",
      example = "GAIN_TO_PAIN(RETURNS(BTC))",
      related = {"PROFIT_FACTOR", "OMEGA"})
  public static Object gainToPain(Object[][] returns) {
    return Worksheet.call(
        "GAIN_TO_PAIN", () -> GainsAndLosses.gainToPain(ReturnCells.returns(returns)));
  }

  /** See {@link GainsAndLosses#profitFactor}. */
  @ExcelFunction(
      value = "PROFIT_FACTOR",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Profit factor: the sum of gains over the sum of losses.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number")
  @Reference(
      formula = "(∑_(i=1)^n max(r_i, 0))/(∑_(i=1)^n |min(r_i, 0)|)",
      example = "PROFIT_FACTOR(RETURNS(BTC))",
      related = {"WIN_RATE", "PAYOFF_RATIO"})
  public static Object profitFactor(Object[][] returns) {
    return Worksheet.call(
        "PROFIT_FACTOR", () -> GainsAndLosses.profitFactor(ReturnCells.returns(returns)));
  }

  /** See {@link GainsAndLosses#winRate}. */
  @ExcelFunction(
      value = "WIN_RATE",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Win rate: the share of returns above 0 among all.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number from 0 to 1")
  @Reference(
      formula = "\"count\"(r_i > 0)/n",
      example = "WIN_RATE(RETURNS(BTC))",
      related = {"PAYOFF_RATIO", "KELLY", "BREAKEVEN_WIN_RATE", "EXPECTANCY"})
  public static Object winRate(Object[][] returns) {
    return Worksheet.call("WIN_RATE", () -> GainsAndLosses.winRate(ReturnCells.returns(returns)));
  }

  /** See {@link GainsAndLosses#payoffRatio}. */
  @ExcelFunction(
      value = "PAYOFF_RATIO",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Payoff ratio: the mean gain over the mean loss.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number")
  @Reference(
      formula = "\"mean of gains\"/\"mean size of losses\"",
      example = "PAYOFF_RATIO(RETURNS(BTC))",
      related = {"KELLY", "EXPECTANCY"})
  public static Object payoffRatio(Object[][] returns) {
    return Worksheet.call(
        "PAYOFF_RATIO", () -> GainsAndLosses.payoffRatio(ReturnCells.returns(returns)));
  }

  /** See {@link GainsAndLosses#tailRatio}. */
  @ExcelFunction(
      value = "TAIL_RATIO",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Tail ratio: the size of the upper quantile of returns over the size of the lower one.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[confidence]", description = Texts.CONFIDENCE + ". ")
  })
  @Result("A number")
  @Reference(
      formula = "|q_c|/|q_(1−c)|",
      where = "q_c: quantile of the returns at c, type 7 (PERCENTILE.INC)",
      example = "TAIL_RATIO(RETURNS(BTC))",
      related = {"RACHEV", "VALUE_AT_RISK"})
  public static Object tailRatio(Object[][] returns, Object confidence) {
    return Worksheet.call(
        "TAIL_RATIO",
        () ->
            GainsAndLosses.tailRatio(
                ReturnCells.returns(returns), Scalars.number("confidence", confidence, 0.95)));
  }

  /** See {@link GainsAndLosses#rachev}. */
  @ExcelFunction(
      value = "RACHEV",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Rachev ratio: the mean of the best returns over the expected shortfall of the worst.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[alpha]",
        description = "Share of worst returns, above 0 and below 1; default 0.05"),
    @ExcelArgument(
        value = "[beta]",
        description = "Share of best returns, above 0 and below 1; default 0.05. ")
  })
  @Result("A number")
  @Reference(
      formula = "(ES_β(−r))/(ES_α(r))",
      where = {
        "ES_α(r): historical expected shortfall of the worst share α",
        "ES_β(−r): mean of the best share β of the returns",
        "α, β: shares of the returns"
      },
      source =
          "Biglova, Ortobelli, Rachev and Stoyanov (2004), Different Approaches to Risk Estimation in Portfolio Theory",
      example = "RACHEV(RETURNS(BTC))",
      related = "EXPECTED_SHORTFALL")
  public static Object rachev(Object[][] returns, Object alpha, Object beta) {
    return Worksheet.call(
        "RACHEV",
        () ->
            GainsAndLosses.rachev(
                ReturnCells.returns(returns),
                Scalars.number("alpha", alpha, 0.05),
                Scalars.number("beta", beta, 0.05)));
  }
}
