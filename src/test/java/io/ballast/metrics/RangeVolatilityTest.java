package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RangeVolatilityTest {
  private static final int STEPS = 2000;

  /** Bars of a geometric random walk with this volatility a bar. */
  private static double[][] bars(Random random, int n, double volatility) {
    double[][] bars = new double[4][n];
    double log = 0;
    for (int i = 0; i < n; i++) {
      double high = log;
      double low = log;
      bars[0][i] = Math.exp(log);
      for (int k = 0; k < STEPS; k++) {
        log += volatility / Math.sqrt(STEPS) * random.nextGaussian();
        high = Math.max(high, log);
        low = Math.min(low, log);
      }
      bars[1][i] = Math.exp(high);
      bars[2][i] = Math.exp(low);
      bars[3][i] = Math.exp(log);
    }
    return bars;
  }

  @Test
  void everyEstimatorFindsTheVolatilityOfARandomWalk() {
    double[][] b = bars(new Random(21), 4000, 0.03);
    assertEquals(0.03, RangeVolatility.parkinson(b[1], b[2], 1), 0.0012);
    assertEquals(0.03, RangeVolatility.garmanKlass(b[0], b[1], b[2], b[3], 1), 0.0014);
    assertEquals(0.03, RangeVolatility.rogersSatchell(b[0], b[1], b[2], b[3], 1), 0.0014);
    assertEquals(0.03, RangeVolatility.yangZhang(b[0], b[1], b[2], b[3], 1), 0.0014);
  }

  @Test
  void theUnitOfThePricesDoesNotMatter() {
    double[][] b = bars(new Random(22), 50, 0.03);
    double[][] cents = new double[4][50];
    for (int j = 0; j < 4; j++) {
      for (int i = 0; i < 50; i++) {
        cents[j][i] = b[j][i] * 128;
      }
    }
    assertEquals(
        RangeVolatility.yangZhang(b[0], b[1], b[2], b[3], 365),
        RangeVolatility.yangZhang(cents[0], cents[1], cents[2], cents[3], 365));
    assertEquals(
        RangeVolatility.parkinson(b[1], b[2], 365),
        RangeVolatility.parkinson(cents[1], cents[2], 365));
  }

  @Test
  void aBarThatContradictsItselfIsRefused() {
    double[] one = {1};
    double[] two = {2};
    assertRefused("high", () -> RangeVolatility.parkinson(one, two, 365));
    assertRefused("close", () -> RangeVolatility.garmanKlass(one, one, one, two, 365));
    assertRefused("open", () -> RangeVolatility.rogersSatchell(one, two, two, two, 365));
  }

  private static void assertRefused(String argument, Runnable measure) {
    MetricException e = assertThrows(MetricException.class, measure::run);
    assertEquals(Failure.OUT_OF_DOMAIN, e.failure());
    assertEquals(argument, e.argument());
  }
}
