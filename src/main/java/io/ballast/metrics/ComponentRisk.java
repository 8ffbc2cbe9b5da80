package io.ballast.metrics;

import java.util.Arrays;

/**
 * How much of a portfolio's value at risk or expected shortfall comes from each asset: parts that
 * sum to the whole (Euler's theorem; Boudt, Peterson and Croux 2008).
 *
 * <p>Returns are one array an asset, all of the same length, without missing values; weights are
 * one an asset and need not sum to 1.
 */
public final class ComponentRisk {
  private ComponentRisk() {}

  /** Measures of value at risk that can be taken apart. */
  public enum ValueAtRiskMethod {
    NORMAL,
    MODIFIED
  }

  /** Measures of expected shortfall that can be taken apart. */
  public enum ShortfallMethod {
    HISTORICAL,
    NORMAL
  }

  /**
   * w_i·∂VaR/∂w_i, with the value at risk as in {@link TailRisk#valueAtRisk}.
   *
   * <ul>
   *   <li>Fewer than two periods, or a portfolio of constant returns: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns the assets' returns per period, decimals
   * @param weights one an asset
   * @param confidence above 0.5 and below 1
   */
  public static double[] valueAtRisk(
      double[][] returns, double[] weights, double confidence, ValueAtRiskMethod method) {
    Checks.confidence(confidence);
    double[] portfolio = portfolio(returns, weights);
    double z = Normal.quantile(1 - confidence);
    double[] parts = new double[weights.length];
    for (int j = 0; j < parts.length; j++) {
      parts[j] =
          method == ValueAtRiskMethod.NORMAL
              ? normal(returns[j], portfolio, z)
              : modified(returns[j], portfolio, z);
      parts[j] *= weights[j];
    }
    return parts;
  }

  /**
   * w_i × the asset's mean loss in the portfolio's tail, with the expected shortfall as in {@link
   * TailRisk#expectedShortfall}: of the worst n(1−c) periods of the portfolio, the one at the
   * boundary counted by its fraction, equal ones earliest first.
   *
   * <ul>
   *   <li>No periods; for {@link ShortfallMethod#NORMAL} as {@link #valueAtRisk}: {@link
   *       Failure#UNDEFINED}.
   * </ul>
   *
   * Arguments as {@link #valueAtRisk}.
   */
  public static double[] expectedShortfall(
      double[][] returns, double[] weights, double confidence, ShortfallMethod method) {
    Checks.confidence(confidence);
    double tail = 1 - confidence;
    double[] parts = new double[weights.length];
    if (method == ShortfallMethod.HISTORICAL) {
      double count = tail * periods(returns);
      double[] shares = tailShares(Returns.portfolio(returns, weights), count);
      for (int j = 0; j < parts.length; j++) {
        parts[j] = 0 - weights[j] * weightedSum(returns[j], shares) / count;
      }
      return parts;
    }
    double[] portfolio = portfolio(returns, weights);
    double meanOfTail = -Normal.density(Normal.quantile(tail)) / tail;
    for (int j = 0; j < parts.length; j++) {
      parts[j] = weights[j] * normal(returns[j], portfolio, meanOfTail);
    }
    return parts;
  }

  private static int periods(double[][] returns) {
    Checks.atLeast(1, "returns_matrix", returns[0]);
    return returns[0].length;
  }

  /** How much of each period is among the worst so many: 1, 0, or a fraction at the boundary. */
  private static double[] tailShares(double[] portfolio, double count) {
    double[] sorted = portfolio.clone();
    Arrays.sort(sorted);
    double boundary = sorted[(int) Math.min(count, sorted.length - 1)];
    double[] shares = new double[portfolio.length];
    double left = count;
    for (int i = 0; i < shares.length; i++) {
      if (portfolio[i] < boundary) {
        shares[i] = 1;
        left--;
      }
    }
    for (int i = 0; i < shares.length && left > 0; i++) {
      if (portfolio[i] == boundary) {
        shares[i] = Math.min(1, left);
        left -= shares[i];
      }
    }
    return shares;
  }

  private static double weightedSum(double[] values, double[] shares) {
    double[] products = new double[values.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = shares[i] * values[i];
    }
    return Statistics.sum(products);
  }

  private static double[] portfolio(double[][] returns, double[] weights) {
    double[] portfolio = Returns.portfolio(returns, weights);
    Checks.varying("returns_matrix", portfolio);
    return portfolio;
  }

  /** ∂/∂w of −(m+x·s). */
  private static double normal(double[] asset, double[] portfolio, double x) {
    return -Statistics.mean(asset)
        - x * Statistics.covariance(asset, portfolio) / Statistics.standardDeviation(portfolio);
  }

  /** ∂/∂w of −(m+h·s), h the quantile of Cornish and Fisher, which moves with g1 and g2. */
  private static double modified(double[] asset, double[] portfolio, double z) {
    if (Statistics.isConstant(asset)) {
      return -Statistics.mean(asset);
    }
    Statistics.Shape shape = Statistics.shape(portfolio);
    double g1 = shape.skewness();
    double g2 = shape.excessKurtosis();
    double beta = MarketModel.beta(asset, portfolio);
    double ratio = Math.sqrt(spread(asset) / spread(portfolio));
    double skew = CoMoments.coSkewness(asset, portfolio) * ratio;
    double kurtosis = CoMoments.coKurtosis(asset, portfolio) * ratio;
    double z3 = z * z * z;
    double perSkew = (z * z - 1) / 6 - (2 * z3 - 5 * z) * g1 / 18;
    double perKurtosis = (z3 - 3 * z) / 24;
    double moved =
        perSkew * 3 * (skew - beta * g1) + perKurtosis * 4 * (kurtosis - beta * (g2 + 3));
    return normal(asset, portfolio, TailRisk.cornishFisher(shape, z))
        - moved * Statistics.standardDeviation(portfolio);
  }

  private static double spread(double[] x) {
    return Statistics.sumOfProducts(x, x);
  }
}
