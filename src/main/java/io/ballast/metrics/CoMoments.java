package io.ballast.metrics;

/** Third and fourth moments that an asset shares with its market. */
public final class CoMoments {
  private CoMoments() {}

  /**
   * Co-skewness, mean(a·b²)/(s_a·s_b²) of deviations from the means with population moments; a
   * constant series: {@link Failure#UNDEFINED}.
   *
   * @param returns the asset's returns per period, decimals
   * @param market the market's returns, as many
   */
  public static double coSkewness(double[] returns, double[] market) {
    return coMoment(returns, market, 2);
  }

  /** Co-kurtosis, mean(a·b³)/(s_a·s_b³); otherwise as {@link #coSkewness}. */
  public static double coKurtosis(double[] returns, double[] market) {
    return coMoment(returns, market, 3);
  }

  private static double coMoment(double[] returns, double[] market, int power) {
    MarketModel.check(returns, market);
    Checks.varying("returns", returns);
    int n = returns.length;
    double[] own = Centre.of(returns).deviations(returns);
    double[] its = Centre.of(market).deviations(market);
    double deviation = Math.sqrt(CompensatedSum.ofProducts(own, own) / n);
    double marketDeviation = Math.sqrt(CompensatedSum.ofProducts(its, its) / n);
    double[] products = new double[n];
    for (int i = 0; i < n; i++) {
      double b = its[i] / marketDeviation;
      products[i] = own[i] / deviation * (power == 2 ? b * b : b * b * b);
    }
    return Statistics.sum(products) / n;
  }
}
