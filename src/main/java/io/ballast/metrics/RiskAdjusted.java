package io.ballast.metrics;

/** Return per unit of risk. */
public final class RiskAdjusted {
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
    if (excess.length < 2) {
      throw MetricException.tooFew("returns", excess.length, 2);
    }
    double deviation = Statistics.standardDeviation(excess);
    if (deviation == 0) {
      throw MetricException.zero("returns", "a constant series", "returns that vary");
    }
    return Statistics.mean(excess) / deviation * Math.sqrt(periodsPerYear);
  }
}
