package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BetsTest {
  private static final double[][] ORTHOGONAL = {{1, 1, -1, -1}, {2, -2, 2, -2}, {4, -4, -4, 4}};

  @Test
  void equalRisksInUncorrelatedAssetsAreAsManyBets() {
    double[] weights = {4, 2, 1};
    assertEquals(3, Bets.effective(ORTHOGONAL, weights, Bets.Method.MINIMUM_TORSION), 1e-12);
    assertEquals(3, Bets.effective(ORTHOGONAL, weights, Bets.Method.PRINCIPAL), 1e-12);
    assertEquals(
        1, Bets.effective(ORTHOGONAL, new double[] {0, 1, 0}, Bets.Method.MINIMUM_TORSION), 1e-12);
  }

  @Test
  void betsAreBetweenOneAndTheAssets() {
    Random random = new Random(1);
    for (int round = 0; round < 40; round++) {
      int n = 2 + random.nextInt(12);
      double[][] returns = Samples.returns(random, n, 100);
      double[] weights = Samples.weights(random, n);
      for (Bets.Method method : Bets.Method.values()) {
        double bets = Bets.effective(returns, weights, method);
        assertTrue(bets >= 1 - 1e-12 && bets <= n + 1e-12, method + " " + bets);
      }
    }
  }

  @Test
  void equalWeightsOfEquallyCorrelatedAssetsAreFullyDiversifiedBets() {
    double[][] returns = {
      {1.5, 0.5, 0.5, -2.5, 0}, {0.5, 1.5, 0.5, -2.5, 0}, {0.5, 0.5, 1.5, -2.5, 0}
    };
    assertEquals(
        3, Bets.effective(returns, new double[] {1, 1, 1}, Bets.Method.MINIMUM_TORSION), 1e-10);
  }

  @Test
  void betsOfNearDoublesConvergeAsTheyBecomeDoubles() {
    Random random = new Random(8);
    for (int round = 0; round < 20; round++) {
      int n = 3 + random.nextInt(10);
      double[][] noise = new double[n + 1][100];
      for (double[] series : noise) {
        Arrays.setAll(series, t -> random.nextGaussian());
      }
      double[] weights = Samples.weights(random, n);
      double before = nearDoubles(noise, weights, 1e-3);
      double step = Double.POSITIVE_INFINITY;
      for (double share : new double[] {1e-4, 1e-5, 1e-6}) {
        double bets = nearDoubles(noise, weights, share);
        assertTrue(Math.abs(bets - before) <= 0.2 * step, "round " + round + " " + share);
        step = Math.abs(bets - before);
        before = bets;
      }
    }
  }

  /** Minimum-torsion bets of assets that are one series and a share of noise each. */
  private static double nearDoubles(double[][] noise, double[] weights, double share) {
    double[][] returns = new double[weights.length][100];
    for (int i = 0; i < returns.length; i++) {
      for (int t = 0; t < 100; t++) {
        returns[i][t] = noise[weights.length][t] + share * noise[i][t];
      }
    }
    return Bets.effective(returns, weights, Bets.Method.MINIMUM_TORSION);
  }

  @Test
  void allEigenvectorsAbsorbEverything() {
    double[][] returns = Samples.returns(new Random(2), 6, 50);
    double before = 0;
    for (int k = 1; k <= 6; k++) {
      double ratio = Bets.absorptionRatio(returns, k);
      assertTrue(ratio > before);
      before = ratio;
    }
    assertEquals(1, before, 1e-13);
    assertEquals(Bets.absorptionRatio(returns, 2), Bets.absorptionRatio(returns, Double.NaN));
    assertThrows(MetricException.class, () -> Bets.absorptionRatio(returns, 7));
  }

  @Test
  void theMeanTurbulenceIsTheNumberOfAssetsLessOneDegree() {
    double[][] returns = Samples.returns(new Random(3), 5, 80);
    double[] series = Turbulence.series(returns);
    assertEquals(5 * 79.0 / 80, Statistics.mean(series), 1e-10);
    returns[2][7] = Double.NaN;
    double[] gap = Turbulence.series(returns);
    assertTrue(Double.isNaN(gap[7]) && gap[8] > 0);
  }

  @Test
  void theLeastCorrelatedSubsetIsThatOfAFullSearch() {
    Random random = new Random(4);
    for (int round = 0; round < 30; round++) {
      int n = 4 + random.nextInt(5);
      double[][] returns = Samples.returns(random, n, 40);
      int count = 2 + random.nextInt(n - 2);
      double least = 2;
      for (int set = 0; set < 1 << n; set++) {
        if (Integer.bitCount(set) == count) {
          int chosen = set;
          int[] columns =
              java.util.stream.IntStream.range(0, n).filter(i -> (chosen >> i & 1) == 1).toArray();
          least = Math.min(least, Correlation.average(Samples.select(returns, columns)));
        }
      }
      int[] found = LeastCorrelated.choose(returns, count);
      assertEquals(least, Correlation.average(Samples.select(returns, found)), 1e-13);
    }
  }

  @Test
  void tiesGoToTheFirstColumns() {
    double[] x = Samples.returns(new Random(5), 1, 30)[0];
    double[][] same = {x, x.clone(), x.clone(), x.clone()};
    assertArrayEquals(new int[] {0, 1}, LeastCorrelated.choose(same, 2));
  }

  @Test
  void beyondTwentyAssetsTheSearchStartsFromTheLeastCorrelatedPair() {
    double[][] returns = Samples.returns(new Random(6), 25, 60);
    int[] pair = LeastCorrelated.choose(returns, 2);
    double least = Correlation.average(Samples.select(returns, pair));
    double[][] matrix = Correlation.matrix(returns, Correlation.Method.PEARSON);
    for (int i = 0; i < 25; i++) {
      for (int j = 0; j < i; j++) {
        assertTrue(matrix[i][j] >= least - 1e-12);
      }
    }
    assertEquals(25, LeastCorrelated.choose(returns, 25).length);
  }

  @Test
  void twentyAssetsAreSearchedInSeconds() {
    double[][] returns = Samples.returns(new Random(7), 20, 100);
    long start = System.nanoTime();
    LeastCorrelated.choose(returns, 10);
    assertTrue((System.nanoTime() - start) / 1e9 < 10);
  }
}
