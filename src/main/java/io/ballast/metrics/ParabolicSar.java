package io.ballast.metrics;

import java.util.Arrays;

/** Parabolic stop-and-reverse (Wilder 1978), computed as TA-Lib does. */
public final class ParabolicSar {
  private final double step;
  private final double maximum;
  private boolean rising;
  private double level;
  private double extreme;
  private double acceleration;

  private ParabolicSar(double step, double maximum) {
    this.step = step;
    this.maximum = maximum;
    this.acceleration = step;
  }

  /**
   * Parabolic SAR of each bar: it moves towards the extreme price of the trend by an acceleration
   * that grows by a step at each new extreme, never enters the range of the last two bars, and
   * reverses when the price touches it. The first trend is down if the second bar's directional
   * movement is.
   *
   * <ul>
   *   <li>Fewer than two complete bars: {@link Failure#UNDEFINED}. A step or maximum not above 0:
   *       {@link Failure#OUT_OF_DOMAIN}. A step above the maximum counts as the maximum.
   * </ul>
   *
   * @param bars the bars; closes are not used, incomplete ones are skipped
   * @param step acceleration per new extreme
   * @param maximum greatest acceleration
   * @return one per bar, {@code NaN} for the first and for an incomplete one
   */
  public static double[] series(Bars bars, double step, double maximum) {
    Checks.positive("step", step);
    Checks.positive("maximum", maximum);
    ParabolicSar sar = new ParabolicSar(Math.min(step, maximum), maximum);
    double[] series = new double[bars.size()];
    Arrays.fill(series, Double.NaN);
    int last = -1;
    int seen = 0;
    for (int t = 0; t < series.length; t++) {
      if (!bars.complete(t)) {
        continue;
      }
      seen++;
      if (seen == 2) {
        sar.start(bars, last, t);
      }
      if (seen >= 2) {
        // TA-Lib: on the second bar the previous bar is that bar itself.
        series[t] = sar.next(bars, seen == 2 ? t : last, t);
      }
      last = t;
    }
    if (seen < 2) {
      throw new MetricException(Failure.UNDEFINED, "high", seen + " complete bars", "at least 2");
    }
    return series;
  }

  private void start(Bars bars, int first, int second) {
    double down = bars.low()[first] - bars.low()[second];
    double up = bars.high()[second] - bars.high()[first];
    rising = !(down > 0 && up < down);
    level = rising ? bars.low()[first] : bars.high()[first];
    extreme = rising ? bars.high()[second] : bars.low()[second];
  }

  private double next(Bars bars, int previous, int t) {
    double high = bars.high()[t];
    double low = bars.low()[t];
    double highest = Math.max(high, bars.high()[previous]);
    double lowest = Math.min(low, bars.low()[previous]);
    boolean reversed = rising ? low <= level : high >= level;
    if (reversed) {
      rising = !rising;
      level = rising ? Math.min(extreme, lowest) : Math.max(extreme, highest);
      acceleration = step;
      extreme = rising ? high : low;
    }
    double today = level;
    if (!reversed && (rising ? high > extreme : low < extreme)) {
      extreme = rising ? high : low;
      acceleration = Math.min(acceleration + step, maximum);
    }
    double moved = level + acceleration * (extreme - level);
    level = rising ? Math.min(moved, lowest) : Math.max(moved, highest);
    return today;
  }
}
