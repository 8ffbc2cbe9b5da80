package io.ballast.metrics;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The uncorrelated factors closest to the assets (Meucci, Santangelo and Deguest 2015). With C the
 * correlation, c its symmetric root and d a diagonal, q is the orthogonal polar factor of d·c and d
 * the diagonal of q·c, from the identity to a fixed point. The factors are d·q·c⁻¹ times the
 * standardised returns.
 *
 * <p>The published iteration closes a share of about √(1−ρ) of its distance at each step, ρ the
 * greatest correlation, so that near doubles would need millions; Newton's method ends it. Root and
 * polar factor come from singular values, never from squares, whose rounding near doubles drown in.
 */
final class MinimumTorsion {
  /** The fixed point is reached when d moves less than this. */
  private static final double CONVERGED = 1e-15;

  /** Moves below this are rounding once they no longer shrink. */
  private static final double ROUNDING = 1e-12;

  /** Steps of the published iteration, which decide where to go. */
  private static final int FIRST = 10;

  private static final int MOST_STEPS = 500;

  private final int n;
  private final double[][] root;
  private double[] d;

  /** The singular vectors of d·c, one array per row. */
  private double[][] left;

  private double[][] right;
  private double[] values;

  /** q·c. */
  private double[][] rotated;

  /** What the iteration maximises, the sum of the singular values of d·c less ½d'd. */
  private double height;

  /** The diagonal of q·c less d, the gradient of the height. */
  private double[] rest;

  private MinimumTorsion(double[][] root) {
    this.root = root;
    n = root.length;
  }

  /**
   * Variances of the factors in a portfolio, (q·c·s·w)² with s the assets' deviations.
   *
   * @param returns one array per asset
   * @param weights w, one per asset
   * @throws MetricException if the covariance is singular or the iteration does not end ({@link
   *     Failure#OUT_OF_DOMAIN})
   */
  static double[] variances(double[][] returns, double[] weights) {
    new StandardisedReturns(returns);
    int n = weights.length;
    MinimumTorsion torsion = new MinimumTorsion(root(returns));
    torsion.solve();
    double[] deviations = Covariance.deviations(returns);
    double[] standard = new double[n];
    for (int i = 0; i < n; i++) {
      standard[i] = weights[i] * deviations[i];
    }
    double[] variances = Vectors.multiply(torsion.rotated, standard);
    for (int i = 0; i < n; i++) {
      variances[i] *= variances[i];
    }
    return variances;
  }

  /**
   * The symmetric root of the correlation, from the singular values of the standardised returns.
   */
  private static double[][] root(double[][] returns) {
    int n = returns.length;
    double[][] standard = new double[n][];
    for (int i = 0; i < n; i++) {
      standard[i] = Centre.of(returns[i]).deviations(returns[i]);
      double length = Math.sqrt(Vectors.dot(standard[i], standard[i]));
      for (int t = 0; t < standard[i].length; t++) {
        standard[i][t] /= length;
      }
    }
    SingularValueDecomposition parts =
        new SingularValueDecomposition(new Array2DRowRealMatrix(standard, false));
    RealMatrix u = parts.getU();
    return u.multiply(parts.getS()).multiply(u.transpose()).getData();
  }

  private void solve() {
    double[] start = new double[n];
    Arrays.fill(start, 1);
    double change = evaluate(start);
    for (int step = 0; step < FIRST && change > CONVERGED; step++) {
      change = evaluate(sum(d, rest));
    }
    double damping = 1;
    for (int step = 0; change > CONVERGED; step++) {
      if (step > MOST_STEPS) {
        throw StandardisedReturns.singular();
      }
      double before = change;
      double reached = height;
      double[] from = d;
      double[] next = newton(damping);
      change = next == null ? Double.NaN : evaluate(next);
      if (change < before || (height > reached && before > ROUNDING)) {
        damping /= 16;
      } else {
        change = evaluate(from);
        if (before <= ROUNDING && next != null) {
          return;
        }
        damping = 8 * Math.max(damping, 1e-16);
      }
    }
  }

  /** Sets the polar factor and what it leaves for a d; returns the greatest of it. */
  private double evaluate(double[] diagonal) {
    d = diagonal;
    double[][] scaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i][j] = d[i] * root[i][j];
      }
    }
    SingularValueDecomposition parts =
        new SingularValueDecomposition(new Array2DRowRealMatrix(scaled, false));
    left = parts.getU().getData();
    right = parts.getV().getData();
    values = parts.getSingularValues();
    height = (Statistics.sum(values) - Vectors.dot(d, d) / 2);
    double[][] turned = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        turned[i][j] = Vectors.dot(left[i], right[j]);
      }
    }
    rotated = new double[n][n];
    rest = new double[n];
    double change = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rotated[i][j] = Vectors.dot(turned[i], root[j]);
      }
      rest[i] = rotated[i][i] - d[i];
      change = Math.max(change, Math.abs(rest[i]));
    }
    return change;
  }

  /**
   * Where Newton's step leads, {@code null} if not upwards to a d above 0. With U·S·V' the singular
   * values of d·c and g = c·V, the diagonal of q·c changes with d_j by u_j'(P−P')g_j for its
   * element i, P with the elements u_ik·g_il/(s_k+s_l).
   */
  private double[] newton(double damping) {
    double[][] g = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Vectors.add(g[i], root[i][j], right[j]);
      }
    }
    double[][] matrix = new double[n][n];
    double[][] p = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int l = 0; l < n; l++) {
          p[k][l] = (left[i][k] * g[i][l] - left[i][l] * g[i][k]) / (values[k] + values[l]);
        }
      }
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = -Vectors.dot(left[j], Vectors.multiply(p, g[j]));
      }
      matrix[i][i] += 1 + damping;
    }
    Cholesky inside = Cholesky.of(matrix, 0);
    if (inside.isSingular()) {
      return null;
    }
    double[] next = sum(d, inside.solve(rest));
    for (double v : next) {
      if (!(v > 0)) {
        return null;
      }
    }
    return next;
  }

  private static double[] sum(double[] x, double[] y) {
    double[] sum = x.clone();
    Vectors.add(sum, 1, y);
    return sum;
  }
}
