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

  /** Σ max(t−r,0)^order / n. */
  static double lowerPartialMoment(double[] returns, double t, double order) {
    Checks.atLeast(1, "returns", returns);
    double[] powers = new double[returns.length];
    for (int i = 0; i < powers.length; i++) {
      double shortfall = Math.max(t - returns[i], 0);
      powers[i] =
          order == 1 ? shortfall : order == 2 ? shortfall * shortfall : Math.pow(shortfall, order);
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

  /** Variance by exponential weights, v_1 = r_1², v_t = λv_{t−1} + (1−λ)r_t². */
  static double ewmaVariance(double[] returns, double lambda) {
    Checks.atLeast(1, "returns", returns);
    double v = returns[0] * returns[0];
    for (int i = 1; i < returns.length; i++) {
      v = lambda * v + (1 - lambda) * returns[i] * returns[i];
    }
    return v;
  }
}
