package io.ballast.metrics;

import java.util.Random;

/** Seeded inputs for tests. */
final class Samples {
  private Samples() {}

  /** Returns of assets that share a market factor, one array per asset. */
  static double[][] returns(Random random, int assets, int periods) {
    double[] betas = new double[assets];
    double[] noise = new double[assets];
    for (int i = 0; i < assets; i++) {
      betas[i] = 0.2 + 1.5 * random.nextDouble();
      noise[i] = 0.002 + 0.04 * random.nextDouble();
    }
    double[][] returns = new double[assets][periods];
    for (int t = 0; t < periods; t++) {
      double market = 0.0005 + 0.03 * random.nextGaussian();
      for (int i = 0; i < assets; i++) {
        returns[i][t] = betas[i] * market + noise[i] * random.nextGaussian();
      }
    }
    return returns;
  }

  /** Positive weights of sum 1. */
  static double[] weights(Random random, int assets) {
    double[] weights = new double[assets];
    double sum = 0;
    for (int i = 0; i < assets; i++) {
      weights[i] = -Math.log(1 - random.nextDouble());
      sum += weights[i];
    }
    for (int i = 0; i < assets; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  static double[][] select(double[][] returns, int... columns) {
    double[][] selected = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      selected[j] = returns[columns[j]];
    }
    return selected;
  }
}
