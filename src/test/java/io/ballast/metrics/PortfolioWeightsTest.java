package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PortfolioWeightsTest {
  private static final double PROMISED = 1e-10;
  private static final WeightBounds[] BOUNDS = {
    WeightBounds.LONG_ONLY,
    new WeightBounds(0, 0.4),
    new WeightBounds(-0.3, 0.8),
    new WeightBounds(0.01, 0.6),
    new WeightBounds(-2, 3)
  };

  @Test
  void conditionsOfOptimalityHoldForMinimumVariance() {
    Random random = new Random(1);
    for (int round = 0; round < 150; round++) {
      int n = 2 + random.nextInt(20);
      WeightBounds bounds = feasible(random, n);
      double[][] returns = awkward(random, n);
      double[] weights = PortfolioWeights.minimumVariance(returns, bounds);
      double residual =
          Optimality.residual(
              Covariance.sample(returns), new double[weights.length], 0, weights, bounds);
      assertTrue(residual <= PROMISED, "round " + round + " n " + n + ": " + residual);
    }
  }

  @Test
  void conditionsOfOptimalityHoldForTwoHundredAssets() {
    double[][] returns = Samples.returns(new Random(2), 200, 365);
    for (WeightBounds bounds : new WeightBounds[] {BOUNDS[0], BOUNDS[2]}) {
      double[] weights = PortfolioWeights.minimumVariance(returns, bounds);
      double[][] covariance = Covariance.sample(returns);
      assertTrue(Optimality.residual(covariance, weights, 0, weights, bounds) <= PROMISED);
      double[] ratio = PortfolioWeights.maximumDiversification(returns, bounds);
      double[] deviations = Covariance.deviations(returns);
      assertTrue(Optimality.ratioResidual(covariance, deviations, ratio, bounds) <= PROMISED);
    }
  }

  @Test
  void conditionsOfOptimalityHoldWithFewerPeriodsThanAssets() {
    double[][] returns = Samples.returns(new Random(3), 200, 60);
    double[] weights = PortfolioWeights.minimumVariance(returns, WeightBounds.LONG_ONLY);
    assertTrue(
        Optimality.residual(Covariance.sample(returns), weights, 0, weights, WeightBounds.LONG_ONLY)
            <= PROMISED);
  }

  @Test
  void conditionsOfOptimalityHoldForTheGreatestRatios() {
    Random random = new Random(4);
    for (int round = 0; round < 150; round++) {
      int n = 2 + random.nextInt(12);
      WeightBounds bounds = feasible(random, n);
      double[][] returns = Samples.returns(random, n, 30 + random.nextInt(200));
      double[][] covariance = Covariance.sample(returns);
      double[] deviations = Covariance.deviations(returns);
      double residual =
          Optimality.ratioResidual(
              covariance,
              deviations,
              PortfolioWeights.maximumDiversification(returns, bounds),
              bounds);
      assertTrue(residual <= PROMISED, "round " + round + ": " + residual);
      double[] means = new double[n];
      double greatest = 0;
      for (int i = 0; i < n; i++) {
        means[i] = Statistics.mean(returns[i]);
      }
      double[] best = bounds.greatest(means);
      for (int i = 0; i < n; i++) {
        greatest += best[i] * means[i];
      }
      if (greatest <= 0) {
        assertThrows(MetricException.class, () -> PortfolioWeights.maximumSharpe(returns, bounds));
        continue;
      }
      double sharpe =
          Optimality.ratioResidual(
              covariance, means, PortfolioWeights.maximumSharpe(returns, bounds), bounds);
      assertTrue(sharpe <= PROMISED, "round " + round + " " + bounds + ": " + sharpe);
    }
  }

  @Test
  void noRandomPortfolioIsBetter() {
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      double[][] returns = Samples.returns(random, 5, 120);
      double least =
          Diversification.portfolioVolatility(
              returns, PortfolioWeights.minimumVariance(returns, WeightBounds.LONG_ONLY), 1);
      double most =
          Diversification.diversificationRatio(
              returns, PortfolioWeights.maximumDiversification(returns, WeightBounds.LONG_ONLY));
      for (int k = 0; k < 200; k++) {
        double[] weights = Samples.weights(random, 5);
        assertTrue(Diversification.portfolioVolatility(returns, weights, 1) >= least);
        assertTrue(Diversification.diversificationRatio(returns, weights) <= most);
      }
    }
  }

  @Test
  void doubledAssetsShareAlike() {
    double[][] returns = Samples.returns(new Random(6), 3, 100);
    double[][] doubled = Samples.select(returns, 0, 1, 2, 1);
    double[] once = PortfolioWeights.maximumDiversification(returns, WeightBounds.LONG_ONLY);
    double[] twice = PortfolioWeights.maximumDiversification(doubled, WeightBounds.LONG_ONLY);
    assertEquals(twice[1], twice[3], 1e-9);
    assertEquals(once[1], twice[1] + twice[3], 1e-9);
    assertEquals(once[0], twice[0], 1e-9);
  }

  @Test
  void theOrderAndScaleOfAssetsChangeNothing() {
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      double[][] returns = Samples.returns(random, 6, 90);
      double[][] moved = Samples.select(returns, 5, 4, 3, 2, 1, 0);
      double[][] larger = new double[6][90];
      for (int i = 0; i < 6; i++) {
        for (int t = 0; t < 90; t++) {
          larger[i][t] = 1000 * returns[i][t];
        }
      }
      WeightBounds bounds = new WeightBounds(-0.1, 0.5);
      double[] weights = PortfolioWeights.minimumVariance(returns, bounds);
      double[] reversed = PortfolioWeights.minimumVariance(moved, bounds);
      assertArrayEquals(weights, PortfolioWeights.minimumVariance(larger, bounds), 1e-11);
      for (int i = 0; i < 6; i++) {
        assertEquals(weights[i], reversed[5 - i], 1e-11);
      }
    }
  }

  @Test
  void boundsThatAdmitNoPortfolioSayWhy() {
    double[][] returns = Samples.returns(new Random(8), 5, 30);
    MetricException e =
        assertThrows(
            MetricException.class,
            () -> PortfolioWeights.minimumVariance(returns, new WeightBounds(0, 0.15)));
    assertEquals(
        "max_weight: found 0.15, expected at least 1/5: the weights of all assets sum to 1",
        e.getMessage());
    assertArrayEquals(
        WeightBounds.equalWeights(5),
        PortfolioWeights.minimumVariance(returns, new WeightBounds(0, 0.2)));
  }

  @Test
  void conditionsOfOptimalityHoldForRatiosOfNearDoubles() {
    Random random = new Random(9);
    for (int round = 0; round < 60; round++) {
      double[][] returns = nearDoubles(random, 3 + random.nextInt(15));
      int n = returns.length;
      WeightBounds bounds =
          round % 2 == 0 ? new WeightBounds(0.98 / n, 1) : new WeightBounds(0, 1.05 / n);
      double residual = diversificationResidual(returns, bounds);
      assertTrue(residual <= PROMISED, "round " + round + ": " + residual);
    }
  }

  @Test
  void conditionsOfOptimalityHoldForRatiosWithinWideBounds() {
    Random random = new Random(11);
    for (int round = 0; round < 120; round++) {
      int n = 2 + random.nextInt(16);
      double[][] returns =
          round % 2 == 0
              ? nearDoubles(random, n)
              : Samples.returns(random, n, n + 5 + random.nextInt(80));
      double widest = round % 3 == 0 ? 100 : 5;
      double residual = diversificationResidual(returns, new WeightBounds(-widest, widest));
      assertTrue(residual <= PROMISED, "round " + round + ": " + residual);
    }
  }

  private static double diversificationResidual(double[][] returns, WeightBounds bounds) {
    return Optimality.ratioResidual(
        Covariance.sample(returns),
        Covariance.deviations(returns),
        PortfolioWeights.maximumDiversification(returns, bounds),
        bounds);
  }

  /** Assets whose correlations are above 0.99999. */
  private static double[][] nearDoubles(Random random, int n) {
    double[][] returns = Samples.returns(random, n, n + 10 + random.nextInt(150));
    for (int i = 1; i < n; i++) {
      for (int t = 0; t < returns[0].length; t++) {
        returns[i][t] = returns[0][t] * (1 + 0.1 * i) + 1e-5 * random.nextGaussian();
      }
    }
    return returns;
  }

  @Test
  void aRisklessPortfolioThatBeatsTheRateHasNoSharpeRatio() {
    double[] up = Samples.returns(new Random(10), 1, 60)[0];
    double[] down = new double[60];
    for (int t = 0; t < 60; t++) {
      down[t] = 0.002 - up[t];
    }
    MetricException e =
        assertThrows(
            MetricException.class,
            () ->
                PortfolioWeights.maximumSharpe(new double[][] {up, down}, WeightBounds.LONG_ONLY));
    assertEquals(Failure.UNDEFINED, e.failure());
  }

  private static WeightBounds feasible(Random random, int n) {
    while (true) {
      WeightBounds bounds = BOUNDS[random.nextInt(BOUNDS.length)];
      if (n * bounds.min() <= 1 && n * bounds.max() >= 1) {
        return bounds;
      }
    }
  }

  /** Few periods, doubled assets, assets of very different volatility, near doubles. */
  private static double[][] awkward(Random random, int n) {
    int periods = 3 + random.nextInt(60);
    double[][] returns = Samples.returns(random, n, periods);
    int kind = random.nextInt(5);
    if (kind == 1) {
      returns[n - 1] = returns[0].clone();
    }
    for (int t = 0; t < periods; t++) {
      if (kind == 2) {
        returns[0][t] *= 1e-4;
      } else if (kind == 3) {
        returns[n - 1][t] = returns[0][t] + 1e-6 * random.nextGaussian();
      } else if (kind == 4) {
        returns[0][t] = 0.001;
      }
    }
    return returns;
  }
}
