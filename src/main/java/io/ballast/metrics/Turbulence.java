package io.ballast.metrics;

import java.util.Arrays;

/** How unusual a period's returns are. */
public final class Turbulence {
  private Turbulence() {}

  /**
   * Turbulence of each period: (r−m)'Σ⁻¹(r−m), the squared Mahalanobis distance of its returns from
   * their mean, m and the sample covariance Σ over all complete periods (Kritzman and Li 2010). The
   * mean over n periods of k assets is k(n−1)/n.
   *
   * <ul>
   *   <li>Fewer than two complete periods: {@link Failure#UNDEFINED}.
   *   <li>A singular covariance: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns one array per asset, {@code NaN} where missing
   * @return one value per period, {@code NaN} where any asset is missing
   */
  public static double[] series(double[][] returns) {
    int periods = returns[0].length;
    int assets = returns.length;
    boolean[] complete = new boolean[periods];
    int n = 0;
    double[][] kept = new double[assets][periods];
    for (int t = 0; t < periods; t++) {
      complete[t] = true;
      for (int i = 0; i < assets; i++) {
        kept[i][n] = returns[i][t];
        complete[t] &= !Double.isNaN(returns[i][t]);
      }
      n += complete[t] ? 1 : 0;
    }
    for (int i = 0; i < assets; i++) {
      kept[i] = Arrays.copyOf(kept[i], n);
    }
    StandardisedReturns standard = new StandardisedReturns(kept);
    double[] series = new double[periods];
    double[] period = new double[assets];
    for (int t = 0; t < periods; t++) {
      for (int i = 0; i < assets; i++) {
        period[i] = returns[i][t];
      }
      series[t] = complete[t] ? standard.distance(period) : Double.NaN;
    }
    return series;
  }
}
