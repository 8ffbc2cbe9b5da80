package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KellyTest {
  @Test
  void weightsSolveTheNormalEquations() {
    Random random = new Random(1);
    double[][] excess = Samples.returns(random, 5, 120);
    double[] weights = Kelly.weights(excess, 1);
    double[][] covariance = Covariance.sample(excess);
    for (int i = 0; i < 5; i++) {
      double sum = 0;
      for (int j = 0; j < 5; j++) {
        sum += covariance[i][j] * weights[j];
      }
      assertEquals(Statistics.mean(excess[i]), sum, 1e-15);
    }
    double[][] one = {excess[0]};
    assertEquals(Kelly.ofReturns(excess[0], 0.5), Kelly.weights(one, 0.5)[0], 1e-12);
  }

  @Test
  void aSingularCovarianceHasNoWeights() {
    double[][] excess = Samples.returns(new Random(2), 3, 40);
    double[][] doubled = Samples.select(excess, 0, 1, 0);
    assertEquals(
        Failure.OUT_OF_DOMAIN,
        assertThrows(MetricException.class, () -> Kelly.weights(doubled, 1)).failure());
  }

  @Test
  void noOtherShareGrowsFasterThanOptimalF() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      double[] results = new double[20];
      for (int t = 0; t < 20; t++) {
        results[t] = 0.3 + random.nextGaussian();
      }
      results[0] = -1.5;
      double f = Kelly.optimalF(results);
      double best = growth(results, f);
      for (double other = 0; other < 1; other += 0.01) {
        assertTrue(growth(results, other) <= best + 1e-14);
      }
    }
  }

  @Test
  void theChanceOfRuinFallsWithSmallerBetsAndMeetsItsEquation() {
    double before = 1;
    for (double risk = 0.08; risk > 0.005; risk /= 1.3) {
      double chance = Kelly.riskOfRuin(0.55, 1, risk, 0.5);
      assertTrue(chance <= before);
      before = chance;
      double theta = Math.log(chance) / Math.log(0.5);
      assertEquals(1, 0.55 * Math.pow(1 + risk, -theta) + 0.45 * Math.pow(1 - risk, -theta), 1e-12);
    }
    assertEquals(0, Kelly.riskOfRuin(1, 1, 0.5, 0.5));
    assertEquals(1, Kelly.riskOfRuin(0, 1, 0.5, 0.5));
  }

  @Test
  void halfKellyRarelyHalvesTheCapital() {
    assertEquals(0.125, Kelly.lossProbability(0.5, 0.5), 1e-15);
    assertEquals(1, Kelly.lossProbability(2, 0.5));
    assertThrows(MetricException.class, () -> Kelly.lossProbability(1, 1));
  }

  private static double growth(double[] results, double f) {
    double growth = 0;
    for (double x : results) {
      growth += Math.log1p(f * x / -worst(results));
    }
    return growth;
  }

  private static double worst(double[] results) {
    double worst = 0;
    for (double x : results) {
      worst = Math.min(worst, x);
    }
    return worst;
  }
}
