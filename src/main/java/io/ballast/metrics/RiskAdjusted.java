package io.ballast.metrics;

/** Return per unit of deviation, or of the part of it below a target. */
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

  /** The Sharpe ratio per period; see {@link #sharpe}. */
  static double perPeriodSharpe(double[] excess) {
    Checks.varying("returns", excess);
    Centre centre = Centre.of(excess);
    return centre.mean() / centre.standardDeviation(excess);
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
    return (Statistics.mean(returns) - t) / lowerPartialRoot(returns, t, order);
  }

  /** (Σmax(t−r,0)^order/n)^(1/order), by the greatest shortfall so that no power vanishes. */
  private static double lowerPartialRoot(double[] returns, double t, double order) {
    Checks.atLeast(1, "returns", returns);
    double greatest = 0;
    for (double r : returns) {
      greatest = Math.max(greatest, t - r);
    }
    shortfall(greatest);
    double[] powers = new double[returns.length];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Math.pow(Math.max(t - returns[i], 0) / greatest, order);
    }
    return greatest * Math.pow(Statistics.sum(powers) / powers.length, 1 / order);
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
}
