package io.ballast.metrics;

/**
 * How concentrated a portfolio is and where its risk comes from.
 *
 * <p>Weights are shares of the portfolio as decimals; they need not sum to 1 and may be negative
 * (short). A returns matrix is one array per asset.
 */
public final class Diversification {
  /** A portfolio whose volatility is below this share of its parts' volatilities has none. */
  private static final double NO_RISK = 1e-14;

  private Diversification() {}

  /**
   * Herfindahl–Hirschman index: Σw² on weights scaled to sum 1 (Hirschman 1945, Herfindahl 1950).
   *
   * <ul>
   *   <li>1 for a single asset, 1/n for n equal ones; above 1 is possible with short positions.
   *   <li>No weight, or weights that sum to 0: {@link Failure#UNDEFINED}.
   * </ul>
   */
  public static double herfindahl(double[] weights) {
    Checks.atLeast(1, "weights", weights);
    double total = Statistics.sum(weights);
    double gross = 0;
    double squares = 0;
    for (double w : weights) {
      Checks.finite("weights", w);
      gross += Math.abs(w);
      squares += w * w;
    }
    if (Math.abs(total) <= NO_RISK * gross) {
      throw MetricException.zero("weights", "a sum of 0", "weights whose sum is not 0");
    }
    return squares / (total * total);
  }

  /**
   * Effective number of assets: 1/Σw² on weights scaled to sum 1.
   *
   * <ul>
   *   <li>No weight, or weights that sum to 0: {@link Failure#UNDEFINED}.
   * </ul>
   */
  public static double effectiveAssets(double[] weights) {
    return 1 / herfindahl(weights);
  }

  /**
   * Portfolio volatility: √(w'Σw·k), Σ the sample covariance.
   *
   * <ul>
   *   <li>Fewer than two periods: {@link Failure#UNDEFINED}.
   *   <li>Weights of 0, or assets that are all constant, have a volatility of exactly 0.
   * </ul>
   *
   * @param returns one array per asset, decimals
   * @param weights one per asset
   * @param periodsPerYear k, above 0
   * @return a decimal, annual
   */
  public static double portfolioVolatility(
      double[][] returns, double[] weights, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    Covariance.requirePeriods(returns, 2);
    double[] portfolio = Returns.portfolio(returns, weights);
    return Statistics.standardDeviation(portfolio) * Math.sqrt(periodsPerYear);
  }

  /**
   * Risk contributions: w_i(Σw)_i/σ·√k, which sum to the portfolio volatility (Litterman 1996).
   *
   * <ul>
   *   <li>Fewer than two periods, or a portfolio without risk: {@link Failure#UNDEFINED}.
   *   <li>A negative contribution is a hedge.
   * </ul>
   *
   * @param returns one array per asset, decimals
   * @param weights one per asset
   * @param periodsPerYear k, above 0
   * @return one per asset, annual
   */
  public static double[] riskContributions(
      double[][] returns, double[] weights, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    Covariance.requirePeriods(returns, 2);
    double[] portfolio = Returns.portfolio(returns, weights);
    double volatility = volatility(portfolio, returns, weights);
    double[] contributions = new double[weights.length];
    double scale = Math.sqrt(periodsPerYear) / volatility;
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] =
          weights[i] == 0 ? 0 : weights[i] * Statistics.covariance(returns[i], portfolio) * scale;
    }
    return contributions;
  }

  /**
   * Risk shares: risk contributions over the portfolio volatility, which sum to 1.
   *
   * <ul>
   *   <li>Fewer than two periods, or a portfolio without risk: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns one array per asset, decimals
   * @param weights one per asset
   */
  public static double[] riskShares(double[][] returns, double[] weights) {
    double[] shares = riskContributions(returns, weights, 1);
    double volatility = portfolioVolatility(returns, weights, 1);
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= volatility;
    }
    return shares;
  }

  /**
   * Diversification ratio: Σw_i·s_i/σ, at least 1 for long-only weights (Choueifaty and Coignard
   * 2008).
   *
   * <ul>
   *   <li>Fewer than two periods, or a portfolio without risk: {@link Failure#UNDEFINED}.
   *   <li>The scale of the weights does not matter.
   * </ul>
   *
   * @param returns one array per asset, decimals
   * @param weights one per asset
   */
  public static double diversificationRatio(double[][] returns, double[] weights) {
    Covariance.requirePeriods(returns, 2);
    double[] portfolio = Returns.portfolio(returns, weights);
    double volatility = volatility(portfolio, returns, weights);
    double[] deviations = Covariance.deviations(returns);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * deviations[i];
    }
    return sum / volatility;
  }

  /** Volatility per period of a portfolio that must have some. */
  private static double volatility(double[] portfolio, double[][] returns, double[] weights) {
    double[] deviations = Covariance.deviations(returns);
    double gross = 0;
    for (int i = 0; i < weights.length; i++) {
      gross += Math.abs(weights[i]) * deviations[i];
    }
    double volatility = Statistics.standardDeviation(portfolio);
    if (volatility <= NO_RISK * gross) {
      throw MetricException.zero("weights", "a portfolio without risk", "a volatility above 0");
    }
    return volatility;
  }
}
