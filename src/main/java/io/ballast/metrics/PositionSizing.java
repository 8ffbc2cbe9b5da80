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
    Checks.positive("equity", equity);
    Checks.probability("risk_per_trade", riskPerTrade);
    Checks.positive("entry", entry);
    Checks.positive("stop", stop);
    Checks.belowOne("fee_rate", feeRate);
    Checks.notNegative("lot_size", lotSize);
    Checks.positive("max_leverage", maxLeverage);
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
    Checks.notNegative("target_volatility", targetVolatility);
    Checks.positive("max_weight", maxWeight);
    Checks.varying("returns", returns);
    return Math.min(maxWeight, targetVolatility / Volatility.volatility(returns, periodsPerYear));
  }

  /**
   * How far a price is from the entry in units of the risk taken: (price−entry)/(entry−stop), the
   * reward-to-risk ratio of a target or the R multiple of an exit (Tharp 1998). Works for shorts
   * too, whose stop is above the entry.
   *
   * <ul>
   *   <li>Entry and stop equal: {@link Failure#UNDEFINED}. A price not above 0: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param entry entry price
   * @param stop stop price
   * @param argument the name of the price, for the message
   * @param price target or exit price
   */
  public static double multipleOfRisk(double entry, double stop, String argument, double price) {
    Checks.positive("entry", entry);
    Checks.positive("stop", stop);
    Checks.positive(argument, price);
    return (price - entry) / risk(entry, stop);
  }

  /** Entry less stop, which must not be 0. */
  static double risk(double entry, double stop) {
    if (Decimals.compare(entry, stop) == 0) {
      throw MetricException.zero("stop", "the entry price", "a stop away from the entry");
    }
    return entry - stop;
  }

  /** How a leveraged contract settles. */
  public enum Contract {
    /** Margin and profit in the quote currency; maintenance on the value at liquidation. */
    LINEAR,
    /** Margin and profit in the coin; maintenance on the value at entry. */
    INVERSE
  }

  /**
   * Liquidation price of a position with isolated margin, an estimate: venues add fees, tiers and
   * mark prices.
   *
   * <ul>
   *   <li>Linear: long E(1−1/L)/(1−m), short E(1+1/L)/(1+m). Inverse: long E·L/(L(1−m)+1), short
   *       E·L/(L(1+m)−1).
   *   <li>Never liquidated, because the price would have to be 0 or below, or infinite: {@link
   *       Failure#NOT_AVAILABLE}.
   *   <li>Entry or leverage not above 0, a margin outside 0 to below 1, leverage·margin of 1 or
   *       more (liquidated at once): {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param entry E, entry price
   * @param leverage L, position value over margin
   * @param maintenanceMargin m, share of the position value
   * @param side long or short
   * @param contract linear or inverse
   */
  public static double liquidationPrice(
      double entry, double leverage, double maintenanceMargin, Side side, Contract contract) {
    Checks.positive("entry", entry);
    Checks.positive("leverage", leverage);
    Checks.belowOne("maintenance_margin", maintenanceMargin);
    if (Decimals.compare(leverage * maintenanceMargin, 1) >= 0) {
      throw MetricException.domain(
          "maintenance_margin", maintenanceMargin, "less than 1/leverage: liquidated at once");
    }
    int sign = side.sign();
    double price =
        contract == Contract.LINEAR
            ? entry * (1 - sign / leverage) / (1 - sign * maintenanceMargin)
            : entry * leverage / (leverage * (1 - sign * maintenanceMargin) + sign);
    if (!(price > 0) || Double.isInfinite(price)) {
      throw new MetricException(
          Failure.NOT_AVAILABLE,
          "leverage",
          Numbers.plain(leverage),
          "a leverage at which this position can be liquidated");
    }
    return price;
  }
}
