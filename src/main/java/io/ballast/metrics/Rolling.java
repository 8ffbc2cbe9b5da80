package io.ballast.metrics;

import java.util.Arrays;

/**
 * Measures over a moving window, one result a position: {@code NaN} where the window is not full or
 * contains a missing value, {@link Double#POSITIVE_INFINITY} where the measure is undefined there
 * (zero variance).
 *
 * <p>The cost does not grow with the window, and nothing is ever subtracted from a running sum:
 * each window is the end of one block and the beginning of the next, whose means and squared
 * deviations are joined as Chan, Golub and LeVeque (1983) do. Values are counted from the first of
 * the later block, which every such window contains, so that a large mean costs no digits and a
 * constant window has a variance of exactly 0. So the last window of a long series is as exact as
 * the first, and a missing value is carried by {@code NaN} to just the windows that contain it.
 */
public final class Rolling {
  private static final double GREATEST = 1e150;

  private Rolling() {}

  /** A measure of successive windows by their means and their sums of squared deviations. */
  @FunctionalInterface
  private interface Measure {
    /** Puts the measures of the first so many windows into results. */
    void put(double[] means, double[] squares, int count, double[] results);
  }

  /** A measure of a window of pairs by its sums of squared deviations and of their products. */
  @FunctionalInterface
  private interface PairMeasure {
    double of(double xx, double xy, double yy);
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
    return apply(
        returns,
        window,
        (means, squares, count, results) -> {
          for (int k = 0; k < count; k++) {
            results[k] = Math.sqrt(squares[k] / (window - 1)) * annual;
          }
        });
  }

  /**
   * β of each window; {@link Double#POSITIVE_INFINITY} where the market is constant. Accurate to
   * 1e-12·s_x/s_y, not to so many digits: near 0 the products cancel, each of which is rounded.
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
        (xx, xy, yy) -> yy == 0 ? Double.POSITIVE_INFINITY : xy / yy);
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
        (xx, xy, yy) ->
            xx == 0 || yy == 0
                ? Double.POSITIVE_INFINITY
                : Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy))));
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
    double scale = Math.sqrt(window - 1) * annual;
    return apply(
        excess,
        window,
        (means, squares, count, results) -> {
          for (int k = 0; k < count; k++) {
            results[k] = means[k] / Math.sqrt(squares[k]) * scale;
          }
          for (int k = 0; k < count; k++) {
            if (squares[k] == 0) {
              results[k] = Double.POSITIVE_INFINITY;
            }
          }
        });
  }

  private static double[] apply(double[] x, int window, Measure measure) {
    check("returns", x, window);
    double[] results = new double[x.length];
    Arrays.fill(results, 0, Math.min(window - 1, x.length), Double.NaN);
    if (x.length < window) {
      return results;
    }
    Windows windows = new Windows(x, window);
    double[] measures = new double[windows.size];
    for (int first = 0; first < x.length; first += windows.size) {
      int count = Math.min(windows.size, x.length - first);
      windows.compute(first, count);
      measure.put(windows.means, windows.squares, count, measures);
      int partial = first == 0 ? window - 1 : 0;
      System.arraycopy(measures, partial, results, first + partial, count - partial);
    }
    return results;
  }

  private static double[] apply(
      String nameX, double[] x, String nameY, double[] y, int window, PairMeasure measure) {
    Checks.sameLength(nameY, y, nameX, x);
    check(nameX, x, window);
    check(nameY, y, window);
    double[] results = new double[x.length];
    Arrays.fill(results, Double.NaN);
    Weights weights = new Weights(Math.min(window, x.length));
    PairMoments[] ends = new PairMoments[weights.inverse.length];
    Arrays.setAll(ends, k -> new PairMoments());
    PairMoments beginning = new PairMoments();
    PairMoments whole = new PairMoments();
    for (int start = 0; start < x.length; start += window) {
      int earlier = Math.min(window - 1, start);
      for (int k = 1; k <= earlier; k++) {
        ends[k].add(
            ends[k - 1], x[start - k] - x[start], y[start - k] - y[start], weights.inverse[k]);
      }
      beginning.clear();
      int most = Math.min(window, x.length - start);
      for (int k = 1; k <= most; k++) {
        int i = start + k - 1;
        beginning.add(beginning, x[i] - x[start], y[i] - y[start], weights.inverse[k]);
        int rest = window - k;
        if (start >= rest) {
          whole.join(beginning, ends[rest], weights.joined[k]);
          results[i] = measure.of(whole.xx, whole.xy, whole.yy);
        }
      }
    }
    return results;
  }

  private static void check(String argument, double[] values, int window) {
    if (window < 2) {
      throw MetricException.domain("window", window, "a whole number of 2 or more");
    }
    for (double v : values) {
      if (Math.abs(v) > GREATEST) {
        throw MetricException.domain(argument, v, "numbers that can be squared");
      }
    }
  }

  /** Means and squared deviations of the windows that end at successive positions of a series. */
  private static final class Windows {
    private final double[] x;
    private final int window;

