package io.ballast.metrics;

import java.util.Arrays;

/**
 * What a stop would have done to holding an asset.
 *
 * @param with returns per period with the stop, 0 while out of the market
 * @param without returns per period of simply holding
 * @param exits how often the stop was hit
 */
public record StopBacktest(double[] with, double[] without, int exits) {
  /**
   * Holds the asset from the first price and leaves at the first close at or through the stop that
   * stood the period before: a share below the entry price, or below the highest close since entry
   * if it trails. No costs.
   *
   * <ul>
   *   <li>Fewer than three prices: {@link Failure#UNDEFINED}, because a volatility needs two
   *       returns. A price not above 0, a percentage not between 0 and 1, a re-entry that is not a
   *       whole number of 0 or more: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param prices closing prices in time order
   * @param percent distance of the stop as a decimal
   * @param trailing whether the stop follows the highest close since entry
   * @param reentry periods after an exit at whose close to buy again, 0 for never
   */
  public static StopBacktest run(
      double[] prices, double percent, boolean trailing, double reentry) {
    Checks.share("percent", percent);
    int wait = Checks.whole("reentry", reentry, 0);
    Checks.atLeast(3, "prices", prices);
    double[] without = new double[prices.length - 1];
    double[] with = new double[prices.length - 1];
    Arrays.stream(prices).forEach(p -> Checks.positive("prices", p));
    double anchor = prices[0];
    boolean in = true;
    int exits = 0;
    int out = 0;
    for (int t = 1; t < prices.length; t++) {
      without[t - 1] = prices[t] / prices[t - 1] - 1;
      if (in) {
        with[t - 1] = without[t - 1];
        in = Decimals.compare(prices[t], anchor * (1 - percent)) > 0;
        exits += in ? 0 : 1;
        out = 0;
        anchor = trailing ? Math.max(anchor, prices[t]) : anchor;
      } else {
        out++;
        if (out == wait) {
          in = true;
          anchor = prices[t];
        }
      }
    }
    return new StopBacktest(with, without, exits);
  }
}
