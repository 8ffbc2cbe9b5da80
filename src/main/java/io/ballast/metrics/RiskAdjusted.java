package io.ballast.metrics;

import java.util.Arrays;

/** Return per unit of risk. */
public final class RiskAdjusted {
  private static final double EULER = 0.57721566490153286;

  private RiskAdjusted() {}

  /**
   * Annualised Sharpe ratio, mean(x)/s(x)·√k of excess returns x = r − rf, with the arithmetic mean
   * and the sample standard deviation (Sharpe 1994).
   *
   * <ul>
   *   <li>Fewer than two returns, or constant excess returns: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param excess excess returns per period, decimals
   * @param periodsPerYear k, above 0
   */
  public static double sharpe(double[] excess, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    return perPeriodSharpe(excess) * Math.sqrt(periodsPerYear);
  }

  private static double perPeriodSharpe(double[] excess) {
    Checks.varying("returns", excess);
    return Statistics.mean(excess) / Statistics.standardDeviation(excess);
  }

  /**
   * Annualised Sortino ratio, (mean(r)−t)/d·√k with the downside deviation d per period about t
   * (Sortino and Price 1994).
   *
   * <ul>
   *   <li>No returns, or none below the target: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param target t as an annual effective rate, above −1
   * @param periodsPerYear k, above 0
   */
  public static double sortino(double[] returns, double target, double periodsPerYear) {
    double t = perPeriodTarget(target, periodsPerYear);
    double downside = Math.sqrt(shortfall(Volatility.lowerPartialMoment(returns, t, 2)));
    return (Statistics.mean(returns) - t) / downside * Math.sqrt(periodsPerYear);
  }

  /**
   * Calmar ratio over the whole series, compound annual growth rate over maximum drawdown (Young
   * 1991).
   *
   * <ul>
   *   <li>No returns, or no drawdown: {@link Failure#UNDEFINED}.
   *   <li>A return of −1 or less: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns simple returns per period, decimals
   * @param periodsPerYear k, above 0
   */
  public static double calmar(double[] returns, double periodsPerYear) {
    double growth = Returns.cagr(returns, periodsPerYear);
    return growth / drawdown(Drawdown.maximum(returns));
  }

  /**
   * Standard error of the annual Sharpe ratio, √((1+SR²/2−g1·SR+g2/4·SR²)/(n−1))·√k with SR per
   * period, skewness g1 and excess kurtosis g2 (Mertens 2002); edge cases as {@link #sharpe}.
   *
   * @param excess excess returns per period, decimals
   * @param periodsPerYear k, above 0
   */
  public static double sharpeStandardError(double[] excess, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double sharpe = perPeriodSharpe(excess);
    return Math.sqrt(spread(excess, sharpe) / (excess.length - 1)) * Math.sqrt(periodsPerYear);
  }

  /** 1 − g1·SR + (g2+2)/4·SR²: n−1 times the variance of SR, never below 0. */
  private static double spread(double[] excess, double sharpe) {
    double g1 = Statistics.skewness(excess);
    double g2 = Statistics.excessKurtosis(excess);
    return Math.max(0, 1 - g1 * sharpe + (g2 + 2) / 4 * sharpe * sharpe);
  }

  /**
   * Probability that the true Sharpe ratio exceeds a benchmark, Φ((SR−SR*)√(n−1)/√(1−g1·SR+
   * (g2+2)/4·SR²)) with both ratios per period (Bailey and López de Prado 2012).
   *
   * <ul>
   *   <li>Edge cases as {@link #sharpe}; two values alone may leave no spread: {@link
   *       Failure#UNDEFINED}.
   * </ul>
   *
   * @param excess excess returns per period, decimals
   * @param benchmark SR* as an annual ratio
   * @param periodsPerYear k, above 0
   */
  public static double probabilisticSharpe(
      double[] excess, double benchmark, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double sharpe = perPeriodSharpe(excess);
    double spread =
        Checks.denominator(
            "returns", spread(excess, sharpe), "a Sharpe ratio without spread", "more returns");
    double distance = sharpe - benchmark / Math.sqrt(periodsPerYear);
    return Normal.probability(distance * Math.sqrt((excess.length - 1) / spread));
  }

