package io.ballast.metrics;

/**
 * Price bars in time order. An incomplete bar is {@code NaN} in every array.
 *
 * @param high highest price of each bar
 * @param low lowest price of each bar
 * @param close last price of each bar; the array of lows where a measure does not use closes
 */
public record Bars(double[] high, double[] low, double[] close) {
  /**
   * Bars with closes; a bar with any missing price becomes incomplete.
   *
   * <ul>
   *   <li>Different lengths: {@link Failure#NOT_AVAILABLE}. A price not above 0, or a high below
   *       its low: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   */
  public static Bars of(double[] high, double[] low, double[] close) {
    Checks.sameLength("low", low, "high", high);
    Checks.sameLength("close", close, "high", high);
    Bars bars = new Bars(high.clone(), low.clone(), close.clone());
    for (int t = 0; t < high.length; t++) {
      if (Double.isNaN(high[t]) || Double.isNaN(low[t]) || Double.isNaN(close[t])) {
        bars.high[t] = Double.NaN;
        bars.low[t] = Double.NaN;
        bars.close[t] = Double.NaN;
      } else {
        Checks.positive("high", high[t]);
        Checks.positive("low", low[t]);
        Checks.positive("close", close[t]);
        if (high[t] < low[t]) {
          throw new MetricException(
              Failure.OUT_OF_DOMAIN,
              "high",
              "row " + (t + 1) + ": " + Numbers.plain(high[t]),
              "at least the low, " + Numbers.plain(low[t]));
        }
      }
    }
    return bars;
  }

  /** Bars without closes, as {@link #of(double[], double[], double[])}. */
  public static Bars of(double[] high, double[] low) {
    return of(high, low, low);
  }

  /** How many bars, incomplete ones included. */
  public int size() {
    return high.length;
  }

  /** Whether bar t is complete. */
  public boolean complete(int t) {
    return !Double.isNaN(high[t]);
  }
}
