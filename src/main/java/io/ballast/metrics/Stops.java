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
    Checks.positive("entry", entry);
    Checks.belowOne("percent", percent);
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
    Checks.positive("entry", entry);
    Checks.notNegative("atr", atr);
    Checks.notNegative("multiple", multiple);
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
    Checks.belowOne("percent", percent);
    double[] stops = new double[prices.length];
    Arrays.fill(stops, Double.NaN);
    double best = Double.NaN;
    for (int t = 0; t < prices.length; t++) {
      if (!Double.isNaN(prices[t])) {
        Checks.positive("prices", prices[t]);
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
    Checks.positive("equity", equity);
    Checks.sameLength("prices", prices, "units", units);
    Checks.sameLength("stops", stops, "units", units);
    double atRisk = 0;
    int positions = 0;
    for (int i = 0; i < units.length; i++) {
      if (Double.isNaN(units[i]) || Double.isNaN(prices[i])) {
        continue;
      }
      positions++;
      Checks.positive("prices", prices[i]);
      if (units[i] != 0) {
        atRisk += units[i] * (prices[i] - stop(i, units[i], prices[i], stops[i]));
      }
    }
    if (positions == 0) {
      throw MetricException.tooFew("units", 0, 1);
    }
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
    Checks.positive("stops", stop);
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

  /**
   * Stop moved to breakeven: the stop, or once the best price since entry has moved trigger times
   * the risk |entry−stop| the price that pays both fees, E(1+f)/(1−f) for a long and E(1−f)/(1+f)
   * for a short. A stop above the entry is a short.
   *
   * <ul>
   *   <li>Entry and stop equal: {@link Failure#UNDEFINED}. A price not above 0, a negative trigger,
   *       a fee outside 0 to below 1: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param entry E, entry price
   * @param stop first stop
   * @param bestPrice highest price since entry for a long, lowest for a short
   * @param trigger multiple of the risk
   * @param feeRate f, share of the value traded, on each side
   */
  public static double breakeven(
      double entry, double stop, double bestPrice, double trigger, double feeRate) {
    Checks.positive("entry", entry);
    Checks.positive("stop", stop);
    Checks.positive("best_price", bestPrice);
    Checks.notNegative("trigger", trigger);
    Checks.belowOne("fee_rate", feeRate);
    double risk = PositionSizing.risk(entry, stop);
    int sign = risk > 0 ? 1 : -1;
    boolean reached = sign * Decimals.compare(bestPrice, entry + trigger * risk) >= 0;
    return reached ? entry * (1 + sign * feeRate) / (1 - sign * feeRate) : stop;
  }

  /**
   * Position of the first price at or through the stop of the period before it; rows without a
   * price or a stop are skipped.
   *
   * <ul>
   *   <li>Never, or different lengths: {@link Failure#NOT_AVAILABLE}. A price or stop not above 0:
   *       {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param prices {@code NaN} where missing
   * @param stops as many, {@code NaN} where missing
   * @param side long or short
   * @return from 1
   */
  public static int exit(double[] prices, double[] stops, Side side) {
    Checks.sameLength("stops", stops, "prices", prices);
    double previous = Double.NaN;
    for (int t = 0; t < prices.length; t++) {
      if (Double.isNaN(prices[t]) || Double.isNaN(stops[t])) {
        continue;
      }
      Checks.positive("prices", prices[t]);
      Checks.positive("stops", stops[t]);
      if (!Double.isNaN(previous) && side.sign() * Decimals.compare(prices[t], previous) <= 0) {
        return t + 1;
      }
      previous = stops[t];
    }
    throw new MetricException(
        Failure.NOT_AVAILABLE, "prices", "no price at or through its stop", "a stop that is hit");
  }

  /**
   * Loss when the price opens through the stop: units·(entry − fill), the fill being the worse of
   * stop and opening price, less slippage.
   *
   * <ul>
   *   <li>A price not above 0, a slippage outside 0 to below 1: {@link Failure#OUT_OF_DOMAIN}.
   *   <li>A gain, from a stop in profit, is a negative loss.
   * </ul>
   *
   * @param units negative for a short
   * @param entry entry price
   * @param stop stop price
   * @param gapPrice price at which the market opens
   * @param slippage share of the price lost in the fill
   * @return in currency
   */
  public static double gapLoss(
      double units, double entry, double stop, double gapPrice, double slippage) {
    Checks.finite("units", units);
    Checks.positive("entry", entry);
    Checks.positive("stop", stop);
    Checks.positive("gap_price", gapPrice);
    Checks.belowOne("slippage", slippage);
    double fill =
        units > 0
            ? Math.min(stop, gapPrice) * (1 - slippage)
            : Math.max(stop, gapPrice) * (1 + slippage);
    return units * (entry - fill);
  }

  /**
   * Probability that the price touches the stop within so many days: the first passage of dS/S =
   * drift·dt + σ·dW through a barrier on either side (Bachelier's reflection principle; Harrison
   * 1985).
   *
   * <ul>
   *   <li>1 when the price is at the stop, 0 for no time.
   *   <li>No volatility: {@link Failure#UNDEFINED}. A price not above 0, a negative volatility or
   *       time: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param price current price
   * @param stop stop price, below or above it
   * @param volatility σ, annual
   * @param days periods to come
   * @param drift annual, of the price itself
   * @param periodsPerYear days in a year, above 0
   */
  public static double hitProbability(
      double price,
      double stop,
      double volatility,
      double days,
      double drift,
      double periodsPerYear) {
    Checks.positive("price", price);
    Checks.positive("stop", stop);
    Checks.notNegative("volatility", volatility);
    Checks.notNegative("days", days);
    Checks.finite("drift", drift);
    Rates.checkPeriodsPerYear(periodsPerYear);
    Checks.denominator("volatility", volatility, "0", "a volatility above 0");
    int side = Decimals.compare(price, stop);
    if (side == 0) {
      return 1;
    }
    if (days == 0) {
      return 0;
    }
    double time = days / periodsPerYear;
    double barrier = -Math.abs(Math.log(stop / price));
    double trend = side * (drift - volatility * volatility / 2);
    double width = volatility * Math.sqrt(time);
    double direct = Normal.probability((barrier - trend * time) / width);
    double reflected =
        scaledProbability(
            2 * trend * barrier / (volatility * volatility), (barrier + trend * time) / width);
    return Math.min(1, direct + reflected);
  }

  /** e^a·Φ(z) without overflow: for z far below 0 by the continued fraction of Mills' ratio. */
  private static double scaledProbability(double a, double z) {
    if (z > -10) {
      return Math.exp(a) * Normal.probability(z);
    }
    double ratio = -z;
    for (int k = 40; k >= 1; k--) {
      ratio = -z + k / ratio;
    }
    return Math.exp(a - z * z / 2) / (ratio * Math.sqrt(2 * Math.PI));
  }
}
