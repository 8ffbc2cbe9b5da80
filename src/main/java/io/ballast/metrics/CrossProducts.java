package io.ballast.metrics;

import java.util.Arrays;

/**
 * Sums of products of every pair of series. The periods are taken in blocks that stay in the cache,
 * each summed by itself and added to a total, so that rounding does not grow with the length.
 */
final class CrossProducts {
  private static final int BLOCK = 256;

  /** Sums whose rows stay in the nearest cache while all periods of a block are added. */
  private static final int TILE = 16;

  private CrossProducts() {}

  /**
   * Σ_t (x_i,t−m_i)(x_j,t−m_j) for every i and j, a symmetric matrix.
   *
   * @param x one array per series, all of the same length
   * @param centres m, one per series
   */
  static double[][] of(double[][] x, Centre[] centres) {
    double[] ones = new double[x[0].length];
    Arrays.fill(ones, 1);
    return of(x, centres, ones);
  }

  /**
   * Σ_t w_t·(x_i,t−m_i)(x_j,t−m_j) for every i and j, a symmetric matrix.
   *
   * @param x one array per series, all of the same length
   * @param centres m, one per series
   * @param weights w, one per period
   */
  static double[][] of(double[][] x, Centre[] centres, double[] weights) {
    int n = x.length;
    int padded = (n + 3) / 4 * 4;
    double[][] total = new double[n][n];
    double[][] sums = new double[padded][padded];
    double[][] rows = new double[BLOCK][padded];
    double[] rowWeights = new double[BLOCK];
    for (int from = 0; from < weights.length; from += BLOCK) {
      int periods = Math.min(BLOCK, weights.length - from);
      transpose(x, centres, from, periods, rows);
      Arrays.fill(rowWeights, 0);
      System.arraycopy(weights, from, rowWeights, 0, periods);
      for (int i = 0; i < n; i += TILE) {
        addTile(rows, rowWeights, periods, i, Math.min(n, i + TILE), sums);
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          total[i][j] += sums[i][j];
        }
        Arrays.fill(sums[i], 0);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        total[j][i] = total[i][j];
      }
    }
    return total;
  }

  /** Deviations, one array per period; eight series at a time, as many as fill a line of cache. */
  private static void transpose(
      double[][] x, Centre[] centres, int from, int periods, double[][] rows) {
    for (int first = 0; first < x.length; first += 8) {
      int end = Math.min(x.length, first + 8);
      for (int i = first; i < end; i++) {
        double[] series = x[i];
        double mean = centres[i].mean();
        double rest = centres[i].rest();
        for (int t = 0; t < periods; t++) {
          rows[t][i] = (series[from + t] - mean) - rest;
        }
      }
    }
  }

  /** Adds all periods to the sums of some series with those up to them, two periods at once. */
  private static void addTile(
      double[][] rows, double[] weights, int periods, int first, int end, double[][] sums) {
    for (int t = 0; t < periods; t += 2) {
      double[] x = rows[t];
      double[] y = rows[t + 1];
      double v = weights[t];
      double w = weights[t + 1];
      for (int i = first; i < end; i += 4) {
        addFour(
            x,
            y,
            v * x[i],
            w * y[i],
            sums[i],
            v * x[i + 1],
            w * y[i + 1],
            sums[i + 1],
            v * x[i + 2],
            w * y[i + 2],
            sums[i + 2],
            v * x[i + 3],
            w * y[i + 3],
            sums[i + 3],
            i + 4);
      }
    }
  }

  /** Adds a·x + b·y to four arrays, in the form that the compiler turns into vector operations. */
  private static void addFour(
      double[] x,
      double[] y,
      double a0,
      double b0,
      double[] s0,
      double a1,
      double b1,
      double[] s1,
      double a2,
      double b2,
      double[] s2,
      double a3,
      double b3,
      double[] s3,
      int count) {
    for (int j = 0; j < count; j++) {
      double p = x[j];
      double q = y[j];
      s0[j] = Math.fma(a0, p, Math.fma(b0, q, s0[j]));
      s1[j] = Math.fma(a1, p, Math.fma(b1, q, s1[j]));
      s2[j] = Math.fma(a2, p, Math.fma(b2, q, s2[j]));
      s3[j] = Math.fma(a3, p, Math.fma(b3, q, s3[j]));
    }
  }
}
