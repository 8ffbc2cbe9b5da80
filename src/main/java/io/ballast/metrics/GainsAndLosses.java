package io.ballast.metrics;

/** Gains set against losses. */
public final class GainsAndLosses {
  private GainsAndLosses() {}

  /**
   * Gain to pain, Σr/Σ|min(r,0)| (Schwager 2012); no loss: {@link Failure#UNDEFINED}.
   *
   * @param returns returns per period, decimals
   */
  public static double gainToPain(double[] returns) {
    double losses = losses(returns);
    return Statistics.sum(returns) / (losses * returns.length);
  }

  /**
   * Profit factor, Σmax(r,0)/Σ|min(r,0)|; no loss: {@link Failure#UNDEFINED}.
   *
   * @param returns returns per period, decimals, or results of trades
   */
  public static double profitFactor(double[] returns) {
    return Volatility.upperPartialMoment(returns, 0) / losses(returns);
  }

  private static double losses(double[] returns) {
    return Checks.denominator(
        "returns",
        Volatility.lowerPartialMoment(returns, 0, 1),
        "no loss",
        "at least one return below 0");
  }

  /**
   * Win rate, the share of returns above 0 among all; no returns: {@link Failure#UNDEFINED}.
   *
   * @param returns returns per period, decimals, or results of trades
   */
  public static double winRate(double[] returns) {
    Checks.atLeast(1, "returns", returns);
    return (double) above(returns, 0) / returns.length;
  }

  private static int above(double[] values, double level) {
    int count = 0;
    for (double v : values) {
      count += v > level ? 1 : 0;
    }
    return count;
  }

  /**
   * Payoff ratio, the mean of gains over the mean size of losses; without a gain or without a loss:
   * {@link Failure#UNDEFINED}.
   *
   * @param returns returns per period, decimals, or results of trades
   */
  public static double payoffRatio(double[] returns) {
    double losses = losses(returns);
    int gains = above(returns, 0);
    if (gains == 0) {
      throw MetricException.zero("returns", "no gain", "at least one return above 0");
    }
    int losing = 0;
    for (double r : returns) {
      losing += r < 0 ? 1 : 0;
    }
    return Volatility.upperPartialMoment(returns, 0) / gains / (losses / losing);
  }

  /**
   * Tail ratio, |q_c|/|q_{1−c}| of the returns' quantiles (type 7).
   *
   * <ul>
   *   <li>No returns, or a lower quantile of 0: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param confidence c, above 0.5 and below 1
   */
  public static double tailRatio(double[] returns, double confidence) {
    Checks.confidence(confidence);
    Checks.atLeast(1, "returns", returns);
    double lower = Math.abs(Quantiles.of(returns, 1 - confidence));
    Checks.denominator("returns", lower, "a lower quantile of 0", "a lower quantile other than 0");
    return Math.abs(Quantiles.of(returns, confidence)) / lower;
  }

  /**
   * Rachev ratio, the mean of the best share β of returns over the historical expected shortfall of
   * the worst share α (Biglova, Ortobelli, Rachev and Stoyanov 2004). The return at a boundary
   * counts by its fraction.
   *
   * <ul>
   *   <li>No returns, or a shortfall of 0: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param alpha the share of worst returns, above 0 and below 1
   * @param beta the share of best returns, above 0 and below 1
   */
  public static double rachev(double[] returns, double alpha, double beta) {
    Checks.share("alpha", alpha);
    Checks.share("beta", beta);
    Checks.atLeast(1, "returns", returns);
    int n = returns.length;
    double[] losses = new double[n];
    for (int i = 0; i < n; i++) {
      losses[i] = -returns[i];
    }
    double worst = -TailRisk.meanOfLeast(returns, alpha * n);
    Checks.denominator("returns", worst, "a shortfall of 0", "a shortfall other than 0");
    return -TailRisk.meanOfLeast(losses, beta * n) / worst;
  }
}
