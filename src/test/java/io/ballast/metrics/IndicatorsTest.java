package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
  @Test
  void aRatchetingChandelierIsOnlyLoosenedAfterAClosingBreach() {
    Bars bars = bars(new Random(1), 500);
    for (Side side : Side.values()) {
      double[] stops = Channels.chandelier(bars, 10, 2, side, true);
      int restarts = 0;
      for (int t = 10; t < 500; t++) {
        boolean loosened = side.sign() * stops[t] < side.sign() * stops[t - 1];
        boolean breached = side.sign() * (bars.close()[t - 1] - stops[t - 1]) <= 0;
        assertTrue(breached || !loosened, side + " row " + t);
        restarts += loosened ? 1 : 0;
      }
      assertTrue(restarts > 0);
    }
  }

  @Test
  void shortsMirrorLongs() {
    Bars bars = bars(new Random(2), 300);
    Bars mirrored = mirror(bars);
    double[] longs = Channels.chandelier(bars, 5, 2, Side.LONG, true);
    double[] shorts = Channels.chandelier(mirrored, 5, 2, Side.SHORT, true);
    double[] rising = ParabolicSar.series(bars, 0.02, 0.2);
    double[] falling = ParabolicSar.series(mirrored, 0.02, 0.2);
    for (int t = 5; t < 300; t++) {
      assertEquals(1000 - longs[t], shorts[t], 1e-9);
      assertEquals(1000 - rising[t], falling[t], 1e-9);
    }
  }

  @Test
  void theChannelHoldsEveryBarOfItsPeriod() {
    Bars bars = bars(new Random(3), 200);
    double[][] channel = Channels.donchian(bars, 7);
    for (int t = 6; t < 200; t++) {
      for (int k = t - 6; k <= t; k++) {
        assertTrue(channel[0][t] >= bars.high()[k] && channel[1][t] <= bars.low()[k]);
      }
    }
    assertTrue(Double.isNaN(channel[0][5]));
  }

  @Test
  void theSupertrendStaysOnItsSideUntilTheCloseCrossesIt() {
    Bars bars = bars(new Random(4), 400);
    double[] trend = Channels.supertrend(bars, 10, 2);
    for (int t = 10; t < 400; t++) {
      boolean rising = trend[t] < bars.close()[t];
      boolean before = trend[t - 1] < bars.close()[t - 1];
      if (rising && before) {
        assertTrue(trend[t] >= trend[t - 1]);
      } else if (!rising && !before) {
        assertTrue(trend[t] <= trend[t - 1]);
      }
    }
    assertTrue(trend[9] > bars.close()[9], "starts as a downtrend");
  }

  @Test
  void anIncompleteBarIsSkipped() {
    Bars whole = bars(new Random(5), 60);
    double[] high = insert(whole.high(), 30);
    double[] low = insert(whole.low(), 30);
    double[] close = insert(whole.close(), 30);
    Bars gap = Bars.of(high, low, close);
    assertArrayEquals(
        insert(ParabolicSar.series(whole, 0.02, 0.2), 30), ParabolicSar.series(gap, 0.02, 0.2));
    assertArrayEquals(
        insert(Channels.supertrend(whole, 10, 3), 30), Channels.supertrend(gap, 10, 3));
    assertArrayEquals(
        insert(AverageTrueRange.series(whole, 14), 30), AverageTrueRange.series(gap, 14));
  }

  @Test
  void theStopIsHitAsOftenAsInASimulation() {
    Random random = new Random(6);
    int hits = 0;
    int paths = 4000;
    int steps = 2000;
    double time = 30 / 365.0;
    for (int k = 0; k < paths; k++) {
      double x = 0;
      boolean hit = false;
      for (int s = 0; s < steps && !hit; s++) {
        double dt = time / steps;
        x += (0.3 - 0.18) * dt + 0.6 * Math.sqrt(dt) * random.nextGaussian();
        hit = x <= Math.log(0.9);
      }
      hits += hit ? 1 : 0;
    }
    double expected = Stops.hitProbability(100, 90, 0.6, 30, 0.3, 365);
    assertEquals(expected, (double) hits / paths, 0.03);
  }

  @Test
  void hitProbabilitiesStayProbabilitiesAtTheExtremes() {
    for (double volatility : new double[] {1e-6, 1e-3, 0.5, 5, 100}) {
      for (double drift : new double[] {-50, -1, 0, 1, 50}) {
        for (double stop : new double[] {1e-9, 50, 99.9999, 100.0001, 200, 1e12}) {
          for (double days : new double[] {1e-6, 1, 1e6}) {
            double p = Stops.hitProbability(100, stop, volatility, days, drift, 365);
            assertTrue(p >= 0 && p <= 1, volatility + " " + drift + " " + stop + ": " + p);
          }
        }
      }
    }
    assertEquals(1, Stops.hitProbability(100, 90, 0.01, 3650, -5, 365), 1e-12);
    assertEquals(0, Stops.hitProbability(100, 90, 0.01, 3650, 5, 365), 1e-12);
  }

  @Test
  void aStopThatIsNeverHitChangesNothing() {
    double[] prices = {100, 101, 99, 104, 103};
    StopBacktest test = StopBacktest.run(prices, 0.5, true, 0);
    assertArrayEquals(test.without(), test.with());
    assertEquals(0, test.exits());
  }

  @Test
  void afterAnExitTheReturnsAreZeroUntilReentry() {
    double[] prices = {100, 80, 60, 90, 99};
    assertArrayEquals(
        new double[] {-0.2, 0, 0, 0}, StopBacktest.run(prices, 0.1, true, 0).with(), 1e-15);
    assertArrayEquals(
        new double[] {-0.2, 0, 0, 0.1}, StopBacktest.run(prices, 0.1, true, 2).with(), 1e-15);
  }

  @Test
  void aBreakevenStopPaysBothFees() {
    double fee = 0.002;
    double stop = Stops.breakeven(100, 95, 106, 1, fee);
    assertEquals(0, stop * (1 - fee) - 100 * (1 + fee), 1e-12);
    double cover = Stops.breakeven(100, 105, 94, 1, fee);
    assertEquals(0, 100 * (1 - fee) - cover * (1 + fee), 1e-12);
  }

  @Test
  void atTheLiquidationPriceTheMarginIsTheMaintenance() {
    double entry = 40_000;
    double leverage = 7;
    double margin = 0.01;
    for (Side side : Side.values()) {
      int sign = side.sign();
      double linear =
          PositionSizing.liquidationPrice(
              entry, leverage, margin, side, PositionSizing.Contract.LINEAR);
      assertEquals(margin * linear, entry / leverage + sign * (linear - entry), 1e-9);
      double inverse =
          PositionSizing.liquidationPrice(
              entry, leverage, margin, side, PositionSizing.Contract.INVERSE);
      assertEquals(
          margin / entry, 1 / (entry * leverage) + sign * (1 / entry - 1 / inverse), 1e-15);
    }
  }

  @Test
  void tradesBringEveryAssetToItsTarget() {
    double[] values = {6000, 3000, 1000};
    double[] targets = {0.2, 0.5, 0.1};
    double[] trades = Rebalancing.trades(values, targets, 0);
    for (int i = 0; i < 3; i++) {
      assertEquals(targets[i] * 10_000, values[i] + trades[i], 1e-9);
    }
    assertArrayEquals(
        new double[] {0, 0},
        Rebalancing.trades(new double[] {55, 45}, new double[] {0.5, 0.5}, 0.05));
    assertThrows(
        MetricException.class,
        () -> Rebalancing.trades(new double[] {1, -1}, new double[] {0.5, 0.5}, 0));
  }

  private static Bars bars(Random random, int n) {
    double[] high = new double[n];
    double[] low = new double[n];
    double[] close = new double[n];
    double price = 500;
    for (int t = 0; t < n; t++) {
      double open = price;
      price += 5 * random.nextGaussian();
      high[t] = Math.max(open, price) + 2 * random.nextDouble();
      low[t] = Math.min(open, price) - 2 * random.nextDouble();
      close[t] = price;
    }
    return Bars.of(high, low, close);
  }

  private static Bars mirror(Bars bars) {
    int n = bars.size();
    double[] high = new double[n];
    double[] low = new double[n];
    double[] close = new double[n];
    for (int t = 0; t < n; t++) {
      high[t] = 1000 - bars.low()[t];
      low[t] = 1000 - bars.high()[t];
      close[t] = 1000 - bars.close()[t];
    }
    return Bars.of(high, low, close);
  }

  private static double[] insert(double[] values, int at) {
    double[] longer = new double[values.length + 1];
    System.arraycopy(values, 0, longer, 0, at);
    longer[at] = Double.NaN;
    System.arraycopy(values, at, longer, at + 1, values.length - at);
    return longer;
  }
}
