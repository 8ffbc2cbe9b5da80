package io.ballast.metrics;

/** An asset against a benchmark, period by period; both series are of equal length. */
public final class Benchmark {
  private Benchmark() {}

  /**
   * M², the return that the asset would give at the market's risk, rf + SHARPE·s(market)·√k
   * (Modigliani and Modigliani 1997); constant excess returns: {@link Failure#UNDEFINED}.
   *
   * @param excess the asset's excess returns per period, decimals
   * @param market the market's excess returns, as many
   * @param riskFree rf of each period, as many; its annual rate is Π(1+rf)^(k/n)−1
   * @param periodsPerYear k, above 0
   */
  public static double mSquared(
      double[] excess, double[] market, double[] riskFree, double periodsPerYear) {
    Checks.sameLength("market_returns", market, "returns", excess);
    double sharpe = RiskAdjusted.sharpe(excess, periodsPerYear);
    return Returns.cagr(riskFree, periodsPerYear)
        + sharpe * Volatility.volatility(market, periodsPerYear);
  }

  /**
   * Annual tracking error, s(r−m)·√k; fewer than two pairs: {@link Failure#UNDEFINED}.
   *
   * @param returns the asset's returns per period, decimals
   * @param market the market's returns, as many
   * @param periodsPerYear k, above 0
   */
  public static double trackingError(double[] returns, double[] market, double periodsPerYear) {
    Checks.sameLength("market_returns", market, "returns", returns);
    return Volatility.volatility(Statistics.difference(returns, market), periodsPerYear);
  }

  /**
   * Annual information ratio, mean(r−m)/s(r−m)·√k (Goodwin 1998); a constant difference: {@link
   * Failure#UNDEFINED}. Arguments as {@link #trackingError}.
   */
  public static double informationRatio(double[] returns, double[] market, double periodsPerYear) {
    Checks.sameLength("market_returns", market, "returns", returns);
    return RiskAdjusted.sharpe(Statistics.difference(returns, market), periodsPerYear);
  }

  /**
   * Up capture, the compound rate per period of the asset over that of the market, both over the
   * periods in which the market rose: (Π(1+r)^(1/m)−1)/(Π(1+b)^(1/m)−1).
   *
   * <ul>
   *   <li>No such period: {@link Failure#UNDEFINED}. A return of −1 or less among them: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns the asset's simple returns per period, decimals
   * @param market the market's, as many
   */
  public static double upCapture(double[] returns, double[] market) {
    return capture(MarketModel.where(returns, market, 1));
  }

  /** The same over the periods in which the market fell; as {@link #upCapture}. */
  public static double downCapture(double[] returns, double[] market) {
    return capture(MarketModel.where(returns, market, -1));
  }

  private static double capture(double[][] kept) {
    return Returns.geometricMean("returns", kept[0])
        / Returns.geometricMean("market_returns", kept[1]);
  }
}
