package io.ballast.metrics;

/**
 * Returns of assets standardised to mean 0 and deviation 1, and the factor of their correlation
 * matrix, for measures that need the inverse of the covariance Σ = S·C·S.
 */
final class StandardisedReturns {
  /** A correlation whose pivot falls below this is singular: rounding leaves about 1e-16. */
  private static final double SINGULAR = 1e-13;

  private final double[] means;
  private final double[] deviations;
  private final Cholesky correlation;

  /**
   * @param returns one array per asset
   * @throws MetricException if there are fewer than two periods ({@link Failure#UNDEFINED}) or the
   *     covariance is singular ({@link Failure#OUT_OF_DOMAIN})
   */
  StandardisedReturns(double[][] returns) {
    Covariance.requirePeriods(returns, 2);
    int n = returns.length;
    deviations = Covariance.deviations(returns);
    means = new double[n];
    for (int i = 0; i < n; i++) {
      means[i] = Statistics.mean(returns[i]);
      if (deviations[i] == 0) {
        throw singular();
      }
    }
    correlation = Cholesky.of(Correlation.matrix(returns, Correlation.Method.PEARSON), SINGULAR);
    if (correlation.isSingular()) {
      throw singular();
    }
  }

  static MetricException singular() {
    return new MetricException(
        Failure.OUT_OF_DOMAIN,
        "returns_matrix",
        "a singular covariance",
        "more complete rows than assets, and no asset that is constant, doubled or a combination of"
            + " others");
  }

  /** (r−m)'Σ⁻¹(r−m) of one period's returns. */
  double distance(double[] period) {
    double[] z = new double[period.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = (period[i] - means[i]) / deviations[i];
    }
    double sum = 0;
    for (double v : correlation.forward(z)) {
      sum += v * v;
    }
    return sum;
  }

  /** Σ⁻¹·m. */
  double[] inverseTimesMeans() {
    double[] ratio = new double[means.length];
    for (int i = 0; i < ratio.length; i++) {
      ratio[i] = means[i] / deviations[i];
    }
    double[] solution = correlation.solve(ratio);
    for (int i = 0; i < ratio.length; i++) {
      solution[i] /= deviations[i];
    }
    return solution;
  }
}
