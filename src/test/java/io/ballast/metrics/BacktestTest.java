package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacktestTest {
  @Test
  void aTrueModelIsRejectedAsOftenAsItsPValueSays() {
    Random random = new Random(1);
    int rejected = 0;
    for (int round = 0; round < 2000; round++) {
      double[] returns = random.doubles(500).map(u -> u - 0.05).toArray();
      double[] zero = new double[500];
      rejected += Backtest.kupiec(returns, zero, 0.95).pValue() < 0.1 ? 1 : 0;
    }
    assertTrue(rejected > 140 && rejected < 280, "rejected " + rejected);
  }

  @Test
  void breachesInARowAreNotIndependent() {
    double[] returns = new double[200];
    Arrays.fill(returns, 90, 100, -0.1);
    double[] valueAtRisk = new double[200];
    Arrays.fill(valueAtRisk, 0.05);
    Backtest.Independence test = Backtest.christoffersen(returns, valueAtRisk, 0.95);
    assertEquals(1, Backtest.kupiec(returns, valueAtRisk, 0.95).pValue(), 1e-12);
    assertTrue(test.independencePValue() < 1e-6 && test.conditionalPValue() < 1e-6);
  }

  @Test
  void aLossEqualToTheValueAtRiskIsNoBreach() {
    double[] returns = {-0.3, 0.01};
    assertEquals(0, Backtest.kupiec(returns, new double[] {0.1 + 0.2, 0.3}, 0.95).breaches());
  }

  @Test
  void zonesFollowTheBaselTable() {
    for (int x = 0; x <= 250; x++) {
      Backtest.Zone expected =
          x <= 4 ? Backtest.Zone.GREEN : x <= 9 ? Backtest.Zone.YELLOW : Backtest.Zone.RED;
      assertEquals(expected, Backtest.trafficLight(x, 250, 0.99));
    }
    assertThrows(MetricException.class, () -> Backtest.trafficLight(4.5, 250, 0.99));
  }

  @Test
  void theRegimeComparesWithItsOwnPast() {
    double[] returns = new double[100];
    Random random = new Random(2);
    for (int t = 0; t < 100; t++) {
      returns[t] = random.nextGaussian() * (t < 90 ? 0.01 : 0.1);
    }
    assertEquals(Regime.STRESSED, Regime.latest(returns, 10));
    for (int t = 90; t < 100; t++) {
      returns[t] *= 0.001;
    }
    assertEquals(Regime.CALM, Regime.latest(returns, 10));
    Arrays.fill(returns, 0.01);
    assertEquals(Regime.NORMAL, Regime.latest(returns, 10));
  }

  @Test
  void sellingTakesLongerWithLessVolume() {
    assertEquals(2, Liquidity.days(1_000_000, 5_000_000, 0.1));
    assertThrows(MetricException.class, () -> Liquidity.days(1, 0, 0.1));
    double[] returns = {0.01, -0.02};
    assertEquals(
        Failure.UNDEFINED,
        assertThrows(MetricException.class, () -> Liquidity.amihud(returns, new double[] {1, 0}))
            .failure());
  }
}
