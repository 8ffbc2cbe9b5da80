package io.ballast.metrics;

/** How far weights are from satisfying the conditions of Karush, Kuhn and Tucker. */
final class Optimality {
  private Optimality() {}

  /**
   * The greatest violation of the conditions for min ½w'Qw − t·a'w with Σw = 1 within bounds, Q the
   * covariance scaled to mean variance 1, with the multiplier of the sum that suits best.
   */
  static double residual(double[][] covariance, double[] a, double t, double[] w, WeightBounds b) {
    double[][] q = PortfolioProgram.scaled(covariance);
    int n = w.length;
    double[] g = new double[n];
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    double worst = Math.abs(Statistics.sum(w) - 1);
    for (int i = 0; i < n; i++) {
      g[i] = -t * a[i];
      for (int j = 0; j < n; j++) {
        g[i] += q[i][j] * w[j];
      }
      worst = Math.max(worst, Math.max(b.min() - w[i], w[i] - b.max()));
      if (w[i] > b.min()) {
        low = Math.max(low, g[i]);
      }
      if (w[i] < b.max()) {
        high = Math.min(high, g[i]);
      }
    }
    return Math.max(worst, Math.max(0, (low - high) / 2));
  }

  /** As {@link #residual} for the greatest a'w over volatility. */
  static double ratioResidual(double[][] covariance, double[] a, double[] w, WeightBounds b) {
    double[][] q = PortfolioProgram.scaled(covariance);
    double value = 0;
    double variance = 0;
    for (int i = 0; i < w.length; i++) {
      value += a[i] * w[i];
      for (int j = 0; j < w.length; j++) {
        variance += w[i] * w[j] * q[i][j];
      }
    }
    return residual(covariance, a, variance / value, w, b);
  }
}
