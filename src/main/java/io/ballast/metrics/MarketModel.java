package io.ballast.metrics;

/**
 * The market model, y = α + β·x + e by ordinary least squares: how much of an asset's risk is the
 * market's (systemic) and how much is its own (non-systemic).
 *
 * <p>The methods that take both series expect them of equal length; fewer than two pairs or a
 * constant market are {@link Failure#UNDEFINED}.
 */
public final class MarketModel {
  private MarketModel() {}

  /**
   * β, the covariance with the market over the variance of the market.
   *
   * @param returns the asset's returns per period, decimals
   * @param market the market's returns, as many
   */
  public static double beta(double[] returns, double[] market) {
    check(returns, market);
    return Statistics.sumOfProducts(returns, market) / Statistics.sumOfProducts(market, market);
  }

  private static void check(double[] returns, double[] market) {
    Checks.sameLength("market_returns", market, "returns", returns);
    Checks.varying("market_returns", market);
  }

  /**
   * R², the squared correlation: the share of the asset's variance that the market explains; a
   * constant asset is {@link Failure#UNDEFINED} too.
   */
  public static double rSquared(double[] returns, double[] market) {
    check(returns, market);
    Checks.varying("returns", returns);
    double both = Statistics.sumOfProducts(returns, market);
    return Math.min(
        1,
        both
            / Statistics.sumOfProducts(returns, returns)
            * (both / Statistics.sumOfProducts(market, market)));
  }

  /**
   * Annual alpha, k times the intercept of excess returns on the market's excess returns (Jensen
   * 1968).
   *
   * @param excess the asset's excess returns per period, decimals
   * @param market the market's excess returns, as many
   * @param periodsPerYear k, above 0
   */
  public static double jensenAlpha(double[] excess, double[] market, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double beta = beta(excess, market);
    return (Statistics.mean(excess) - beta * Statistics.mean(market)) * periodsPerYear;
  }

  /**
   * Annual systemic risk, |β|·s_m·√k: the volatility that the market brings.
   *
   * @param periodsPerYear k, above 0
   */
  public static double systemicRisk(double[] returns, double[] market, double periodsPerYear) {
    return Math.abs(beta(returns, market)) * Volatility.volatility(market, periodsPerYear);
  }

  /**
   * Annual non-systemic risk, √(SSE/(n−1))·√k with the squared residuals SSE, so that systemic² +
   * non-systemic² = volatility².
   *
   * @param periodsPerYear k, above 0
   */
  public static double nonsystemicRisk(double[] returns, double[] market, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    return Math.sqrt(squaredResiduals(returns, market) / (returns.length - 1))
        * Math.sqrt(periodsPerYear);
  }

  private static double squaredResiduals(double[] returns, double[] market) {
    double beta = beta(returns, market);
    double meanReturn = Statistics.mean(returns);
    double meanMarket = Statistics.mean(market);
    double[] residuals = new double[returns.length];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = (returns[i] - meanReturn) - beta * (market[i] - meanMarket);
    }
    return Statistics.sumOfProducts(residuals, residuals);
  }
}
