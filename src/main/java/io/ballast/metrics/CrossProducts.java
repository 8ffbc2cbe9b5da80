package io.ballast.metrics;

/**
 * Sums of products of every pair of series. The periods are taken in blocks that stay in the cache,
 * each summed by itself and added to a total, so that rounding does not grow with the length.
 */
final class CrossProducts {
  private static final int BLOCK = 256;

  private CrossProducts() {}

  /**
   * Σ_t x_i,t·x_j,t for every i and j, a symmetric matrix.
   *
   * @param x one array per series, all of the same length
   */
  static double[][] of(double[][] x) {
    int n = x.length;
    int padded = (n + 3) / 4 * 4;
    double[][] total = new double[n][n];
    double[] block = new double[BLOCK * padded];
    for (int from = 0; from < x[0].length; from += BLOCK) {
      int periods = Math.min(BLOCK, x[0].length - from);
      pack(x, from, periods, block);
      for (int i = 0; i < n; i += 4) {
        for (int j = 0; j <= i; j += 4) {
          addTile(block, periods, i, j, total);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        total[j][i] = total[i][j];
      }
    }
    return total;
  }

  /** Four series side by side, period by period, so that a tile reads straight on. */
  private static void pack(double[][] x, int from, int periods, double[] block) {
    for (int i = 0; i < x.length; i++) {
      double[] series = x[i];
      int place = (i & ~3) * BLOCK + (i & 3);
      for (int t = 0; t < periods; t++) {
        block[place + 4 * t] = series[from + t];
      }
    }
  }

  /** The sixteen sums of four series with four others. */
  private static void addTile(double[] block, int periods, int i, int j, double[][] total) {
    int a = i * BLOCK;
    int b = j * BLOCK;
    double s00 = 0;
    double s01 = 0;
    double s02 = 0;
    double s03 = 0;
    double s10 = 0;
    double s11 = 0;
    double s12 = 0;
    double s13 = 0;
    double s20 = 0;
    double s21 = 0;
    double s22 = 0;
    double s23 = 0;
    double s30 = 0;
    double s31 = 0;
    double s32 = 0;
    double s33 = 0;
    for (int t = 0; t < 4 * periods; t += 4) {
      double b0 = block[b + t];
      double b1 = block[b + t + 1];
      double b2 = block[b + t + 2];
      double b3 = block[b + t + 3];
      double v = block[a + t];
      s00 = Math.fma(v, b0, s00);
      s01 = Math.fma(v, b1, s01);
      s02 = Math.fma(v, b2, s02);
      s03 = Math.fma(v, b3, s03);
      v = block[a + t + 1];
      s10 = Math.fma(v, b0, s10);
      s11 = Math.fma(v, b1, s11);
      s12 = Math.fma(v, b2, s12);
      s13 = Math.fma(v, b3, s13);
      v = block[a + t + 2];
      s20 = Math.fma(v, b0, s20);
      s21 = Math.fma(v, b1, s21);
      s22 = Math.fma(v, b2, s22);
      s23 = Math.fma(v, b3, s23);
      v = block[a + t + 3];
      s30 = Math.fma(v, b0, s30);
      s31 = Math.fma(v, b1, s31);
      s32 = Math.fma(v, b2, s32);
      s33 = Math.fma(v, b3, s33);
    }
    addRow(total, i, j, s00, s01, s02, s03);
    addRow(total, i + 1, j, s10, s11, s12, s13);
    addRow(total, i + 2, j, s20, s21, s22, s23);
    addRow(total, i + 3, j, s30, s31, s32, s33);
  }

  private static void addRow(
      double[][] total, int i, int j, double s0, double s1, double s2, double s3) {
    if (i < total.length) {
      double[] row = total[i];
      row[j] += s0;
      if (j + 1 < row.length) {
        row[j + 1] += s1;
      }
      if (j + 2 < row.length) {
        row[j + 2] += s2;
      }
      if (j + 3 < row.length) {
        row[j + 3] += s3;
      }
    }
  }
}