    /** How many positions are computed at once, a multiple of the window. */
    private final int size;

    private final double[] inverse;
    private final double[] other;
    private final double[] joined;
    private final double[] references;
    private final double[] means;
    private final double[] squares;
    private final double[] endMeans;
    private final double[] endSquares;

    Windows(double[] x, int window) {
      this.x = x;
      this.window = window;
      size = Math.max(1, 1024 / window) * window;
      Weights weights = new Weights(window);
      inverse = weights.inverse;
      other = new double[size];
      joined = new double[size];
      for (int i = 0; i < size; i++) {
        other[i] = weights.other[i % window + 1];
        joined[i] = weights.joined[i % window + 1];
      }
      references = new double[size];
      means = new double[size];
      squares = new double[size];
      endMeans = new double[size];
      endSquares = new double[size];
    }

    /** The windows that end at so many positions; those before the first full one are not set. */
    void compute(int first, int count) {
      for (int i = 0; i < count; i += window) {
        scan(first + i, i);
      }
      for (int i = 0; i < count; i++) {
        double apart = endMeans[i] - means[i];
        means[i] = references[i] + (means[i] + apart * other[i]);
        squares[i] = squares[i] + endSquares[i] + apart * apart * joined[i];
      }
    }

    /**
     * Means and squared deviations of the first k values from a position on, and of as many before
     * it as complete the window; both at once, because each has to wait for its own last result.
     * Positions outside the series belong to no window that counts.
     */
    private void scan(int start, int place) {
      double reference = x[start];
      double sum = 0;
      double mean = 0;
      double square = 0;
      double endSum = 0;
      double endMean = 0;
      double endSquare = 0;
      for (int k = 1; k <= window; k++) {
        endMeans[place + window - k] = endMean;
        endSquares[place + window - k] = endSquare;
        double share = inverse[k];
        double v = x[Math.min(start + k, x.length) - 1] - reference;
        double before = v - mean;
        sum += v;
        mean = sum * share;
        square += before * (v - mean);
        references[place + k - 1] = reference;
        means[place + k - 1] = mean;
        squares[place + k - 1] = square;
        v = x[Math.max(start - k, 0)] - reference;
        before = v - endMean;
        endSum += v;
        endMean = endSum * share;
        endSquare += before * (v - endMean);
      }
    }
  }

  /** What k values of a window count. */
  private static final class Weights {
    /** 1/k. */
    private final double[] inverse;

    /** The share of the others in the mean. */
    private final double[] other;

    /** What the squared distance between both means adds to the squared deviations. */
    private final double[] joined;

    Weights(int window) {
      inverse = new double[window + 1];
      other = new double[window + 1];
      joined = new double[window + 1];
      for (int k = 1; k <= window; k++) {
        inverse[k] = 1.0 / k;
        other[k] = (double) (window - k) / window;
        joined[k] = k * other[k];
      }
    }
  }
}
