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
  public static Object calmar(Object[][] returns, Object periodsPerYear) {
    return Worksheet.call(
        "CALMAR",
        () -> DrawdownRatios.calmar(Cells.returns(returns), Cells.periodsPerYear(periodsPerYear)));
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
  public static Object sharpeStderr(
      Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "SHARPE_STDERR",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          return SharpeInference.standardError(Cells.excessReturns(returns, riskFree, k), k);
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
  public static Object probabilisticSharpe(
      Object[][] returns, Object benchmarkSharpe, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "PROBABILISTIC_SHARPE",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          return SharpeInference.probabilistic(
              Cells.excessReturns(returns, riskFree, k),
              Cells.number("benchmark_sharpe", benchmarkSharpe, 0),
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
  public static Object deflatedSharpe(
      Object[][] returns,
      Object trials,
      Object trialsVariance,
      Object[][] riskFree,
      Object periodsPerYear) {
    return Worksheet.call(
        "DEFLATED_SHARPE",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          return SharpeInference.deflated(
              Cells.excessReturns(returns, riskFree, k),
              Cells.number("trials", trials),
              Cells.number("trials_variance", trialsVariance),
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
  public static Object minTrackRecord(
      Object[][] returns,
      Object benchmarkSharpe,
      Object confidence,
      Object[][] riskFree,
      Object periodsPerYear) {
    return Worksheet.call(
        "MIN_TRACK_RECORD",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          return SharpeInference.minimumTrackRecord(
              Cells.excessReturns(returns, riskFree, k),
              Cells.number("benchmark_sharpe", benchmarkSharpe, 0),
              Cells.number("confidence", confidence, 0.95),
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
  public static Object adjustedSharpe(
      Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "ADJUSTED_SHARPE",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          return SharpeInference.adjusted(Cells.excessReturns(returns, riskFree, k), k);
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
  public static Object omega(Object[][] returns, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "OMEGA",
        () ->
            RiskAdjusted.omega(
                Cells.returns(returns),
                Cells.number("target", target, 0),
                Cells.periodsPerYear(periodsPerYear)));
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
  public static Object kappa(
      Object[][] returns, Object order, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "KAPPA",
        () ->
            RiskAdjusted.kappa(
                Cells.returns(returns),
                Cells.number("order", order, 3),
                Cells.number("target", target, 0),
                Cells.periodsPerYear(periodsPerYear)));
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
  public static Object upsidePotential(Object[][] returns, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "UPSIDE_POTENTIAL",
        () ->
            RiskAdjusted.upsidePotential(
                Cells.returns(returns),
                Cells.number("target", target, 0),
                Cells.periodsPerYear(periodsPerYear)));
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
  public static Object martin(Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "MARTIN",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          double[][] rows = Cells.returnsAndRates(returns, riskFree, k);
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
  public static Object painRatio(Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "PAIN_RATIO",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          double[][] rows = Cells.returnsAndRates(returns, riskFree, k);
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
  public static Object sterling(Object[][] returns, Object excess, Object periodsPerYear) {
    return Worksheet.call(
        "STERLING",
        () ->
            DrawdownRatios.sterling(
                Cells.returns(returns),
                Cells.number("excess", excess, 0.1),
                Cells.periodsPerYear(periodsPerYear)));
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
  public static Object burke(Object[][] returns, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "BURKE",
        () -> {
          double k = Cells.periodsPerYear(periodsPerYear);
          double[][] rows = Cells.returnsAndRates(returns, riskFree, k);
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
  public static Object gainToPain(Object[][] returns) {
    return Worksheet.call("GAIN_TO_PAIN", () -> GainsAndLosses.gainToPain(Cells.returns(returns)));
  }

  /** See {@link GainsAndLosses#profitFactor}. */
  @ExcelFunction(
      value = "PROFIT_FACTOR",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Profit factor: the sum of gains over the sum of losses.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number")
  public static Object profitFactor(Object[][] returns) {
    return Worksheet.call(
        "PROFIT_FACTOR", () -> GainsAndLosses.profitFactor(Cells.returns(returns)));
  }

  /** See {@link GainsAndLosses#winRate}. */
  @ExcelFunction(
      value = "WIN_RATE",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Win rate: the share of returns above 0 among all.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number from 0 to 1")
  public static Object winRate(Object[][] returns) {
    return Worksheet.call("WIN_RATE", () -> GainsAndLosses.winRate(Cells.returns(returns)));
  }

  /** See {@link GainsAndLosses#payoffRatio}. */
  @ExcelFunction(
      value = "PAYOFF_RATIO",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Payoff ratio: the mean gain over the mean loss.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number")
  public static Object payoffRatio(Object[][] returns) {
    return Worksheet.call("PAYOFF_RATIO", () -> GainsAndLosses.payoffRatio(Cells.returns(returns)));
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
  public static Object tailRatio(Object[][] returns, Object confidence) {
    return Worksheet.call(
        "TAIL_RATIO",
        () ->
            GainsAndLosses.tailRatio(
                Cells.returns(returns), Cells.number("confidence", confidence, 0.95)));
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
  public static Object rachev(Object[][] returns, Object alpha, Object beta) {
    return Worksheet.call(
        "RACHEV",
        () ->
            GainsAndLosses.rachev(
                Cells.returns(returns),
                Cells.number("alpha", alpha, 0.05),
                Cells.number("beta", beta, 0.05)));
  }
}
