package io.ballast.metrics;

/** Trades that bring a portfolio back to its targets. */
public final class Rebalancing {
  private Rebalancing() {}

  /**
   * Trade of each asset in currency: target·Σvalues − value, or 0 for an asset whose weight is
   * within the band of its target, compared in decimals.
   *
   * <ul>
   *   <li>Targets that sum to less than 1 leave the rest in cash.
   *   <li>Different lengths: {@link Failure#NOT_AVAILABLE}. A total value of 0: {@link
   *       Failure#UNDEFINED}. A negative band or total: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param values holdings in currency, negative for shorts
   * @param targets target weights, one per holding
   * @param band distance of a weight from its target that is left alone
   * @return above 0 to buy, below 0 to sell
   */
  public static double[] trades(double[] values, double[] targets, double band) {
    Checks.sameLength("target_weights", targets, "values", values);
    Checks.notNegative("band", band);
    double total = Statistics.sum(values);
    Checks.denominator("values", total, "a total of 0", "a total above 0");
    Checks.positive("values", total);
    double[] trades = new double[values.length];
    for (int i = 0; i < trades.length; i++) {
      double weight = values[i] / total;
      boolean within =
          Decimals.compare(weight, targets[i] + band) <= 0
              && Decimals.compare(weight, targets[i] - band) >= 0;
      trades[i] = within ? 0 : targets[i] * total - values[i];
    }
    return trades;
  }
}
