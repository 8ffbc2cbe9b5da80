package io.ballast.metrics;

import java.util.Arrays;

/**
 * The quadratic program behind minimum-variance, maximum-ratio and frontier portfolios: min ½w'Qw −
 * t·a'w with Σw = 1 and bounds on each weight, Q the covariance over its mean variance.
 */
final class PortfolioProgram implements InteriorPoint.Program {
  /** Added to the diagonal of Q in each step; the solution is unaffected. */
  private static final double TRACE = 1e-13;

  /** The accuracy promised for the optimality conditions. */
  private static final double ACCURACY = 1e-10;

  private static final int MOST_STEPS = 100;

  private final double[][] q;
  private final WeightBounds bounds;
  private double[] pull;
  private Cholesky factor;

  /**
   * @param covariance of the assets
   * @param bounds on each weight, which must admit more than one portfolio
   */
  PortfolioProgram(double[][] covariance, WeightBounds bounds) {
    this.q = scaled(covariance);
    this.bounds = bounds;
    this.pull = new double[q.length];
  }

  /** The covariance over its mean variance; a matrix of zeros as it is. */
  static double[][] scaled(double[][] covariance) {
    int n = covariance.length;
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += covariance[i][i];
    }
    double scale = trace > 0 ? n / trace : 1;
    double[][] q = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        q[i][j] = covariance[i][j] * scale;
      }
    }
    return q;
  }

  /** The weights of least variance. */
  double[] leastVariance() {
    return solve(new double[q.length], null, 0);
  }

  /** The weights of least variance among those with a'w equal to a value. */
  double[] leastVariance(double[] form, double value) {
    return solve(new double[q.length], form, value);
  }

  /**
   * The weights with the greatest a'w/√(w'Qw), which solve the program for t = w'Qw/a'w. Along the
   * solutions w'Qw − t·a'w is piecewise linear in t and changes its sign once, so that a secant
   * method that keeps the bracket ends exactly.
   *
   * @param form a, scaled so that the greatest a'w is 1
   * @param furthest the weights with the greatest a'w
   */
  double[] greatestRatio(double[] form, double[] furthest) {
    double low = 0;
    double[] weights = leastVariance();
    double excessLow = variance(weights);
    double high = 1.0000001 * variance(furthest);
    if (excessLow == 0 || high == 0) {
      return excessLow == 0 ? weights : furthest;
    }
    double excessHigh = variance(furthest) - high;
    double t = Math.min(high / 2, excessLow / Math.max(Vectors.dot(form, weights), 1e-3));
    int side = 0;
    for (int k = 0; k < MOST_STEPS; k++) {
      weights = solve(multiple(form, t), null, 0);
      double variance = variance(weights);
      double excess = variance - t * Vectors.dot(form, weights);
      if (Math.abs(excess) <= 1e-15 * variance || high - low <= 1e-15 * high) {
        break;
      }
      if (excess > 0) {
        low = t;
        excessLow = excess;
        excessHigh = side > 0 ? excessHigh / 2 : excessHigh;
        side = 1;
      } else {
        high = t;
        excessHigh = excess;
        excessLow = side < 0 ? excessLow / 2 : excessLow;
        side = -1;
      }
      double next = (low * excessHigh - high * excessLow) / (excessHigh - excessLow);
      if (!(next > low && next < high)) {
        break;
      }
      t = next;
    }
    return weights;
  }

  private double[] solve(double[] linear, double[] form, double value) {
    int n = q.length;
    pull = linear;
    double[][] equalities = form == null ? new double[1][n] : new double[][] {new double[n], form};
    Arrays.fill(equalities[0], 1);
    double[] targets = form == null ? new double[] {1} : new double[] {1, value};
    InteriorPoint.Solution solution =
        InteriorPoint.solve(this, equalities, targets, WeightBounds.equalWeights(n));
    if (!(solution.residual() <= ACCURACY)) {
      throw new MetricException(
          Failure.OUT_OF_DOMAIN,
          "returns_matrix",
          "a problem solved only to " + Numbers.plain(solution.residual()),
          "one that can be solved to " + Numbers.plain(ACCURACY));
    }
    return bounds.settle(n, solution);
  }

  /** w'Qw. */
  double variance(double[] weights) {
    return Vectors.quadratic(q, weights);
  }

  @Override
  public double[] gradient(double[] x) {
    double[] gradient = Vectors.multiply(q, x);
    for (int i = 0; i < x.length; i++) {
      gradient[i] -= pull[i];
    }
    return gradient;
  }

  @Override
  public double[] slacks(double[] x) {
    double[] slacks = times(x);
    for (int i = 0; i < x.length; i++) {
      slacks[i] -= bounds.min();
      slacks[x.length + i] += bounds.max();
    }
    return slacks;
  }

  @Override
  public double[] times(double[] x) {
    double[] product = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = x[i];
      product[x.length + i] = -x[i];
    }
    return product;
  }

  @Override
  public double[] transposedTimes(double[] z) {
    double[] product = new double[z.length / 2];
    for (int i = 0; i < product.length; i++) {
      product[i] = z[i] - z[product.length + i];
    }
    return product;
  }

  @Override
  public boolean factor(double[] d) {
    int n = q.length;
    double[][] matrix = new double[n][];
    for (int i = 0; i < n; i++) {
      matrix[i] = Arrays.copyOf(q[i], i + 1);
      matrix[i][i] += d[i] + d[n + i] + TRACE;
    }
    factor = Cholesky.of(matrix, 0);
    return !factor.isSingular();
  }

  @Override
  public double[] solve(double[] b) {
    return factor.solve(b);
  }

  private static double[] multiple(double[] x, double factor) {
    double[] product = x.clone();
    for (int i = 0; i < x.length; i++) {
      product[i] *= factor;
    }
    return product;
  }
}
