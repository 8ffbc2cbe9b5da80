package io.ballast.metrics;

import java.util.Arrays;

/**
 * Measures over a moving window, one result a position: {@code NaN} where the window is not full or
 * contains a missing value, {@link Double#POSITIVE_INFINITY} where the measure is undefined there
 * (zero variance).
 *
 * <p>The cost does not grow with the window, and nothing is ever subtracted from a running sum:
 * each window is the end of one block and the beginning of the next, and both are sums of
 * deviations from a value nearby, carried in two numbers (Dekker 1971). So the last window of a
 * long series is as exact as the first.
 */
public final class Rolling {
  private static final double GREATEST = 1e150;

  private Rolling() {}

  /** A measure of one window of n pairs. */
  @FunctionalInterface
  private interface Measure {
    double of(Window window);
  }

  /**
   * Annualised volatility of each window, s·√k; 0 for a constant one.
   *
   * @param returns returns per period, decimals, {@code NaN} where missing
   * @param window the number of periods, 2 or more
   * @param periodsPerYear k, above 0
   */
  public static double[] volatility(double[] returns, int window, double periodsPerYear) {
    double annual = Math.sqrt(Rates.checkPeriodsPerYear(periodsPerYear));
    return apply("returns", returns, "returns", returns, window, w -> w.deviation() * annual);
  }

  /**
   * β of each window; {@link Double#POSITIVE_INFINITY} where the market is constant.
   *
   * @param returns the asset's returns per period, decimals, {@code NaN} where missing
   * @param market the market's, as many
   * @param window the number of periods, 2 or more
   */
  public static double[] beta(double[] returns, double[] market, int window) {
    return apply(
        "returns",
        returns,
        "market_returns",
        market,
        window,
        w -> w.yy == 0 ? Double.POSITIVE_INFINITY : w.xy / w.yy);
  }

  /**
   * Pearson correlation of each window; {@link Double#POSITIVE_INFINITY} where either series is
   * constant.
   *
   * @param x values, {@code NaN} where missing
   * @param y as many
   * @param window the number of periods, 2 or more
   */
  public static double[] correlation(double[] x, double[] y, int window) {
    return apply(
        "x",
        x,
        "y",
        y,
        window,
        w ->
            w.xx == 0 || w.yy == 0
                ? Double.POSITIVE_INFINITY
                : Math.max(-1, Math.min(1, w.xy / Math.sqrt(w.xx) / Math.sqrt(w.yy))));
  }

  /**
   * Annualised Sharpe ratio of each window, mean/s·√k; {@link Double#POSITIVE_INFINITY} where it is
   * constant.
   *
   * @param excess excess returns per period, decimals, {@code NaN} where missing
   * @param window the number of periods, 2 or more
   * @param periodsPerYear k, above 0
   */
  public static double[] sharpe(double[] excess, int window, double periodsPerYear) {
    double annual = Math.sqrt(Rates.checkPeriodsPerYear(periodsPerYear));
    return apply(
        "returns",
        excess,
        "returns",
        excess,
        window,
        w -> w.xx == 0 ? Double.POSITIVE_INFINITY : w.mean / w.deviation() * annual);
  }

  private static double[] apply(
      String nameX, double[] x, String nameY, double[] y, int window, Measure measure) {
    if (window < 2) {
      throw MetricException.domain("window", window, "a whole number of 2 or more");
    }
    Checks.sameLength(nameY, y, nameX, x);
    double[] results = new double[x.length];
    Arrays.fill(results, Double.NaN);
    if (window > x.length) {
      return results;
    }
    checkSize(nameX, x);
    checkSize(nameY, y);
    Window total = new Window(window);
    DeviationSums[] ends = new DeviationSums[window];
    Arrays.setAll(ends, i -> new DeviationSums());
    DeviationSums beginning = new DeviationSums();
    int missing = -1;
    int sameX = 0;
    int sameY = 0;
    for (int i = 0; i < x.length; i++) {
      int place = i % window;
      if (place == 0) {
        beginning.start(finite(x[i]), finite(y[i]));
        sumEnds(ends, x, y, i);
      }
      boolean there = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
      missing = there ? missing : i;
      sameX = i > 0 && x[i] == x[i - 1] ? sameX + 1 : 1;
      sameY = i > 0 && y[i] == y[i - 1] ? sameY + 1 : 1;
      if (there) {
        beginning.add(x[i], y[i]);
      }
      if (i >= window - 1 && i - missing >= window) {
        total.set(ends[place + 1 == window ? 0 : place + 1], beginning, place + 1 == window);
        total.flatten(sameX >= window, sameY >= window);
        results[i] = measure.of(total);
      }
    }
    return results;
  }

  /** For each place in the block before a boundary, the sums from there to the boundary. */
  private static void sumEnds(DeviationSums[] ends, double[] x, double[] y, int boundary) {
    double referenceX = finite(x[boundary]);
    double referenceY = finite(y[boundary]);
    for (int place = ends.length - 1; place >= 0 && boundary > 0; place--) {
      ends[place].start(referenceX, referenceY);
      if (place + 1 < ends.length) {
        ends[place].set(ends[place + 1]);
      }
      int i = boundary - ends.length + place;
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        ends[place].add(x[i], y[i]);
      }
    }
  }

  private static double finite(double v) {
    return Double.isNaN(v) ? 0 : v;
  }

  private static void checkSize(String argument, double[] values) {
    for (double v : values) {
      if (Math.abs(v) > GREATEST) {
        throw MetricException.domain(argument, v, "numbers that can be squared");
      }
    }
  }

  /** What is known of one window. */
  private static final class Window {
    private final int n;
    private double mean;
    private double xx;
    private double xy;
    private double yy;
    private final DeviationSums sums = new DeviationSums();

    Window(int n) {
      this.n = n;
    }

    void set(DeviationSums end, DeviationSums beginning, boolean whole) {
      sums.set(beginning);
      if (!whole) {
        sums.add(end);
      }
      mean = sums.meanX(n);
      xx = Math.max(0, sums.products(DeviationSums.XX, DeviationSums.X, DeviationSums.X, n));
      xy = sums.products(DeviationSums.XY, DeviationSums.X, DeviationSums.Y, n);
      yy = Math.max(0, sums.products(DeviationSums.YY, DeviationSums.Y, DeviationSums.Y, n));
    }

    void flatten(boolean constantX, boolean constantY) {
      xx = constantX ? 0 : xx;
      yy = constantY ? 0 : yy;
      xy = constantX || constantY ? 0 : xy;
    }

    double deviation() {
      return Math.sqrt(xx / (n - 1));
    }
  }
}
