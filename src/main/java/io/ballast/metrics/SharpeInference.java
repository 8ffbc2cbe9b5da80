package io.ballast.metrics;

/**
 * How sure a Sharpe ratio is. All ratios are of excess returns and annual unless it says per
 * period.
 */
public final class SharpeInference {
  private static final double EULER = 0.57721566490153286;

  private SharpeInference() {}

  /**
   * Standard error of the annual Sharpe ratio, √((1+SR²/2−g1·SR+g2/4·SR²)/(n−1))·√k with SR per
   * period, skewness g1 and excess kurtosis g2 (Mertens 2002); edge cases as {@link
   * RiskAdjusted#sharpe}.
   *
   * @param excess excess returns per period, decimals
   * @param periodsPerYear k, above 0
   */
  public static double standardError(double[] excess, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double sharpe = RiskAdjusted.perPeriodSharpe(excess);
    return Math.sqrt(spread(excess, sharpe) / (excess.length - 1)) * Math.sqrt(periodsPerYear);
  }

  /** 1 − g1·SR + (g2+2)/4·SR²: n−1 times the variance of SR, never below 0. */
  private static double spread(double[] excess, double sharpe) {
    Statistics.Shape shape = Statistics.shape(excess);
    double g1 = shape.skewness();
    double g2 = shape.excessKurtosis();
    return Math.max(0, 1 - g1 * sharpe + (g2 + 2) / 4 * sharpe * sharpe);
  }

  /**
   * Probability that the true Sharpe ratio exceeds a benchmark, Φ((SR−SR*)√(n−1)/√(1−g1·SR+
   * (g2+2)/4·SR²)) with both ratios per period (Bailey and López de Prado 2012).
   *
   * <ul>
   *   <li>Edge cases as {@link RiskAdjusted#sharpe}; two values alone may leave no spread: {@link
   *       Failure#UNDEFINED}.
   * </ul>
   *
   * @param excess excess returns per period, decimals
   * @param benchmark SR* as an annual ratio
   * @param periodsPerYear k, above 0
   */
  public static double probabilistic(double[] excess, double benchmark, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double sharpe = RiskAdjusted.perPeriodSharpe(excess);
    double spread =
        Checks.denominator(
            "returns", spread(excess, sharpe), "a Sharpe ratio without spread", "more returns");
    double distance = sharpe - benchmark / Math.sqrt(periodsPerYear);
    return Normal.probability(distance * Math.sqrt((excess.length - 1) / spread));
  }

  /**
   * Deflated Sharpe ratio: {@link #probabilistic} against the greatest ratio to be expected from so
   * many trials without skill, √V((1−γ)Φ⁻¹(1−1/N)+γΦ⁻¹(1−1/(N·e))) with Euler's γ (Bailey and López
   * de Prado 2014).
   *
   * @param excess excess returns per period, decimals
   * @param trials N, above 1
   * @param trialsVariance V, the variance of the annual Sharpe ratios of the trials, not below 0
   * @param periodsPerYear k, above 0
   */
  public static double deflated(
      double[] excess, double trials, double trialsVariance, double periodsPerYear) {
    if (!(trials > 1)) {
      throw MetricException.domain("trials", trials, "a number above 1");
    }
    if (!(trialsVariance >= 0)) {
      throw MetricException.domain("trials_variance", trialsVariance, "a number of 0 or more");
    }
    double expected =
        -(1 - EULER) * Normal.quantile(1 / trials) - EULER * Normal.quantile(1 / (trials * Math.E));
    return probabilistic(excess, Math.sqrt(trialsVariance) * expected, periodsPerYear);
  }

  /**
   * Minimum track record, the number of periods after which the Sharpe ratio exceeds a benchmark
   * with the given confidence, 1 + (1−g1·SR+(g2+2)/4·SR²)(Φ⁻¹(c)/(SR−SR*))² (Bailey and López de
   * Prado 2012).
   *
   * <ul>
   *   <li>Edge cases as {@link RiskAdjusted#sharpe}. A ratio not above the benchmark: {@link
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
    double sharpe = RiskAdjusted.perPeriodSharpe(excess);
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
   * White 2006); edge cases as {@link RiskAdjusted#sharpe}.
   *
   * @param excess excess returns per period, decimals
   * @param periodsPerYear k, above 0
   */
  public static double adjusted(double[] excess, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double sharpe = RiskAdjusted.perPeriodSharpe(excess);
    Statistics.Shape shape = Statistics.shape(excess);
    double g1 = shape.skewness();
    double g2 = shape.excessKurtosis();
    return sharpe * (1 + g1 / 6 * sharpe - g2 / 24 * sharpe * sharpe) * Math.sqrt(periodsPerYear);
  }
}
