package io.ballast.metrics;

/**
 * Annualised volatility from open, high, low and close, which says more than closes alone.
 *
 * <p>All arrays are of equal length, oldest first, prices above 0, no high below its low and no
 * open or close outside them ({@link Failure#OUT_OF_DOMAIN}).
 */
public final class RangeVolatility {
  private static final double LN2 = Math.log(2);

  private RangeVolatility() {}

  /**
   * √(k/(4n·ln2)·Σln(H/L)²) for prices that do not drift (Parkinson 1980); no bars: {@link
   * Failure#UNDEFINED}.
   *
   * @param high highest prices
   * @param low lowest prices
   * @param periodsPerYear k, above 0
   */
  public static double parkinson(double[] high, double[] low, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    check(high, low, low, low);
    double[] terms = new double[high.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = square(Math.log(high[i] / low[i])) / (4 * LN2);
    }
    return annual(Statistics.sum(terms) / terms.length, periodsPerYear);
  }

  /**
   * √(k/n·Σ(½ln(H/L)²−(2ln2−1)ln(C/O)²)) for prices that do not drift (Garman and Klass 1980); no
   * bars: {@link Failure#UNDEFINED}.
   *
   * @param open opening prices
   * @param high highest prices
   * @param low lowest prices
   * @param close closing prices
   * @param periodsPerYear k, above 0
   */
  public static double garmanKlass(
      double[] open, double[] high, double[] low, double[] close, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    check(high, low, open, close);
    double[] terms = new double[high.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] =
          square(Math.log(high[i] / low[i])) / 2
              - (2 * LN2 - 1) * square(Math.log(close[i] / open[i]));
    }
    return annual(Statistics.sum(terms) / terms.length, periodsPerYear);
  }

  /**
   * √(k/n·Σ(ln(H/C)ln(H/O)+ln(L/C)ln(L/O))), whatever the drift (Rogers and Satchell 1991);
   * arguments and edge cases as {@link #garmanKlass}.
   */
  public static double rogersSatchell(
      double[] open, double[] high, double[] low, double[] close, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    check(high, low, open, close);
    return annual(rogersSatchell(open, high, low, close, 0), periodsPerYear);
  }

  private static double rogersSatchell(
      double[] open, double[] high, double[] low, double[] close, int from) {
    double[] terms = new double[high.length - from];
    for (int i = 0; i < terms.length; i++) {
      int t = from + i;
      terms[i] =
          Math.log(high[t] / close[t]) * Math.log(high[t] / open[t])
              + Math.log(low[t] / close[t]) * Math.log(low[t] / open[t]);
    }
    return Statistics.sum(terms) / terms.length;
  }

  /**
   * √(k(s²_overnight+K·s²_open-close+(1−K)·RS)), whatever the drift and with jumps between close
   * and open (Yang and Zhang 2000), over the m bars that follow a bar; K = 0.34/(1.34+(m+1)/(m−1)),
   * s² the sample variances of ln(O_t/C_{t−1}) and ln(C/O), RS the variance of Rogers and Satchell.
   *
   * <ul>
   *   <li>Fewer than three bars: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * Arguments as {@link #garmanKlass}.
   */
  public static double yangZhang(
      double[] open, double[] high, double[] low, double[] close, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    check(high, low, open, close);
    Checks.atLeast(3, "high", high);
    int m = high.length - 1;
    double[] overnight = new double[m];
    double[] day = new double[m];
    for (int i = 0; i < m; i++) {
      overnight[i] = Math.log(open[i + 1] / close[i]);
      day[i] = Math.log(close[i + 1] / open[i + 1]);
    }
    double share = 0.34 / (1.34 + (m + 1.0) / (m - 1.0));
    return annual(
        Statistics.variance(overnight)
            + share * Statistics.variance(day)
            + (1 - share) * rogersSatchell(open, high, low, close, 1),
        periodsPerYear);
  }

  private static double annual(double variance, double periodsPerYear) {
    return Math.sqrt(Math.max(0, variance)) * Math.sqrt(periodsPerYear);
  }

  private static double square(double x) {
    return x * x;
  }

  private static void check(double[] high, double[] low, double[] open, double[] close) {
    Checks.atLeast(1, "high", high);
    for (int i = 0; i < high.length; i++) {
      checkPrice("low", low[i], 0, Double.POSITIVE_INFINITY, "prices above 0");
      checkPrice("high", high[i], low[i], Double.POSITIVE_INFINITY, "prices not below low");
      checkPrice("open", open[i], low[i], high[i], "prices from low to high");
      checkPrice("close", close[i], low[i], high[i], "prices from low to high");
    }
  }

  private static void checkPrice(
      String argument, double price, double from, double to, String expected) {
    if (!(price > 0) || Decimals.compare(price, from) < 0 || Decimals.compare(price, to) > 0) {
      throw MetricException.domain(argument, price, expected);
    }
  }
}
