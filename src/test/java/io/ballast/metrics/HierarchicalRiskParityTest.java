package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HierarchicalRiskParityTest {
  @Test
  void weightsArePositiveAndSumToOne() {
    Random random = new Random(1);
    for (int n = 1; n < 40; n++) {
      double[] weights = HierarchicalRiskParity.weights(Samples.returns(random, n, 60));
      assertEquals(1, Statistics.sum(weights), 1e-14);
      assertTrue(Arrays.stream(weights).allMatch(w -> w > 0));
    }
  }

  @Test
  void twoAssetsAreWeightedByInverseVariance() {
    double[][] returns = Samples.returns(new Random(2), 2, 60);
    double a = 1 / Statistics.variance(returns[0]);
    double b = 1 / Statistics.variance(returns[1]);
    assertArrayEquals(
        new double[] {a / (a + b), b / (a + b)}, HierarchicalRiskParity.weights(returns), 1e-14);
  }

  @Test
  void theOrderHoldsEachAssetOnceAndClustersTogether() {
    double[][] c = {
      {1, 0.1, 0.9, 0.2, 0.1},
      {0.1, 1, 0.2, 0.1, 0.8},
      {0.9, 0.2, 1, 0.1, 0.1},
      {0.2, 0.1, 0.1, 1, 0.3},
      {0.1, 0.8, 0.1, 0.3, 1}
    };
    // scipy.cluster.hierarchy: to_tree(linkage(d, "single")).pre_order()
    assertArrayEquals(new int[] {0, 2, 3, 1, 4}, HierarchicalRiskParity.order(c));
    assertArrayEquals(
        IntStream.range(0, 5).toArray(),
        Arrays.stream(HierarchicalRiskParity.order(c)).sorted().toArray());
  }

  @Test
  void tiesAreOrderedAsScipyDoes() {
    double[][] equal = new double[5][5];
    for (int i = 0; i < 5; i++) {
      Arrays.fill(equal[i], 0.5);
      equal[i][i] = 1;
    }
    assertArrayEquals(new int[] {4, 3, 2, 0, 1}, HierarchicalRiskParity.order(equal));
    double[][] rounded = {
      {1, 0.2, 0.2, 0, 0.2, 0.5, -0.1, -0.1},
      {0.2, 1, -0.5, -0.2, -0.3, 0.1, -0.6, -0.4},
      {0.2, -0.5, 1, 0.4, -0.2, 0.2, 0.4, 0.1},
      {0, -0.2, 0.4, 1, 0.2, 0, 0, 0.1},
      {0.2, -0.3, -0.2, 0.2, 1, 0.1, 0, 0.1},
      {0.5, 0.1, 0.2, 0, 0.1, 1, -0.2, 0.1},
      {-0.1, -0.6, 0.4, 0, 0, -0.2, 1, 0.2},
      {-0.1, -0.4, 0.1, 0.1, 0.1, 0.1, 0.2, 1}
    };
    assertArrayEquals(new int[] {7, 4, 6, 2, 3, 1, 0, 5}, HierarchicalRiskParity.order(rounded));
  }
}
