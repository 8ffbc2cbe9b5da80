package io.ballast.metrics;

import java.util.Arrays;

/** Stops that follow the highs, lows and ranges of the latest bars. */
public final class Channels {
  private Channels() {}

  /**
   * Donchian channel: the highest high and the lowest low of the latest bars, the current one
   * included.
   *
   * <ul>
   *   <li>A period that is not a whole number of at least 1: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param bars the bars; closes are not used
   * @param period bars in the channel
   * @return two arrays, upper and lower, {@code NaN} where the window is not full or holds an
   *     incomplete bar
   */
  public static double[][] donchian(Bars bars, double period) {
    int n = Checks.whole("period", period, 1);
    double[] upper = new double[bars.size()];
    double[] lower = new double[bars.size()];
    int full = 0;
    for (int t = 0; t < upper.length; t++) {
      full = bars.complete(t) ? full + 1 : 0;
      upper[t] = full < n ? Double.NaN : Double.NEGATIVE_INFINITY;
      lower[t] = full < n ? Double.NaN : Double.POSITIVE_INFINITY;
      for (int k = t; full >= n && k > t - n; k--) {
        upper[t] = Math.max(upper[t], bars.high()[k]);
        lower[t] = Math.min(lower[t], bars.low()[k]);
      }
    }
    return new double[][] {upper, lower};
  }

  /**
   * Chandelier exit: the highest high of the period less k·ATR for a long, the lowest low plus
   * k·ATR for a short (LeBeau). With ratchet it is never loosened until a close is at or through
   * it; from the next bar it starts anew.
   *
   * <ul>
   *   <li>A period that is not a whole number of at least 1, a negative multiple: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param bars the bars
   * @param period bars of the channel and of the ATR
   * @param multiple k
   * @param side long or short
   * @param ratchet whether it is never loosened
   * @return one per bar, {@code NaN} where the window is not full or holds an incomplete bar
   */
  public static double[] chandelier(
      Bars bars, double period, double multiple, Side side, boolean ratchet) {
    Checks.notNegative("multiple", multiple);
    double[] extremes = donchian(bars, period)[side == Side.LONG ? 0 : 1];
    double[] ranges = AverageTrueRange.series(bars, period);
    int sign = side.sign();
    double[] stops = new double[bars.size()];
    double held = Double.NaN;
    for (int t = 0; t < stops.length; t++) {
      stops[t] = extremes[t] - sign * multiple * ranges[t];
      if (Double.isNaN(stops[t])) {
        continue;
      }
      if (ratchet && !Double.isNaN(held)) {
        stops[t] = sign * Math.max(sign * stops[t], sign * held);
      }
      held = sign * Decimals.compare(bars.close()[t], stops[t]) > 0 ? stops[t] : Double.NaN;
    }
    return stops;
  }

  /**
   * Supertrend: a band k·ATR below (H+L)/2 in an uptrend or above it in a downtrend, which tightens
   * only until the close crosses it and the trend turns (Seban 2008). It starts as a downtrend.
   *
   * <ul>
   *   <li>A period that is not a whole number of at least 1, a negative multiple: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param bars the bars; incomplete ones are skipped
   * @param period bars of the ATR
   * @param multiple k
   * @return one per bar, {@code NaN} for an incomplete one and before the ATR exists
   */
  public static double[] supertrend(Bars bars, double period, double multiple) {
    Checks.notNegative("multiple", multiple);
    double[] ranges = AverageTrueRange.series(bars, period);
    double[] trend = new double[ranges.length];
    Arrays.fill(trend, Double.NaN);
    double upper = Double.NaN;
    double lower = Double.NaN;
    double previous = Double.NaN;
    boolean rising = false;
    for (int t = 0; t < ranges.length; t++) {
      if (Double.isNaN(ranges[t])) {
        continue;
      }
      double middle = (bars.high()[t] + bars.low()[t]) / 2;
      double close = bars.close()[t];
      double above = middle + multiple * ranges[t];
      double below = middle - multiple * ranges[t];
      upper = above < upper || previous > upper || Double.isNaN(upper) ? above : upper;
      lower = below > lower || previous < lower || Double.isNaN(lower) ? below : lower;
      if (!Double.isNaN(previous)) {
        rising = rising ? !(close < lower) : close > upper;
      }
      trend[t] = rising ? lower : upper;
      previous = close;
    }
    return trend;
  }
}