  /**
   * Deflated Sharpe ratio: {@link #probabilisticSharpe} against the greatest ratio to be expected
   * from so many trials without skill, √V((1−γ)Φ⁻¹(1−1/N)+γΦ⁻¹(1−1/(N·e))) with Euler's γ (Bailey
   * and López de Prado 2014).
   *
   * @param excess excess returns per period, decimals
   * @param trials N, above 1
   * @param trialsVariance V, the variance of the annual Sharpe ratios of the trials, not below 0
   * @param periodsPerYear k, above 0
   */
  public static double deflatedSharpe(
      double[] excess, double trials, double trialsVariance, double periodsPerYear) {
    if (!(trials > 1)) {
      throw MetricException.domain("trials", trials, "a number above 1");
    }
    if (!(trialsVariance >= 0)) {
      throw MetricException.domain("trials_variance", trialsVariance, "a number of 0 or more");
    }
    double expected =
        -(1 - EULER) * Normal.quantile(1 / trials) - EULER * Normal.quantile(1 / (trials * Math.E));
    return probabilisticSharpe(excess, Math.sqrt(trialsVariance) * expected, periodsPerYear);
  }

  /**
   * Minimum track record, the number of periods after which the Sharpe ratio exceeds a benchmark
   * with the given confidence, 1 + (1−g1·SR+(g2+2)/4·SR²)(Φ⁻¹(c)/(SR−SR*))² (Bailey and López de
   * Prado 2012).
   *
   * <ul>
   *   <li>Edge cases as {@link #sharpe}. A ratio not above the benchmark: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param excess excess returns per period, decimals
   * @param benchmark SR* as an annual ratio
   * @param confidence c, above 0.5 and below 1
   * @param periodsPerYear k, above 0
   */
  public static double minimumTrackRecord(
      double[] excess, double benchmark, double confidence, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    Checks.confidence(confidence);
    double sharpe = perPeriodSharpe(excess);
    double distance = sharpe - benchmark / Math.sqrt(periodsPerYear);
    if (!(distance > 0)) {
      throw MetricException.domain(
          "benchmark_sharpe",
          benchmark,
          "less than the Sharpe ratio of the returns, "
              + Numbers.plain(sharpe * Math.sqrt(periodsPerYear)));
    }
    double z = Normal.quantile(1 - confidence) / distance;
    return 1 + spread(excess, sharpe) * z * z;
  }

  /**
   * Annualised adjusted Sharpe ratio, SR(1+g1/6·SR−g2/24·SR²)·√k with SR per period (Pezier and
   * White 2006); edge cases as {@link #sharpe}.
   *
   * @param excess excess returns per period, decimals
   * @param periodsPerYear k, above 0
   */
  public static double adjustedSharpe(double[] excess, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double sharpe = perPeriodSharpe(excess);
    double g1 = Statistics.skewness(excess);
    double g2 = Statistics.excessKurtosis(excess);
    return sharpe * (1 + g1 / 6 * sharpe - g2 / 24 * sharpe * sharpe) * Math.sqrt(periodsPerYear);
  }

  /**
   * Omega, Σmax(r−t,0)/Σmax(t−r,0) (Keating and Shadwick 2002).
   *
   * <ul>
   *   <li>No returns, or none below the target: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param target t as an annual effective rate, above −1
   * @param periodsPerYear k, above 0
   */
  public static double omega(double[] returns, double target, double periodsPerYear) {
    double t = perPeriodTarget(target, periodsPerYear);
    double losses = shortfall(Volatility.lowerPartialMoment(returns, t, 1));
    return Volatility.upperPartialMoment(returns, t) / losses;
  }

