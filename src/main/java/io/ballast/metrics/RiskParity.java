package io.ballast.metrics;

import java.util.Arrays;

/** Portfolios in which each asset carries a given share of the risk. */
public final class RiskParity {
  /** The greatest relative error of a risk share. */
  private static final double ACCURACY = 1e-12;

  private static final int MOST_STEPS = 200;

  private RiskParity() {}

  /**
   * Long-only weights of sum 1 whose risk shares w_i(Σw)_i/w'Σw are the budgets, to 1e-12 relative:
   * the minimum of ½x'Cx − Σb_i·ln x_i over the correlation C by Newton's method, then w_i in
   * proportion to x_i/s_i (Spinu 2013).
   *
   * <ul>
   *   <li>Fewer than two periods, or a constant asset: {@link Failure#UNDEFINED}.
   *   <li>Budgets of another number than assets: {@link Failure#NOT_AVAILABLE}. A budget not above
   *       0, or assets that can be combined to no risk at all so that no solution exists: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns one array per asset
   * @param budgets risk shares, scaled to sum 1
   */
  public static double[] weights(double[][] returns, double[] budgets) {
    double[] deviations = PortfolioWeights.varyingDeviations(returns);
    int n = deviations.length;
    if (budgets.length != n) {
      throw MetricException.lengths("budgets", budgets.length, "returns_matrix", n);
    }
    for (double b : budgets) {
      Checks.positive("budgets", b);
    }
    double[] b = scaledToOne(budgets);
    double[] x = minimum(Correlation.matrix(returns, Correlation.Method.PEARSON), b);
    for (int i = 0; i < n; i++) {
      x[i] /= deviations[i];
    }
    return scaledToOne(x);
  }

  /** As {@link #weights} with equal budgets. */
  public static double[] equal(double[][] returns) {
    double[] budgets = new double[returns.length];
    Arrays.fill(budgets, 1);
    return weights(returns, budgets);
  }

  private static double[] minimum(double[][] c, double[] b) {
    int n = b.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = Math.sqrt(b[i]);
    }
    double scale = 1 / Math.sqrt(Math.max(Vectors.quadratic(c, x), 1e-12));
    for (int i = 0; i < n; i++) {
      x[i] *= scale;
    }
    double[] best = x;
    double error = error(c, b, x);
    for (int k = 0; k < MOST_STEPS && error > 1e-16; k++) {
      double[] next = step(c, b, x);
      if (next == null) {
        break;
      }
      x = next;
      double now = error(c, b, x);
      if (now < error) {
        error = now;
        best = x;
      } else if (error <= ACCURACY) {
        break;
      }
    }
    if (!(error <= ACCURACY)) {
      throw new MetricException(
          Failure.OUT_OF_DOMAIN,
          "returns_matrix",
          "assets that cancel each other's risk",
          "assets of which every long portfolio has some risk");
    }
    return best;
  }

  /** The greatest relative error of x_i(Cx)_i = b_i. */
  private static double error(double[][] c, double[] b, double[] x) {
    double worst = 0;
    for (int i = 0; i < b.length; i++) {
      worst = Math.max(worst, Math.abs(x[i] * Vectors.dot(c[i], x) / b[i] - 1));
    }
    return worst;
  }

  /** One Newton step, shortened until x stays above 0 and the function falls. */
  private static double[] step(double[][] c, double[] b, double[] x) {
    int n = b.length;
    double[] gradient = new double[n];
    double[][] hessian = new double[n][];
    for (int i = 0; i < n; i++) {
      gradient[i] = -Vectors.dot(c[i], x) + b[i] / x[i];
      hessian[i] = Arrays.copyOf(c[i], i + 1);
      hessian[i][i] += b[i] / (x[i] * x[i]);
    }
    Cholesky factor = Cholesky.of(hessian, 0);
    if (factor.isSingular()) {
      return null;
    }
    double[] direction = factor.solve(gradient);
    double slope = Vectors.dot(gradient, direction);
    double value = value(c, b, x);
    for (double length = 1; length > 1e-10; length /= 2) {
      double[] next = new double[n];
      boolean inside = true;
      for (int i = 0; i < n; i++) {
        next[i] = x[i] + length * direction[i];
        inside &= next[i] > 0;
      }
      double rounding = 1e-14 * (1 + Math.abs(value));
      if (inside && value(c, b, next) <= value - 0.25 * length * slope + rounding) {
        return next;
      }
    }
    return null;
  }

  private static double value(double[][] c, double[] b, double[] x) {
    double value = Vectors.quadratic(c, x) / 2;
    for (int i = 0; i < b.length; i++) {
      value -= b[i] * Math.log(x[i]);
    }
    return value;
  }

  private static double[] scaledToOne(double[] x) {
    double largest = 0;
    for (double v : x) {
      largest = Math.max(largest, v);
    }
    double[] scaled = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      scaled[i] = x[i] / largest;
    }
    double sum = Statistics.sum(scaled);
    for (int i = 0; i < x.length; i++) {
      scaled[i] /= sum;
    }
    return scaled;
  }
}
