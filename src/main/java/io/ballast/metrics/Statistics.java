package io.ballast.metrics;

import java.util.Arrays;

/**
 * Sums, means, variances and covariances that stay accurate for ill-conditioned series.
 *
 * <p>Sums are compensated, deviations are from a mean carried in two numbers (two passes: Chan,
 * Golub and LeVeque 1983), and a constant series has a variance of exactly 0.
 */
public final class Statistics {
  private Statistics() {}

  /**
   * Compensated sum.
   *
   * @param x the values; an empty array sums to 0
   */
  public static double sum(double[] x) {
    return CompensatedSum.of(x).value();
  }

  /**
   * Arithmetic mean.
   *
   * @param x at least one value
   */
  public static double mean(double[] x) {
    return sum(x) / x.length;
  }

  /**
   * Sample variance, Σ(x−m)²/(n−1).
   *
   * @param x at least two values
   */
  public static double variance(double[] x) {
    return covariance(x, x);
  }

  /** Sample standard deviation, the root of {@link #variance}. */
  public static double standardDeviation(double[] x) {
    return Math.sqrt(variance(x));
  }

  /**
   * Sample covariance, Σ(x−m)(y−n)/(n−1); exactly 0 when either series is constant.
   *
   * @param x at least two values
   * @param y as many
   */
  public static double covariance(double[] x, double[] y) {
    return sumOfProducts(x, y) / (x.length - 1);
  }

  /** Σ(x−m)(y−n), exactly 0 when either series is constant. */
  public static double sumOfProducts(double[] x, double[] y) {
    if (isConstant(x) || isConstant(y)) {
      return 0;
    }
    Centre m = Centre.of(x);
    return x == y
        ? CompensatedSum.ofSquares(x, m)
        : CompensatedSum.ofProducts(x, m, y, Centre.of(y));
  }

  /**
   * The shape of a distribution by moments about the mean that divide by n.
   *
   * @param skewness g1 = m3/m2^1.5
   * @param excessKurtosis g2 = m4/m2² − 3
   */
  public record Shape(double skewness, double excessKurtosis) {}

  /**
   * Skewness and excess kurtosis.
   *
   * @param x values that are not all equal
   */
  public static Shape shape(double[] x) {
    Centre centre = Centre.of(x);
    double scale = Math.sqrt(CompensatedSum.ofSquares(x, centre) / x.length);
    double[] cubes = new double[x.length];
    double[] fourths = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double d = centre.deviation(x[i]) / scale;
      cubes[i] = d * d * d;
      fourths[i] = cubes[i] * d;
    }
    return new Shape(sum(cubes) / x.length, sum(fourths) / x.length - 3);
  }

  /** Whether all values are equal. An empty series counts as constant. */
  public static boolean isConstant(double[] x) {
    for (int i = 1; i < x.length; i++) {
      if (x[i] != x[0]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Differences x − y. When all of them are equal but for the rounding of their terms, they are all
   * the first one exactly, so that two series a constant apart differ by a constant.
   *
   * @param x the values
   * @param y as many
   */
  public static double[] difference(double[] x, double[] y) {
    double[] d = new double[x.length];
    boolean same = true;
    for (int i = 0; i < x.length; i++) {
      d[i] = x[i] - y[i];
      double terms = Math.max(Math.abs(x[i]) + Math.abs(y[i]), Math.abs(x[0]) + Math.abs(y[0]));
      same &= Math.abs(d[i] - d[0]) <= 2 * Math.ulp(terms);
    }
    if (same && d.length > 0) {
      Arrays.fill(d, d[0]);
    }
    return d;
  }
}
