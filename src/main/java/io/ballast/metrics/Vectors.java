package io.ballast.metrics;

/** Arithmetic of vectors whose rounding does not matter; see {@link Statistics} where it does. */
final class Vectors {
  private Vectors() {}

  /** a'b. */
  static double dot(double[] a, double[] b) {
    return dot(a, b, a.length);
  }

  /** a'b of so many elements from the first; four sums side by side, which need not wait. */
  static double dot(double[] a, double[] b, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i <= count - 4; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < count; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Adds c·x to a sum. */
  static void add(double[] sum, double c, double[] x) {
    for (int i = 0; i < x.length; i++) {
      sum[i] += c * x[i];
    }
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
