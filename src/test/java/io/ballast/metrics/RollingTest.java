package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RollingTest {
  @Test
  void everyWindowOfALongSeriesEqualsAFreshComputation() {
    Random random = new Random(1);
    double[] x = new double[1_000_000];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double size = i % 5000 == 4999 ? 100 : 0.02;
      y[i] = random.nextGaussian() * size;
      x[i] = 0.3 * y[i] + random.nextGaussian() * 0.01;
    }
    int window = 30;
    double[] volatility = Rolling.volatility(x, window, 365);
    double[] beta = Rolling.beta(x, y, window);
    double[] sharpe = Rolling.sharpe(x, window, 365);
    double[] correlation = Rolling.correlation(x, y, window);
    for (int i = window - 1; i < x.length; i += 997) {
      double[] a = Arrays.copyOfRange(x, i - window + 1, i + 1);
      double[] b = Arrays.copyOfRange(y, i - window + 1, i + 1);
      assertNear(Volatility.volatility(a, 365), volatility[i]);
      assertNear(MarketModel.beta(a, b), beta[i]);
      assertEquals(RiskAdjusted.sharpe(a, 365), sharpe[i], 1e-12 * (1 + Math.abs(sharpe[i])));
      double r2 = MarketModel.rSquared(a, b);
      assertEquals(r2, correlation[i] * correlation[i], 1e-12);
    }
  }

  @Test
  @Tag("thorough")
  void noDriftOverAMillionStepsWhateverTheWindowAndTheOutliers() {
    Random random = new Random(4);
    double[] x = new double[1_000_000];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double size = random.nextInt(3000) == 0 ? 1000 : 0.02;
      y[i] = 50 + random.nextGaussian() * size;
      x[i] = 0.3 * y[i] + random.nextGaussian() * 0.01;
    }
    for (int window : new int[] {2, 7, 365, 5000}) {
      double[] volatility = Rolling.volatility(x, window, 365);
      double[] beta = Rolling.beta(x, y, window);
      double[] sharpe = Rolling.sharpe(x, window, 365);
      int step = 37 + window;
      for (int i = window - 1; i < x.length; i += step) {
        double[] a = Arrays.copyOfRange(x, i - window + 1, i + 1);
        double[] b = Arrays.copyOfRange(y, i - window + 1, i + 1);
        assertNear(Volatility.volatility(a, 365), volatility[i]);
        double slope = Statistics.standardDeviation(a) / Statistics.standardDeviation(b);
        assertEquals(MarketModel.beta(a, b), beta[i], 1e-12 * slope);
        assertNear(RiskAdjusted.sharpe(a, 365), sharpe[i]);
      }
    }
  }

  @Test
  void aLargeOffsetCostsNoAccuracy() {
    Random random = new Random(2);
    double[] x = new double[20_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = 1e6 + random.nextInt(1000);
    }
    double[] plain = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      plain[i] = x[i] - 1e6;
    }
    double[] shifted = Rolling.volatility(x, 17, 1);
    double[] expected = Rolling.volatility(plain, 17, 1);
    for (int i = 16; i < x.length; i++) {
      assertEquals(expected[i], shifted[i], 1e-14 * expected[i]);
    }
  }

  @Test
  void constantWindowsHaveZeroVolatilityAndNoBetaBesideAnOutlier() {
    double[] x = {1e9, 0.1, 0.1, 0.1, 0.1, 0.2, 0.3};
    double[] volatility = Rolling.volatility(x, 3, 365);
    assertEquals(0.0, volatility[3]);
    assertEquals(0.0, volatility[4]);
    assertTrue(volatility[5] > 0);
    double[] beta = Rolling.beta(new double[] {1, 2, 3, 4, 5, 6, 8}, x, 3);
    assertEquals(Double.POSITIVE_INFINITY, beta[3]);
    assertEquals(15, beta[6], 1e-12);
  }

  @Test
  void aWindowWithAMissingValueIsNotAvailable() {
    double[] x = {1, 2, Double.NaN, 4, 6, 9};
    double[] volatility = Rolling.volatility(x, 2, 1);
    assertTrue(Double.isNaN(volatility[0]));
    assertEquals(Math.sqrt(0.5), volatility[1], 1e-15);
    assertTrue(Double.isNaN(volatility[2]));
    assertTrue(Double.isNaN(volatility[3]));
    assertEquals(Math.sqrt(2), volatility[4], 1e-15);
  }

  @Test
  void everyWindowLengthAgreesWithAFreshComputation() {
    Random random = new Random(3);
    for (int window = 2; window < 40; window++) {
      double[] x = random.doubles(100).toArray();
      double[] volatility = Rolling.volatility(x, window, 1);
      for (int i = 0; i < x.length; i++) {
        if (i < window - 1) {
          assertTrue(Double.isNaN(volatility[i]));
        } else {
          double[] a = Arrays.copyOfRange(x, i - window + 1, i + 1);
          assertNear(Statistics.standardDeviation(a), volatility[i]);
        }
      }
    }
  }

  @Test
  void aWindowBelowTwoIsOutOfDomain() {
    MetricException e =
        assertThrows(MetricException.class, () -> Rolling.volatility(new double[] {1, 2}, 1, 365));
    assertEquals(Failure.OUT_OF_DOMAIN, e.failure());
  }

  private static void assertNear(double expected, double actual) {
    assertEquals(expected, actual, 1e-12 * Math.abs(expected));
  }
}
