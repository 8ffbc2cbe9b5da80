package io.ballast.metrics;

/**
 * Portfolios that are best in some sense; their weights sum to 1. A returns matrix is one array per
 * asset, all of the same length.
 *
 * <p>The optimisers are exact: the conditions of Karush, Kuhn and Tucker hold to 1e-10 on the
 * covariance scaled to a mean variance of 1, for near doubles too; with bounds wider than 1, to
 * 1e-10 times the bound. Where the best portfolio is not unique (doubled assets, fewer periods than
 * assets) the most even one in the middle of the best is given.
 */
public final class PortfolioWeights {
  /** A variance below this share of the mean variance is rounding. */
  private static final double NO_VARIANCE = 1e-15;

  private PortfolioWeights() {}

  /**
   * Weights in proportion to 1/s, the inverse of the sample standard deviation (Leote de Carvalho,
   * Lu and Moulin 2012).
   *
   * <ul>
   *   <li>Fewer than two periods, or a constant asset: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns one array per asset
   */
  public static double[] inverseVolatility(double[][] returns) {
    double[] weights = varyingDeviations(returns);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / weights[i];
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /**
   * Portfolio of least variance: min w'Σw with Σw = 1 and bounds on each weight (Markowitz 1952).
   *
   * <ul>
   *   <li>Fewer than two periods: {@link Failure#UNDEFINED}. Bounds that admit no portfolio: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns one array per asset
   * @param bounds on each weight
   */
  public static double[] minimumVariance(double[][] returns, WeightBounds bounds) {
    double[][] covariance = Covariance.sample(returns);
    int n = covariance.length;
    bounds.requireFeasible(n);
    if (bounds.admitOnlyEqualWeights(n)) {
      return WeightBounds.equalWeights(n);
    }
    return new PortfolioProgram(covariance, bounds).leastVariance();
  }

  /**
   * Portfolio of the greatest Sharpe ratio: max w'μ/√(w'Σw) of excess returns with Σw = 1 and
   * bounds on each weight (Sharpe 1966), by parametric quadratic programming.
   *
   * <ul>
   *   <li>Fewer than two periods, or a portfolio without risk that beats the risk-free rate: {@link
   *       Failure#UNDEFINED}. Bounds that admit no portfolio, or none with a mean excess return
   *       above 0: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param excess excess returns per period, one array per asset
   * @param bounds on each weight
   */
  public static double[] maximumSharpe(double[][] excess, WeightBounds bounds) {
    Covariance.requirePeriods(excess, 2);
    double[] means = new double[excess.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = Statistics.mean(excess[i]);
    }
    bounds.requireFeasible(means.length);
    double greatest = Vectors.dot(bounds.greatest(means), means);
    if (!(greatest > 0)) {
      throw MetricException.domain(
          "returns_matrix", greatest, "a portfolio within the bounds that beats risk_free");
    }
    return maximumRatio(excess, means, greatest, bounds);
  }

  /**
   * Most diversified portfolio: max Σw_i·s_i/√(w'Σw) with Σw = 1 and bounds on each weight
   * (Choueifaty and Coignard 2008), by parametric quadratic programming.
   *
   * <ul>
   *   <li>Fewer than two periods, a constant asset, or a portfolio without risk: {@link
   *       Failure#UNDEFINED}. Bounds that admit no portfolio, or none with a weighted volatility
   *       above 0: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns one array per asset
   * @param bounds on each weight
   */
  public static double[] maximumDiversification(double[][] returns, WeightBounds bounds) {
    double[] deviations = varyingDeviations(returns);
    bounds.requireFeasible(deviations.length);
    double greatest = Vectors.dot(bounds.greatest(deviations), deviations);
    if (!(greatest > 0)) {
      throw MetricException.domain(
          "max_weight", bounds.max(), "bounds that admit a weighted volatility above 0");
    }
    return maximumRatio(returns, deviations, greatest, bounds);
  }

  private static double[] maximumRatio(
      double[][] returns, double[] numerator, double greatest, WeightBounds bounds) {
    int n = numerator.length;
    PortfolioProgram program = new PortfolioProgram(Covariance.sample(returns), bounds);
    double[] weights;
    if (bounds.admitOnlyEqualWeights(n)) {
      weights = WeightBounds.equalWeights(n);
    } else {
      double[] form = new double[n];
      for (int i = 0; i < n; i++) {
        form[i] = numerator[i] / greatest;
      }
      weights = program.greatestRatio(form, bounds.greatest(numerator));
    }
    if (!(program.variance(weights) > NO_VARIANCE)) {
      throw MetricException.zero(
          "returns_matrix", "a portfolio without risk", "a volatility above 0");
    }
    return weights;
  }

  /** Standard deviations, none of which may be 0. */
  static double[] varyingDeviations(double[][] returns) {
    double[] deviations = Covariance.deviations(returns);
    for (int i = 0; i < deviations.length; i++) {
      Checks.denominator(
          "returns_matrix",
          deviations[i],
          "a constant series in column " + (i + 1),
          "returns that vary");
    }
    return deviations;
  }
}
