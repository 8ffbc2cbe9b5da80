package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RiskParityTest {
  @Test
  void riskSharesAreTheBudgets() {
    Random random = new Random(1);
    for (int round = 0; round < 60; round++) {
      int n = 2 + random.nextInt(30);
      double[][] returns = Samples.returns(random, n, 4 + random.nextInt(200));
      double[] budgets = Samples.weights(random, n);
      double[] shares = Diversification.riskShares(returns, RiskParity.weights(returns, budgets));
      for (int i = 0; i < n; i++) {
        assertEquals(budgets[i], shares[i], 3e-12 * budgets[i], "round " + round);
      }
    }
  }

  @Test
  void twoHundredAssetsWithFewerPeriodsHaveEqualShares() {
    double[][] returns = Samples.returns(new Random(2), 200, 100);
    double[] shares = Diversification.riskShares(returns, RiskParity.equal(returns));
    for (double share : shares) {
      assertEquals(1.0 / 200, share, 1e-13);
    }
  }

  @Test
  void theScaleOfBudgetsDoesNotMatter() {
    double[][] returns = Samples.returns(new Random(3), 3, 80);
    assertArrayEquals(
        RiskParity.weights(returns, new double[] {0.5, 0.3, 0.2}),
        RiskParity.weights(returns, new double[] {5, 3, 2}),
        1e-14);
  }

  @Test
  void uncorrelatedAssetsAreWeightedByInverseVolatility() {
    double[][] returns = {{1, 1, -1, -1}, {2, -2, 2, -2}, {4, -4, -4, 4}};
    assertArrayEquals(new double[] {4 / 7.0, 2 / 7.0, 1 / 7.0}, RiskParity.equal(returns), 1e-14);
  }

  @Test
  void smallBudgetsAreMetToo() {
    double[][] returns = Samples.returns(new Random(5), 4, 80);
    double[] budgets = {1e-9, 1, 1, 1e-3};
    double[] shares = Diversification.riskShares(returns, RiskParity.weights(returns, budgets));
    for (int i = 0; i < 4; i++) {
      assertTrue(Math.abs(shares[i] / shares[1] - budgets[i]) <= 1e-6 * budgets[i]);
    }
  }

  @Test
  void assetsThatCancelHaveNoSolution() {
    double[] up = Samples.returns(new Random(4), 1, 50)[0];
    double[] down = Arrays.stream(up).map(r -> -r).toArray();
    MetricException e =
        assertThrows(MetricException.class, () -> RiskParity.equal(new double[][] {up, down}));
    assertEquals(Failure.OUT_OF_DOMAIN, e.failure());
  }
}
