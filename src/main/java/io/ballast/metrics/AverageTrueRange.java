package io.ballast.metrics;

import java.util.Arrays;

/** True range and its average (Wilder 1978). */
public final class AverageTrueRange {
  private AverageTrueRange() {}

  /**
   * True range: max(H, previous close) − min(L, previous close); H − L for the first bar. An
   * incomplete bar is skipped: the previous close is that of the last complete one.
   *
   * @return one per bar, {@code NaN} for an incomplete one
   */
  public static double[] trueRange(Bars bars) {
    double[] range = new double[bars.size()];
    double previous = Double.NaN;
    for (int t = 0; t < range.length; t++) {
      if (!bars.complete(t)) {
        range[t] = Double.NaN;
        continue;
      }
      double high = bars.high()[t];
      double low = bars.low()[t];
      range[t] =
          Double.isNaN(previous) ? high - low : Math.max(high, previous) - Math.min(low, previous);
      previous = bars.close()[t];
    }
    return range;
  }

  /**
   * Wilder's average true range: first the mean of the first n true ranges, then (ATR·(n−1) +
   * TR)/n, over complete bars.
   *
   * <ul>
   *   <li>A period that is not a whole number of at least 1: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param bars the bars
   * @param period n
   * @return one per bar, {@code NaN} for an incomplete one and before the first n complete ones
   */
  public static double[] series(Bars bars, double period) {
    int n = Checks.whole("period", period, 1);
    double[] ranges = trueRange(bars);
    double[] averages = new double[ranges.length];
    Arrays.fill(averages, Double.NaN);
    double average = 0;
    int seen = 0;
    for (int t = 0; t < ranges.length; t++) {
      if (Double.isNaN(ranges[t])) {
        continue;
      }
      seen++;
      average = seen <= n ? average + ranges[t] / n : (average * (n - 1) + ranges[t]) / n;
      if (seen >= n) {
        averages[t] = average;
      }
    }
    return averages;
  }

  /**
   * The latest value of {@link #series}.
   *
   * <ul>
   *   <li>Fewer than n complete bars: {@link Failure#UNDEFINED}.
   * </ul>
   */
  public static double latest(Bars bars, double period) {
    double[] averages = series(bars, period);
    for (int t = averages.length - 1; t >= 0; t--) {
      if (bars.complete(t)) {
        if (Double.isNaN(averages[t])) {
          break;
        }
        return averages[t];
      }
    }
    int complete = 0;
    for (int t = 0; t < bars.size(); t++) {
      complete += bars.complete(t) ? 1 : 0;
    }
    throw new MetricException(
        Failure.UNDEFINED,
        "high",
        complete + " complete bars",
        "at least the period, " + Numbers.plain(period));
  }
}
