package io.ballast.metrics;

import java.util.Arrays;

/** Stop-loss levels and what is lost when they are hit. */
public final class Stops {
  private Stops() {}

  /**
   * Stop at a percentage from the entry: E·(1−p) for a long, E·(1+p) for a short.
   *
   * <ul>
   *   <li>An entry not above 0, or a percentage outside 0 to below 1: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param entry entry price
   * @param percent as a decimal, 0.08 for 8 %
   * @param side long or short
   */
  public static double percent(double entry, double percent, Side side) {
    Domain.positive("entry", entry);
    Domain.share("percent", percent);
    return entry * (1 - side.sign() * percent);
  }

  /**
   * Stop at a multiple of the average true range from the entry: E − k·ATR for a long, E + k·ATR
   * for a short (Wilder 1978).
   *
   * <ul>
   *   <li>An entry not above 0, a negative ATR or multiple, or a stop that would not be above 0:
   *       {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param entry entry price
   * @param atr average true range, in the unit of the price
   * @param multiple k
   * @param side long or short
   */
  public static double averageTrueRange(double entry, double atr, double multiple, Side side) {
    Domain.positive("entry", entry);
    Domain.notNegative("atr", atr);
    Domain.notNegative("multiple", multiple);
    double stop = entry - side.sign() * multiple * atr;
    if (!(stop > 0)) {
      throw MetricException.domain(
          "atr", atr, "less than entry/multiple, so that the stop is above 0");
    }
    return stop;
  }

  /**
   * Trailing stop: the running highest price·(1−p) for a long, the running lowest·(1+p) for a
   * short.
   *
   * <ul>
   *   <li>A price not above 0, or a percentage outside 0 to below 1: {@link Failure#OUT_OF_DOMAIN}.
   *       No price: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param prices {@code NaN} where there is none
   * @param percent as a decimal
   * @param side long or short
   * @return as many values, {@code NaN} where there is no price
   */
  public static double[] trailing(double[] prices, double percent, Side side) {
    Domain.share("percent", percent);
    double[] stops = new double[prices.length];
    Arrays.fill(stops, Double.NaN);
    double best = Double.NaN;
    for (int t = 0; t < prices.length; t++) {
      if (!Double.isNaN(prices[t])) {
        Domain.positive("prices", prices[t]);
        boolean better = side == Side.LONG ? prices[t] > best : prices[t] < best;
        best = better || Double.isNaN(best) ? prices[t] : best;
        stops[t] = best * (1 - side.sign() * percent);
      }
    }
    if (Double.isNaN(best)) {
      throw MetricException.tooFew("prices", 0, 1);
    }
    return stops;
  }

  /**
   * Portfolio heat: Σ units·(price − stop)/equity, the share of equity lost if every stop is hit at
   * its price (Tharp 1998).
   *
   * <ul>
   *   <li>A row without units or without a price is skipped.
   *   <li>A long without a stop counts its whole value; a short without a stop, or a position
   *       already through its stop: {@link Failure#OUT_OF_DOMAIN}, because an unlimited risk is
   *       never hidden.
   *   <li>Different lengths: {@link Failure#NOT_AVAILABLE}. No position: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param equity account value in currency, above 0
   * @param units negative for shorts, {@code NaN} where there are none
   * @param prices current prices, {@code NaN} where there is none
   * @param stops stop prices, {@code NaN} where there is none
   */
  public static double heat(double equity, double[] units, double[] prices, double[] stops) {
    Domain.positive("equity", equity);
    Domain.sameLength("prices", prices, "units", units);
    Domain.sameLength("stops", stops, "units", units);
    double atRisk = 0;
    int positions = 0;
    for (int i = 0; i < units.length; i++) {
      if (Double.isNaN(units[i]) || Double.isNaN(prices[i])) {
        continue;
      }
      positions++;
      Domain.positive("prices", prices[i]);
      if (units[i] != 0) {
        atRisk += units[i] * (prices[i] - stop(i, units[i], prices[i], stops[i]));
      }
    }
    Domain.atLeast("units", positions, 1);
    return atRisk / equity;
  }

  private static double stop(int i, double units, double price, double stop) {
    String row = "row " + (i + 1) + ": ";
    if (Double.isNaN(stop)) {
      if (units < 0) {
        throw new MetricException(
            Failure.OUT_OF_DOMAIN, "stops", row + "a short without a stop", "a stop price");
      }
      return 0;
    }
    Domain.positive("stops", stop);
    int side = Decimals.compare(price, stop);
    if (side == 0) {
      return price;
    }
    if (side != Math.signum(units)) {
      throw new MetricException(
          Failure.OUT_OF_DOMAIN,
          "stops",
          row + Numbers.plain(stop) + " with the price at " + Numbers.plain(price),
          "a stop below the price of a long or above that of a short; this position is already"
              + " through its stop");
    }
    return stop;
  }
}
