package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EfficientFrontierTest {
  @Test
  void returnsRiseInEqualStepsAndRiskIsConvexInThem() {
    Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      double[][] returns = Samples.returns(random, 2 + random.nextInt(10), 150);
      EfficientFrontier.Point[] points =
          EfficientFrontier.points(returns, 11, new WeightBounds(-0.1, 0.9), 365);
      double step = points[1].meanReturn() - points[0].meanReturn();
      for (int k = 1; k < 11; k++) {
        assertEquals(step, points[k].meanReturn() - points[k - 1].meanReturn(), 1e-10);
        assertTrue(points[k].volatility() >= points[k - 1].volatility() - 1e-12);
      }
      for (int k = 1; k < 10; k++) {
        double middle = points[k].volatility() * 2;
        assertTrue(middle <= points[k - 1].volatility() + points[k + 1].volatility() + 1e-9);
      }
    }
  }

  @Test
  void theEndsAreTheLeastVarianceAndTheGreatestReturn() {
    double[][] returns = Samples.returns(new Random(2), 5, 200);
    EfficientFrontier.Point[] points =
        EfficientFrontier.points(returns, 4, WeightBounds.LONG_ONLY, 1);
    assertArrayEquals(
        PortfolioWeights.minimumVariance(returns, WeightBounds.LONG_ONLY), points[0].weights());
    double best = Double.NEGATIVE_INFINITY;
    for (double[] asset : returns) {
      best = Math.max(best, Statistics.mean(asset));
    }
    assertEquals(best, points[3].meanReturn(), 1e-15);
  }

  @Test
  void noRandomPortfolioOfThatReturnHasLessRisk() {
    Random random = new Random(3);
    double[][] returns = Samples.returns(random, 4, 100);
    EfficientFrontier.Point[] points =
        EfficientFrontier.points(returns, 200, WeightBounds.LONG_ONLY, 1);
    for (int k = 0; k < 500; k++) {
      double[] weights = Samples.weights(random, 4);
      double[] portfolio = Returns.portfolio(returns, weights);
      double mean = Statistics.mean(portfolio);
      double volatility = Statistics.standardDeviation(portfolio);
      for (EfficientFrontier.Point point : points) {
        assertTrue(point.meanReturn() > mean || point.volatility() <= volatility + 1e-12);
      }
    }
  }

  @Test
  void theTangentPortfolioIsTheGreatestSharpeRatio() {
    double[][] returns = Samples.returns(new Random(7), 4, 150);
    double best =
        RiskAdjusted.sharpe(
            Returns.portfolio(
                returns, PortfolioWeights.maximumSharpe(returns, WeightBounds.LONG_ONLY)),
            1);
    double found = 0;
    for (EfficientFrontier.Point point :
        EfficientFrontier.points(returns, 1000, WeightBounds.LONG_ONLY, 1)) {
      found = Math.max(found, point.meanReturn() / point.volatility());
    }
    assertTrue(found <= best * (1 + 1e-12) && found >= best * (1 - 1e-4), found + " " + best);
  }

  @Test
  void equalMeansGiveOnePortfolio() {
    double[][] returns = {{0.01, -0.01, 0.02, -0.02}, {0.02, 0.02, -0.02, -0.02}};
    EfficientFrontier.Point[] points =
        EfficientFrontier.points(returns, 3, WeightBounds.LONG_ONLY, 1);
    assertArrayEquals(points[0].weights(), points[2].weights());
    assertThrows(
        MetricException.class,
        () -> EfficientFrontier.points(returns, 1, WeightBounds.LONG_ONLY, 1));
  }
}
