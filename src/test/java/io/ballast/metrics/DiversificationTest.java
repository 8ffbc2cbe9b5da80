package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DiversificationTest {
  @Test
  void contributionsAddUpToTheVolatility() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      double[][] returns = Samples.returns(random, 6, 90);
      double[] weights = Samples.weights(random, 6);
      weights[round % 6] *= -1;
      double volatility = Diversification.portfolioVolatility(returns, weights, 365);
      double[] contributions = Diversification.riskContributions(returns, weights, 365);
      assertEquals(volatility, Statistics.sum(contributions), 1e-13 * volatility);
      assertEquals(1, Statistics.sum(Diversification.riskShares(returns, weights)), 1e-13);
    }
  }

  @Test
  void volatilityIsTheRootOfTheQuadraticForm() {
    Random random = new Random(2);
    double[][] returns = Samples.returns(random, 5, 200);
    double[] weights = Samples.weights(random, 5);
    double[][] covariance = Covariance.sample(returns);
    double variance = 0;
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        variance += weights[i] * weights[j] * covariance[i][j];
      }
    }
    assertEquals(
        Math.sqrt(variance), Diversification.portfolioVolatility(returns, weights, 1), 1e-15);
  }

  @Test
  void longOnlyPortfoliosDiversify() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      double[][] returns = Samples.returns(random, 4, 30);
      double[] weights = Samples.weights(random, 4);
      double ratio = Diversification.diversificationRatio(returns, weights);
      assertTrue(ratio >= 1);
      for (int i = 0; i < 4; i++) {
        weights[i] *= 7;
      }
      assertEquals(ratio, Diversification.diversificationRatio(returns, weights), 1e-13 * ratio);
    }
  }

  @Test
  void equalWeightsCountAsManyAssets() {
    for (int n = 1; n < 40; n++) {
      double[] weights = new double[n];
      java.util.Arrays.fill(weights, 0.7);
      assertEquals(n, Diversification.effectiveAssets(weights), 1e-12 * n);
    }
  }

  @Test
  void aPerfectHedgeHasNoRiskToShare() {
    double[][] one = Samples.returns(new Random(4), 1, 40);
    double[][] pair = {one[0], one[0], one[0]};
    double[] hedge = {0.1, 0.2, -0.3};
    MetricException e =
        assertThrows(MetricException.class, () -> Diversification.riskShares(pair, hedge));
    assertEquals(Failure.UNDEFINED, e.failure());
  }

  @Test
  void constantSeriesHaveZeroVolatility() {
    double[][] constant = {{0.1, 0.1, 0.1, 0.1}, {0.3, 0.3, 0.3, 0.3}};
    assertEquals(0, Diversification.portfolioVolatility(constant, new double[] {0.37, 0.63}, 365));
    assertArrayEquals(new double[] {0, 0}, Covariance.sample(constant)[0]);
  }
}
