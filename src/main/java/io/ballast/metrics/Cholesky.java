package io.ballast.metrics;

/** Cholesky factor of a symmetric positive definite matrix. */
final class Cholesky {
  private final double[][] factor;
  private final boolean singular;

  private Cholesky(double[][] factor, boolean singular) {
    this.factor = factor;
    this.singular = singular;
  }

  /**
   * Factorises a matrix, of which only the lower triangle is read.
   *
   * @param matrix symmetric
   * @param tolerance a pivot at most this share of its diagonal counts as 0
   */
  static Cholesky of(double[][] matrix, double tolerance) {
    int n = matrix.length;
    double[][] factor = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = new double[i + 1];
      factor[i] = row;
      for (int j = 0; j < i; j++) {
        double[] other = factor[j];
        row[j] = (matrix[i][j] - Vectors.dot(row, other, j)) / other[j];
      }
      double pivot = matrix[i][i] - Vectors.dot(row, row, i);
      if (!(pivot > tolerance * matrix[i][i])) {
        return new Cholesky(factor, true);
      }
      row[i] = Math.sqrt(pivot);
    }
    return new Cholesky(factor, false);
  }

  /** Whether a pivot was 0, so that nothing can be solved. */
  boolean isSingular() {
    return singular;
  }

  /** The solution of matrix·x = b. */
  double[] solve(double[] b) {
    double[] x = forward(b);
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= factor[i][i];
      for (int k = 0; k < i; k++) {
        x[k] -= factor[i][k] * x[i];
      }
    }
    return x;
  }

  /** The solution of factor·x = b, so that x'x = b'·matrix⁻¹·b. */
  double[] forward(double[] b) {
    double[] x = b.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] = (x[i] - Vectors.dot(factor[i], x, i)) / factor[i][i];
    }
    return x;
  }
}
