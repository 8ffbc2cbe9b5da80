package io.ballast.metrics;

/** How widely returns scatter. */
public final class Volatility {
  private Volatility() {}

  /**
   * Annualised volatility, s·√k with the sample standard deviation s; 0 for a constant series.
   *
   * <ul>
   *   <li>Fewer than two returns: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param periodsPerYear k, above 0
   */
  public static double volatility(double[] returns, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    Checks.atLeast(2, "returns", returns);
    return Statistics.standardDeviation(returns) * Math.sqrt(periodsPerYear);
  }

  /**
   * Annualised downside deviation, √(Σ min(r−t,0)²/n)·√k over all n returns (Sortino and Price
   * 1994); 0 when no return is below the target.
   *
   * <ul>
   *   <li>No returns: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param target t as an annual effective rate, above −1
   * @param periodsPerYear k, above 0
   */
  public static double downsideDeviation(double[] returns, double target, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double t = Rates.perPeriod("target", target, periodsPerYear);
    return Math.sqrt(lowerPartialMoment(returns, t, 2)) * Math.sqrt(periodsPerYear);
  }

  /**
   * Annualised semi-deviation, √(Σ min(r−m,0)²/n)·√k about the mean m, over all n returns; 0 for a
   * constant series.
   *
   * <ul>
   *   <li>No returns: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param periodsPerYear k, above 0
   */
  public static double semiDeviation(double[] returns, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    Checks.atLeast(1, "returns", returns);
    if (Statistics.isConstant(returns)) {
      return 0;
    }
    double mean = Statistics.mean(returns);
    return Math.sqrt(lowerPartialMoment(returns, mean, 2)) * Math.sqrt(periodsPerYear);
  }

  /**
   * Annualised volatility by exponential weights, √(v_n·k) with v_1 = r_1², v_t = λv_{t−1} +
   * (1−λ)r_t² and a mean of 0 (RiskMetrics 1996).
   *
   * <ul>
   *   <li>No returns: {@link Failure#UNDEFINED}. λ outside 0..1: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns returns per period, decimals, oldest first
   * @param lambda the share of the variance that is kept each period, 0.94 for daily data
   * @param periodsPerYear k, above 0
   */
  public static double ewma(double[] returns, double lambda, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    if (!(lambda >= 0 && lambda <= 1)) {
      throw MetricException.domain("lambda", lambda, "a share from 0 to 1");
    }
    return Math.sqrt(ewmaVariance(returns, lambda)) * Math.sqrt(periodsPerYear);
  }

  /**
   * The share of rolling volatilities that are at or below the latest one, from above 0 to 1; those
   * within 1e-12 of it count as equal.
   *
   * <ul>
   *   <li>No full window: {@link Failure#UNDEFINED}.
   *   <li>A window that contains a missing return is left out, as in {@link Rolling#volatility}.
   * </ul>
   *
   * @param returns returns per period, decimals, oldest first, {@code NaN} where missing
   * @param window the number of periods, 2 or more
   */
  public static double percentile(double[] returns, int window) {
    double[] rolling = Rolling.volatility(returns, window, 1);
    int full = 0;
    double latest = 0;
    for (double v : rolling) {
      if (!Double.isNaN(v)) {
        full++;
        latest = v;
      }
    }
    if (full == 0) {
      throw MetricException.tooFew("returns", returns.length, window);
    }
    int notAbove = 0;
    for (double v : rolling) {
      notAbove += v <= latest * (1 + 1e-12) ? 1 : 0;
    }
    return (double) notAbove / full;
  }

  /** Σ max(t−r,0)^order / n, order 1 or 2. */
  static double lowerPartialMoment(double[] returns, double t, int order) {
    Checks.atLeast(1, "returns", returns);
    double[] powers = new double[returns.length];
    for (int i = 0; i < powers.length; i++) {
      double shortfall = Math.max(t - returns[i], 0);
      powers[i] = order == 1 ? shortfall : shortfall * shortfall;
    }
    return Statistics.sum(powers) / powers.length;
  }

  /** Σ max(r−t,0) / n. */
  static double upperPartialMoment(double[] returns, double t) {
    Checks.atLeast(1, "returns", returns);
    double[] gains = new double[returns.length];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = Math.max(returns[i] - t, 0);
    }
    return Statistics.sum(gains) / gains.length;
  }

  /** Variance by exponential weights, as {@link #ewma}. */
  static double ewmaVariance(double[] returns, double lambda) {
    Checks.atLeast(1, "returns", returns);
    return Covariance.ewma(returns, returns, lambda);
  }
}