  /**
   * Kappa per period, (mean(r)−t)/LPM^(1/order) with the lower partial moment Σmax(t−r,0)^order/n
   * (Kaplan and Knowles 2004).
   *
   * <ul>
   *   <li>No returns, or none below the target: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param order above 0
   * @param target t as an annual effective rate, above −1
   * @param periodsPerYear k, above 0
   */
  public static double kappa(double[] returns, double order, double target, double periodsPerYear) {
    if (!(order > 0)) {
      throw MetricException.domain("order", order, "a number above 0");
    }
    double t = perPeriodTarget(target, periodsPerYear);
    double moment = shortfall(Volatility.lowerPartialMoment(returns, t, order));
    return (Statistics.mean(returns) - t) / Math.pow(moment, 1 / order);
  }

  /**
   * Upside potential ratio per period, (Σmax(r−t,0)/n)/√(Σmax(t−r,0)²/n) (Sortino, van der Meer and
   * Plantinga 1999); arguments and edge cases as {@link #omega}.
   */
  public static double upsidePotential(double[] returns, double target, double periodsPerYear) {
    double t = perPeriodTarget(target, periodsPerYear);
    double downside = Math.sqrt(shortfall(Volatility.lowerPartialMoment(returns, t, 2)));
    return Volatility.upperPartialMoment(returns, t) / downside;
  }

  private static double perPeriodTarget(double target, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    return Rates.perPeriod("target", target, periodsPerYear);
  }

  private static double shortfall(double value) {
    return Checks.denominator(
        "returns", value, "no return below the target", "at least one return below it");
  }

  /**
   * Martin ratio, (CAGR−rf)/ulcer index (Martin and McCann 1989).
   *
   * <ul>
   *   <li>No returns, or no drawdown: {@link Failure#UNDEFINED}. A return of −1 or less: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns simple returns per period, decimals
   * @param riskFree rf of each period, as many; its annual rate is Π(1+rf)^(k/n)−1
   * @param periodsPerYear k, above 0
   */
  public static double martin(double[] returns, double[] riskFree, double periodsPerYear) {
    return excessGrowth(returns, riskFree, periodsPerYear) / drawdown(Drawdown.ulcerIndex(returns));
  }

  /** Pain ratio, (CAGR−rf)/pain index; arguments and edge cases as {@link #martin}. */
  public static double painRatio(double[] returns, double[] riskFree, double periodsPerYear) {
    return excessGrowth(returns, riskFree, periodsPerYear) / drawdown(Drawdown.painIndex(returns));
  }

  /**
   * Burke ratio, (CAGR−rf)/√Σdepth² over the distinct drawdowns (Burke 1994); arguments and edge
   * cases as {@link #martin}.
   */
  public static double burke(double[] returns, double[] riskFree, double periodsPerYear) {
    double growth = excessGrowth(returns, riskFree, periodsPerYear);
    double squares = 0;
    for (Drawdown.Spell spell : Drawdown.spells(returns)) {
      squares += spell.depth() * spell.depth();
    }
    return growth / drawdown(Math.sqrt(squares));
  }

  private static double excessGrowth(double[] returns, double[] riskFree, double periodsPerYear) {
    return Returns.cagr(returns, periodsPerYear) - Returns.cagr(riskFree, periodsPerYear);
  }

  private static double drawdown(double value) {
    return Checks.denominator("returns", value, "no drawdown", "returns with a drawdown");
  }

  /**
   * Sterling ratio over the whole series, CAGR/(maximum drawdown+excess) (Kestner 1996).
   *
   * <ul>
   *   <li>No returns, or a denominator of 0: {@link Failure#UNDEFINED}. A return of −1 or less, an
   *       excess below 0: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns simple returns per period, decimals
   * @param excess what is added to the drawdown, 0.1 by custom
   * @param periodsPerYear k, above 0
   */
  public static double sterling(double[] returns, double excess, double periodsPerYear) {
    if (!(excess >= 0)) {
      throw MetricException.domain("excess", excess, "a number of 0 or more");
    }
    double growth = Returns.cagr(returns, periodsPerYear);
    return growth / drawdown(Drawdown.maximum(returns) + excess);
  }

