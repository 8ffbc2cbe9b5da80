package io.ballast.metrics;

/** How many units to buy or sell, and what a trade is worth in units of its risk. */
public final class PositionSizing {
  private PositionSizing() {}

  /**
   * Units such that a stopped trade loses the chosen share of equity, both fees included:
   * equity·risk/(|entry−stop| + fee·(entry+stop)), at most equity/(entry·(1/leverage + fee)),
   * rounded down to the lot in decimals.
   *
   * <ul>
   *   <li>A stop above the entry is a short: the units are negative.
   *   <li>No distance and no fee: {@link Failure#UNDEFINED}. Prices not above 0, a risk outside
   *       0..1, a negative fee or lot, a leverage not above 0: {@link Failure#OUT_OF_DOMAIN}.
   *   <li>Less than one lot is 0.
   * </ul>
   *
   * @param equity account value in currency, above 0
   * @param riskPerTrade share of equity lost at the stop, 0 to 1
   * @param entry entry price, above 0
   * @param stop stop price, above 0
   * @param feeRate fee as a share of the value traded, paid at entry and at exit
   * @param lotSize smallest tradable step in units, 0 for none
   * @param maxLeverage largest value of the position over equity
   * @return units, negative for a short
   */
  public static double units(
      double equity,
      double riskPerTrade,
      double entry,
      double stop,
      double feeRate,
      double lotSize,
      double maxLeverage) {
    Domain.positive("equity", equity);
    Domain.probability("risk_per_trade", riskPerTrade);
    Domain.positive("entry", entry);
    Domain.positive("stop", stop);
    Domain.share("fee_rate", feeRate);
    Domain.notNegative("lot_size", lotSize);
    Domain.positive("max_leverage", maxLeverage);
    int side = Decimals.compare(entry, stop);
    double distance = side == 0 ? 0 : Math.abs(entry - stop);
    double lossPerUnit = distance + feeRate * (entry + stop);
    if (lossPerUnit == 0) {
      throw MetricException.zero("stop", "the entry price", "a stop away from the entry");
    }
    double affordable = equity / (entry * (1 / maxLeverage + feeRate));
    double units = Math.min(equity * riskPerTrade / lossPerUnit, affordable);
    double whole = lotSize > 0 ? Decimals.roundDown(units, lotSize) : units;
    return side < 0 && whole > 0 ? -whole : whole;
  }

  /**
   * Weight that brings a volatile asset to a target volatility: min(max, target/(s·√k)) (Moreira
   * and Muir 2017).
   *
   * <ul>
   *   <li>Fewer than two returns, or a constant series: {@link Failure#UNDEFINED}.
   *   <li>A negative target, or a maximum not above 0: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param targetVolatility annual, decimal, 0 or above
   * @param maxWeight the largest weight, above 0
   * @param periodsPerYear k, above 0
   */
  public static double volatilityTarget(
      double[] returns, double targetVolatility, double maxWeight, double periodsPerYear) {
    Domain.notNegative("target_volatility", targetVolatility);
    Domain.positive("max_weight", maxWeight);
    Rates.checkPeriodsPerYear(periodsPerYear);
    Domain.atLeast("returns", returns.length, 2);
    double volatility = Statistics.standardDeviation(returns) * Math.sqrt(periodsPerYear);
    if (volatility == 0) {
      throw MetricException.zero("returns", "a constant series", "returns that vary");
    }
    return Math.min(maxWeight, targetVolatility / volatility);
  }
}
