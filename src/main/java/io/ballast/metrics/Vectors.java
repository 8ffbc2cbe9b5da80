package io.ballast.metrics;

/** Arithmetic of vectors whose rounding does not matter; see {@link Statistics} where it does. */
final class Vectors {
  private Vectors() {}

  /** a'b. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The product of a matrix, one array per row, and a vector. */
  static double[] multiply(double[][] matrix, double[] x) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], x);
    }
    return product;
  }

  /** x'Mx. */
  static double quadratic(double[][] matrix, double[] x) {
    return dot(x, multiply(matrix, x));
  }
}