  /**
   * Gain to pain, Σr/Σ|min(r,0)| (Schwager 2012); no loss: {@link Failure#UNDEFINED}.
   *
   * @param returns returns per period, decimals
   */
  public static double gainToPain(double[] returns) {
    double losses = losses(returns);
    return Statistics.sum(returns) / (losses * returns.length);
  }

  /**
   * Profit factor, Σmax(r,0)/Σ|min(r,0)|; no loss: {@link Failure#UNDEFINED}.
   *
   * @param returns returns per period, decimals, or results of trades
   */
  public static double profitFactor(double[] returns) {
    return Volatility.upperPartialMoment(returns, 0) / losses(returns);
  }

  private static double losses(double[] returns) {
    return Checks.denominator(
        "returns",
        Volatility.lowerPartialMoment(returns, 0, 1),
        "no loss",
        "at least one return below 0");
  }

  /**
   * Win rate, the share of returns above 0 among all; no returns: {@link Failure#UNDEFINED}.
   *
   * @param returns returns per period, decimals, or results of trades
   */
  public static double winRate(double[] returns) {
    Checks.atLeast(1, "returns", returns);
    return (double) above(returns, 0) / returns.length;
  }

  private static int above(double[] values, double level) {
    int count = 0;
    for (double v : values) {
      count += v > level ? 1 : 0;
    }
    return count;
  }

  /**
   * Payoff ratio, the mean of gains over the mean size of losses; without a gain or without a loss:
   * {@link Failure#UNDEFINED}.
   *
   * @param returns returns per period, decimals, or results of trades
   */
  public static double payoffRatio(double[] returns) {
    double losses = losses(returns);
    int gains = above(returns, 0);
    if (gains == 0) {
      throw MetricException.zero("returns", "no gain", "at least one return above 0");
    }
    int losing = 0;
    for (double r : returns) {
      losing += r < 0 ? 1 : 0;
    }
    return Volatility.upperPartialMoment(returns, 0) / gains / (losses / losing);
  }

  /**
   * Tail ratio, |q_c|/|q_{1−c}| of the returns' quantiles (type 7).
   *
   * <ul>
   *   <li>No returns, or a lower quantile of 0: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param confidence c, above 0.5 and below 1
   */
  public static double tailRatio(double[] returns, double confidence) {
    Checks.confidence(confidence);
    Checks.atLeast(1, "returns", returns);
    double lower = Math.abs(Quantiles.of(returns, 1 - confidence));
    Checks.denominator("returns", lower, "a lower quantile of 0", "a lower quantile other than 0");
    return Math.abs(Quantiles.of(returns, confidence)) / lower;
  }

  /**
   * Rachev ratio, the mean of the best share β of returns over the historical expected shortfall of
   * the worst share α (Biglova, Ortobelli, Rachev and Stoyanov 2004). The return at a boundary
   * counts by its fraction.
   *
   * <ul>
   *   <li>No returns, or a shortfall of 0: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param alpha the share of worst returns, above 0 and below 1
   * @param beta the share of best returns, above 0 and below 1
   */
  public static double rachev(double[] returns, double alpha, double beta) {
    Checks.share("alpha", alpha);
    Checks.share("beta", beta);
    Checks.atLeast(1, "returns", returns);
    double[] ascending = returns.clone();
    Arrays.sort(ascending);
    int n = ascending.length;
    double[] descending = new double[n];
    for (int i = 0; i < n; i++) {
      descending[i] = ascending[n - 1 - i];
    }
    double worst = -TailRisk.meanOfFirst(ascending, alpha * n);
    Checks.denominator("returns", worst, "a shortfall of 0", "a shortfall other than 0");
    return TailRisk.meanOfFirst(descending, beta * n) / worst;
  }
}
