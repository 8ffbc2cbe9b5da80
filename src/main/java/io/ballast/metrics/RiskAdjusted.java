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
    Rates.checkPeriodsPerYear(periodsPerYear);
    double t = Rates.perPeriod("target", target, periodsPerYear);
    double downside = Math.sqrt(Volatility.lowerPartialMoment(returns, t, 2));
    Checks.denominator(
        "returns", downside, "no return below the target", "at least one return below it");
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

  private static double drawdown(double value) {
    return Checks.denominator("returns", value, "no drawdown", "returns with a drawdown");
  }
}
