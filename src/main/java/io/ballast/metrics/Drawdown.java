package io.ballast.metrics;

/**
 * Drawdowns of compounded wealth below its earlier peak. Wealth starts at 1 before the first
 * return, so that a loss in the first period is a drawdown. A depth within 1e-12 of the peak is
 * rounding and counts as none.
 */
public final class Drawdown {
  private static final double ROUNDING = 1e-12;

  private Drawdown() {}

  /**
   * Depth below the peak after each period, 1 − W_t/max(1,W_1..W_t), from 0 to 1.
   *
   * <ul>
   *   <li>A missing return is {@code NaN} and leaves the wealth as it was.
   *   <li>A return of −1 or less: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns simple returns per period, decimals, {@code NaN} where missing
   */
  public static double[] depths(double[] returns) {
    Wealth wealth = new Wealth();
    Wealth peak = new Wealth();
    double[] depths = new double[returns.length];
    for (int i = 0; i < depths.length; i++) {
      if (Double.isNaN(returns[i])) {
        depths[i] = Double.NaN;
        continue;
      }
      wealth.grow("returns", returns[i]);
      double depth = wealth.below(peak);
      if (depth <= 0) {
        peak.set(wealth);
      }
      depths[i] = depth <= ROUNDING ? 0 : depth;
    }
    return depths;
  }

  /** As {@link #depths}, of at least one return. */
  private static double[] path(double[] returns) {
    Checks.atLeast(1, "returns", returns);
    return depths(returns);
  }

  /**
   * Maximum drawdown, the greatest depth, from 0 to 1; no returns: {@link Failure#UNDEFINED}.
   *
   * @param returns simple returns per period, decimals, above −1
   */
  public static double maximum(double[] returns) {
    double maximum = 0;
    for (double depth : path(returns)) {
      maximum = Math.max(maximum, depth);
    }
    return maximum;
  }

  /** The depth after the last period; arguments and edge cases as {@link #maximum}. */
  public static double current(double[] returns) {
    return path(returns)[returns.length - 1];
  }
}
