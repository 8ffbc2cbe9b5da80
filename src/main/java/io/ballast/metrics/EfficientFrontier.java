package io.ballast.metrics;

/** The portfolios of least variance for each return. */
public final class EfficientFrontier {
  private static final int MOST_POINTS = 1000;

  /**
   * A portfolio on the frontier.
   *
   * @param meanReturn mean return, annual
   * @param volatility annual
   * @param weights one per asset, of sum 1
   */
  public record Point(double meanReturn, double volatility, double[] weights) {}

  private EfficientFrontier() {}

  /**
   * Portfolios of least variance in equal steps of return, from that of least variance to that of
   * the greatest return (Markowitz 1952).
   *
   * <ul>
   *   <li>Fewer than two periods: {@link Failure#UNDEFINED}. Bounds that admit no portfolio, or a
   *       count of points that is not a whole number from 2 to 1000: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns one array per asset
   * @param points how many portfolios
   * @param bounds on each weight
   * @param periodsPerYear k, above 0
   */
  public static Point[] points(
      double[][] returns, double points, WeightBounds bounds, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    int count = Checks.whole("points", points, 2);
    if (count > MOST_POINTS) {
      throw MetricException.domain("points", points, "at most " + MOST_POINTS);
    }
    double[][] covariance = Covariance.sample(returns);
    int n = covariance.length;
    double[] means = new double[n];
    for (int i = 0; i < n; i++) {
      means[i] = Statistics.mean(returns[i]);
    }
    double[] first = PortfolioWeights.minimumVariance(returns, bounds);
    double[] last = bounds.greatest(means);
    double lowest = Vectors.dot(first, means);
    double highest = Vectors.dot(last, means);
    boolean flat = bounds.admitOnlyEqualWeights(n) || Decimals.compare(lowest, highest) >= 0;
    double centre = Statistics.mean(means);
    double spread = 0;
    for (double m : means) {
      spread = Math.max(spread, Math.abs(m - centre));
    }
    double[] form = new double[n];
    for (int i = 0; i < n && !flat; i++) {
      form[i] = (means[i] - centre) / spread;
    }
    PortfolioProgram program = new PortfolioProgram(covariance, bounds);
    Point[] frontier = new Point[count];
    for (int k = 0; k < count; k++) {
      double wanted = lowest + (highest - lowest) * k / (count - 1);
      double[] weights;
      if (k == 0 || flat) {
        weights = first;
      } else {
        weights = k == count - 1 ? last : program.leastVariance(form, (wanted - centre) / spread);
      }
      frontier[k] =
          new Point(
              Vectors.dot(weights, means) * periodsPerYear,
              Diversification.portfolioVolatility(returns, weights, periodsPerYear),
              weights);
    }
    return frontier;
  }
}
