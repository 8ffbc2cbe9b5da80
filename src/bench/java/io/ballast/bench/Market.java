package io.ballast.bench;

import java.util.Random;

/** Seeded returns, distributed as those of the peers: normal, mean 0.0005, deviation 0.03. */
final class Market {
  private Market() {}

  static double[] returns(int n, long seed) {
    Random random = new Random(seed);
    double[] returns = new double[n];
    for (int i = 0; i < n; i++) {
      returns[i] = 0.0005 + 0.03 * random.nextGaussian();
    }
    return returns;
  }

  /** One array per asset; each is a market factor and noise of its own. */
  static double[][] panel(int assets, int periods) {
    double[] market = returns(periods, 1);
    double[][] panel = new double[assets][];
    for (int i = 0; i < assets; i++) {
      panel[i] = returns(periods, 2 + i);
      double beta = 0.5 + (double) i / assets;
      for (int t = 0; t < periods; t++) {
        panel[i][t] += beta * market[t];
      }
    }
    return panel;
  }

  /** A column of cells, as a spreadsheet hands it over. */
  static Object[][] column(double[] values) {
    Object[][] cells = new Object[values.length][1];
    for (int i = 0; i < values.length; i++) {
      cells[i][0] = values[i];
    }
    return cells;
  }
}
