package io.ballast.metrics;

/**
 * The greatest depth of compounded wealth below its earlier peak, exact to the last digits of the
 * returns (see {@link Wealth}). Four segments of a path are multiplied side by side; one that stays
 * clearly below the peak and above the deepest point so far changes neither and is passed over as a
 * whole, any other is gone through return by return.
 */
final class MaximumDrawdown {
  private static final int SEGMENT = 32;

  /** More than rounding can change within a segment. */
  private static final double MARGIN = 1e-12;

  /** Products beyond this, or below its inverse, are left to the exact path. */
  private static final double GREATEST = 1e100;

  private static final long ONE = Double.doubleToRawLongBits(1);

  private final Wealth wealth = new Wealth();
  private final Wealth peak = new Wealth();
  private double maximum;
  private double floor = 1;

  private MaximumDrawdown() {}

  /**
   * The maximum drawdown, from 0 to 1.
   *
   * @param returns simple returns per period, decimals, above −1
   */
  static double of(double[] returns) {
    MaximumDrawdown path = new MaximumDrawdown();
    int i = 0;
    for (; i <= returns.length - 4 * SEGMENT; i += 4 * SEGMENT) {
      path.addFour(returns, i);
    }
    path.add(returns, i, returns.length);
    return path.maximum;
  }

  private void add(double[] returns, int from, int to) {
    for (int i = from; i < to; i++) {
      wealth.grow("returns", returns[i]);
      if (wealth.value() >= peak.value() && wealth.below(peak) <= 0) {
        peak.set(wealth);
        floor = (1 - maximum) * peak.value();
      } else if (wealth.value() <= floor) {
        maximum = Math.max(maximum, wealth.below(peak));
        floor = (1 - maximum) * peak.value() * (1 + 1e-15);
      }
    }
  }

  /** Positive numbers are ordered as their bits are, which compare faster. */
  private void addFour(double[] returns, int from) {
    double high0 = 1;
    double high1 = 1;
    double high2 = 1;
    double high3 = 1;
    double low0 = 0;
    double low1 = 0;
    double low2 = 0;
    double low3 = 0;
    long least0 = ONE;
    long least1 = ONE;
    long least2 = ONE;
    long least3 = ONE;
    long greatest0 = ONE;
    long greatest1 = ONE;
    long greatest2 = ONE;
    long greatest3 = ONE;
    long signs = 0;
    for (int i = from; i < from + SEGMENT; i++) {
      double r = returns[i];
      double factor = 1 + r;
      double product = high0 * factor;
      low0 = Wealth.lost(high0, low0, r, factor, product);
      high0 = product;
      long bits = Double.doubleToRawLongBits(product);
      signs |= bits;
      least0 = least(least0, bits);
      greatest0 = greatest(greatest0, bits);

      r = returns[i + SEGMENT];
      factor = 1 + r;
      product = high1 * factor;
      low1 = Wealth.lost(high1, low1, r, factor, product);
      high1 = product;
      bits = Double.doubleToRawLongBits(product);
      signs |= bits;
      least1 = least(least1, bits);
      greatest1 = greatest(greatest1, bits);

      r = returns[i + 2 * SEGMENT];
      factor = 1 + r;
      product = high2 * factor;
      low2 = Wealth.lost(high2, low2, r, factor, product);
      high2 = product;
      bits = Double.doubleToRawLongBits(product);
      signs |= bits;
      least2 = least(least2, bits);
      greatest2 = greatest(greatest2, bits);

      r = returns[i + 3 * SEGMENT];
      factor = 1 + r;
      product = high3 * factor;
      low3 = Wealth.lost(high3, low3, r, factor, product);
      high3 = product;
      bits = Double.doubleToRawLongBits(product);
      signs |= bits;
      least3 = least(least3, bits);
      greatest3 = greatest(greatest3, bits);
    }
    if (signs < 0) {
      add(returns, from, from + 4 * SEGMENT);
      return;
    }
    pass(returns, from, high0, low0, least0, greatest0);
    pass(returns, from + SEGMENT, high1, low1, least1, greatest1);
    pass(returns, from + 2 * SEGMENT, high2, low2, least2, greatest2);
    pass(returns, from + 3 * SEGMENT, high3, low3, least3, greatest3);
  }

  /** The smaller of two that are not negative, without a jump, which would be guessed wrong. */
  private static long least(long a, long b) {
    long d = b - a;
    return a + (d & (d >> 63));
  }

  /** As {@link #least}, the greater. */
  private static long greatest(long a, long b) {
    long d = b - a;
    return b - (d & (d >> 63));
  }

  /** Passes over a segment if its least and greatest wealth change nothing. */
  private void pass(
      double[] returns, int from, double high, double low, long leastBits, long greatestBits) {
    double least = Double.longBitsToDouble(leastBits);
    double greatest = Double.longBitsToDouble(greatestBits);
    double start = wealth.value();
    boolean ordinary = least >= 1 / GREATEST && greatest <= GREATEST && start >= 1 / GREATEST;
    if (ordinary
        && start * greatest < peak.value() * (1 - MARGIN)
        && start * least > floor * (1 + MARGIN)) {
      wealth.grow(high, low);
    } else {
      add(returns, from, from + SEGMENT);
    }
  }
}
