package io.ballast.metrics;

/** Returns of prices, and what returns compound to. */
public final class Returns {
  private Returns() {}

  /** How a return is measured. */
  public enum Kind {
    /** P_t/P_{t−1} − 1. */
    SIMPLE,
    /** ln(P_t/P_{t−1}). */
    LOG
  }

  /**
   * Returns of a series of prices, one fewer than prices.
   *
   * <ul>
   *   <li>A missing price makes both of its returns {@code NaN}.
   *   <li>Fewer than two positions: {@link Failure#UNDEFINED}. A price of 0 or less: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param prices prices above 0, {@code NaN} where missing
   */
  public static double[] of(double[] prices, Kind kind) {
    if (prices.length < 2) {
      throw MetricException.tooFew("prices", prices.length, 2);
    }
    for (double p : prices) {
      if (p <= 0) {
        throw MetricException.domain("prices", p, "prices above 0");
      }
    }
    double[] returns = new double[prices.length - 1];
    for (int i = 0; i < returns.length; i++) {
      double gain = (prices[i + 1] - prices[i]) / prices[i];
      returns[i] = kind == Kind.LOG ? log(prices[i], prices[i + 1], gain) : gain;
      if (Double.isInfinite(returns[i])) {
        throw MetricException.domain("prices", prices[i], "prices whose returns are finite");
      }
    }
    return returns;
  }

  private static double log(double from, double to, double gain) {
    return Math.abs(gain) < 0.5 ? Math.log1p(gain) : Math.log(to) - Math.log(from);
  }

  /**
   * Compounded return of all periods, Π(1+r) − 1.
   *
   * <ul>
   *   <li>No returns: {@link Failure#UNDEFINED}. A return of −1 or less: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns simple returns per period, decimals
   */
  public static double cumulative(double[] returns) {
    return compound("returns", returns).gain();
  }

  /**
   * Compound annual growth rate, Π(1+r)^(k/n) − 1; edge cases as {@link #cumulative}.
   *
   * @param returns simple returns per period, decimals
   * @param periodsPerYear k, above 0
   */
  public static double cagr(double[] returns, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    return compound("returns", returns).gain(periodsPerYear / returns.length);
  }

  /**
   * The growth rate per period that compounds to the same wealth, Π(1+r)^(1/n) − 1.
   *
   * @param argument the argument's name, for the message
   */
  static double geometricMean(String argument, double[] returns) {
    return compound(argument, returns).gain(1.0 / returns.length);
  }

  private static Wealth compound(String argument, double[] returns) {
    if (returns.length == 0) {
      throw MetricException.tooFew(argument, 0, 1);
    }
    Wealth wealth = new Wealth();
    for (double r : returns) {
      wealth.grow(argument, r);
    }
    return wealth;
  }

  /**
   * Wealth after each period, start·Π(1+r).
   *
   * <ul>
   *   <li>A missing return is {@code NaN} and leaves the wealth as it was.
   *   <li>A return of −1 or less, a start of 0 or less: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns simple returns per period, decimals, {@code NaN} where missing
   * @param start wealth before the first return, above 0
   */
  public static double[] wealth(double[] returns, double start) {
    if (!(start > 0)) {
      throw MetricException.domain("start", start, "a number above 0");
    }
    Wealth wealth = new Wealth();
    double[] path = new double[returns.length];
    for (int i = 0; i < path.length; i++) {
      if (Double.isNaN(returns[i])) {
        path[i] = Double.NaN;
        continue;
      }
      wealth.grow("returns", returns[i]);
      path[i] = start * wealth.value();
      if (Double.isInfinite(path[i])) {
        throw MetricException.domain("start", start, "a start whose wealth stays finite");
      }
    }
    return path;
  }

  /**
   * Returns of a portfolio that is rebalanced to its weights every period, Σ w_i·r_i,t.
   *
   * <ul>
   *   <li>A period in which any asset's return is missing is {@code NaN}.
   *   <li>Weights and assets of different number: {@link Failure#NOT_AVAILABLE}.
   * </ul>
   *
   * @param returns one array of returns an asset, {@code NaN} where missing
   * @param weights one weight an asset; they need not sum to 1
   */
  public static double[] portfolio(double[][] returns, double[] weights) {
    if (returns.length != weights.length) {
      throw MetricException.lengths("weights", weights.length, "returns_matrix", returns.length);
    }
    double[] portfolio = new double[returns[0].length];
    for (int j = 0; j < weights.length; j++) {
      for (int i = 0; i < portfolio.length; i++) {
        portfolio[i] += weights[j] * returns[j][i];
      }
    }
    return portfolio;
  }

  /**
   * The gain that makes good a loss, L/(1−L): a loss of 0.5 needs a gain of 1.
   *
   * @param loss a share lost, below 1; below 0 it is a gain
   */
  public static double recoveryGain(double loss) {
    if (!(loss < 1)) {
      throw MetricException.domain("loss", loss, "a share below 1");
    }
    return loss / (1 - loss);
  }
}
