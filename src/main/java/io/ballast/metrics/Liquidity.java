package io.ballast.metrics;

/** How fast and at what cost a holding can be sold. */
public final class Liquidity {
  private Liquidity() {}

  /**
   * Days to sell: quantity/(average volume·participation).
   *
   * <ul>
   *   <li>No volume: {@link Failure#UNDEFINED}. A negative quantity or volume, a participation not
   *       above 0 and at most 1: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param quantity to sell
   * @param averageVolume traded per day, in the same unit
   * @param participation share of the volume that may be ours
   */
  public static double days(double quantity, double averageVolume, double participation) {
    Checks.notNegative("quantity", quantity);
    Checks.notNegative("average_volume", averageVolume);
    if (!(participation > 0 && participation <= 1)) {
      throw MetricException.domain("participation", participation, "above 0 and at most 1");
    }
    Checks.denominator("average_volume", averageVolume, "0", "a volume above 0");
    return quantity / (averageVolume * participation);
  }

  /**
   * Illiquidity: the mean of |r|/value traded (Amihud 2002).
   *
   * <ul>
   *   <li>No observation, or a period with zero value traded: {@link Failure#UNDEFINED}. A negative
   *       value: {@link Failure#OUT_OF_DOMAIN}. Different lengths: {@link Failure#NOT_AVAILABLE}.
   * </ul>
   *
   * @param returns returns per period
   * @param valueTraded in currency, per period
   */
  public static double amihud(double[] returns, double[] valueTraded) {
    Checks.sameLength("value_traded", valueTraded, "returns", returns);
    Checks.atLeast(1, "returns", returns);
    double[] impact = new double[returns.length];
    for (int t = 0; t < impact.length; t++) {
      Checks.notNegative("value_traded", valueTraded[t]);
      Checks.denominator("value_traded", valueTraded[t], "0", "a value above 0 in each period");
      impact[t] = Math.abs(returns[t]) / valueTraded[t];
    }
    return Statistics.mean(impact);
  }
}
