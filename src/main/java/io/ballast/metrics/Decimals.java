package io.ballast.metrics;

import java.math.BigDecimal;

/**
 * Comparisons in decimals, as people read them: 0.1+0.2 equals 0.3, and 0.3 is three lots of 0.1.
 *
 * <p>Two numbers count as equal when they differ by at most 1e-12 of the larger one, which is far
 * more than the rounding of a few operations and far less than any digit that a cell shows.
 */
public final class Decimals {
  private static final double RELATIVE = 1e-12;

  private Decimals() {}

  /**
   * Compares two numbers in decimals.
   *
   * @return −1, 0 or 1 as a is below, equal to or above b
   */
  public static int compare(double a, double b) {
    if (Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b))) {
      return 0;
    }
    return a < b ? -1 : 1;
  }

  /**
   * Rounds down to a whole number of steps: ⌊x/step⌋·step, where an x within rounding of a multiple
   * is that multiple.
   *
   * @param x 0 or above
   * @param step above 0
   * @return the multiple with as few decimals as the step has, 0.3 rather than 0.30000000000000004
   */
  public static double roundDown(double x, double step) {
    double steps = x / step;
    double nearest = Math.rint(steps);
    double whole = compare(steps, nearest) == 0 ? nearest : Math.floor(steps);
    return BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(whole)).doubleValue();
  }
}
