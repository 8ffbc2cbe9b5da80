package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StopsTest {
  private static final double NONE = Double.NaN;

  @Test
  void aTrailingStopIsNeverLoosened() {
    Random random = new Random(1);
    double[] prices = new double[500];
    prices[0] = 100;
    for (int t = 1; t < prices.length; t++) {
      prices[t] = prices[t - 1] * Math.exp(0.05 * random.nextGaussian());
    }
    double[] longs = Stops.trailing(prices, 0.1, Side.LONG);
    double[] shorts = Stops.trailing(prices, 0.1, Side.SHORT);
    for (int t = 1; t < prices.length; t++) {
      assertTrue(longs[t] >= longs[t - 1]);
      assertTrue(shorts[t] <= shorts[t - 1]);
    }
  }

  @Test
  void heatNeverHidesAnUnlimitedRisk() {
    double[] one = {1};
    assertEquals(1, Stops.heat(100, one, new double[] {100}, new double[] {NONE}));
    assertEquals(
        Failure.OUT_OF_DOMAIN,
        assertThrows(
                MetricException.class,
                () -> Stops.heat(100, new double[] {-1}, new double[] {100}, new double[] {NONE}))
            .failure());
    assertThrows(
        MetricException.class, () -> Stops.heat(100, one, new double[] {100}, new double[] {101}));
    assertEquals(0, Stops.heat(100, one, new double[] {0.3}, new double[] {0.1 + 0.2}));
  }

  @Test
  void heatSkipsRowsWithoutUnits() {
    assertEquals(
        0.1,
        Stops.heat(100, new double[] {1, NONE}, new double[] {100, 50}, new double[] {90, NONE}));
  }

  @Test
  void wildersAverageStartsWithTheMeanOfTheFirstRanges() {
    Bars bars =
        Bars.of(
            new double[] {10, 12, 11, 13, 14},
            new double[] {9, 9, 10, 8, 13},
            new double[] {9.5, 11, 10.5, 12, 13.5});
    assertArrayEquals(new double[] {1, 3, 1, 5, 2}, AverageTrueRange.trueRange(bars), 1e-15);
    double[] expected = {NONE, NONE, 5.0 / 3, 25.0 / 9, 68.0 / 27};
    assertArrayEquals(expected, AverageTrueRange.series(bars, 3), 1e-15);
    assertEquals(68.0 / 27, AverageTrueRange.latest(bars, 3), 1e-15);
  }

  @Test
  void aHighBelowItsLowIsRefused() {
    MetricException e =
        assertThrows(
            MetricException.class, () -> Bars.of(new double[] {10, 9}, new double[] {9, 10}));
    assertEquals("high: found row 2: 9, expected at least the low, 10", e.getMessage());
  }

  @Test
  void aStopAtOrBelowZeroIsRefused() {
    assertThrows(MetricException.class, () -> Stops.averageTrueRange(10, 5, 2, Side.LONG));
    assertEquals(20, Stops.averageTrueRange(10, 5, 2, Side.SHORT));
  }
}
