package io.ballast.metrics;

/** Growth-optimal betting and the risk that comes with it. */
public final class Kelly {
  private Kelly() {}

  /**
   * Kelly fraction of a bet: fraction·(p − (1−p)/b) (Kelly 1956).
   *
   * <ul>
   *   <li>Negative when the edge is: do not bet.
   *   <li>A probability outside 0..1, a payoff ratio not above 0, a negative fraction: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param winProbability p, 0 to 1
   * @param payoffRatio b, gain of a win over loss of a loss, above 0
   * @param fraction share of the full Kelly bet, 0.5 for half Kelly
   * @return share of capital
   */
  public static double fraction(double winProbability, double payoffRatio, double fraction) {
    Checks.probability("win_probability", winProbability);
    Checks.positive("payoff_ratio", payoffRatio);
    Checks.notNegative("fraction", fraction);
    return fraction * (winProbability - (1 - winProbability) / payoffRatio);
  }

  /**
   * Kelly fraction of an asset with normal returns: fraction·mean(x)/s²(x) of excess returns x
   * (Thorp 2006).
   *
   * <ul>
   *   <li>Fewer than two returns, or a constant series: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param excess excess returns per period, decimals
   * @param fraction share of the full Kelly bet
   * @return a weight, which may exceed 1 (leverage) or be negative (short)
   */
  public static double ofReturns(double[] excess, double fraction) {
    Checks.notNegative("fraction", fraction);
    Checks.varying("returns", excess);
    return fraction * Statistics.mean(excess) / Statistics.variance(excess);
  }

  /**
   * Kelly weights of several assets: fraction·Σ⁻¹·μ, μ the mean excess returns and Σ their sample
   * covariance (Thorp 2006).
   *
   * <ul>
   *   <li>Fewer than two periods: {@link Failure#UNDEFINED}. A singular covariance: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param excess excess returns per period, one array per asset
   * @param fraction share of the full Kelly bet
   * @return one weight per asset; they need not sum to 1
   */
  public static double[] weights(double[][] excess, double fraction) {
    Checks.notNegative("fraction", fraction);
    double[] weights = new StandardisedReturns(excess).inverseTimesMeans();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= fraction;
    }
    return weights;
  }

  /**
   * Optimal f: the f in 0..1 that maximises Π(1 + f·x/|worst loss|) (Vince 1990). The logarithm is
   * concave in f, so the root of its derivative is found by bisection to the last digit.
   *
   * <ul>
   *   <li>No result, or no loss among them: {@link Failure#UNDEFINED}.
   *   <li>No edge (a mean of 0 or less): 0.
   * </ul>
   *
   * @param results profits and losses of trades in any unit
   */
  public static double optimalF(double[] results) {
    Checks.atLeast(1, "results", results);
    double worst = 0;
    for (double x : results) {
      worst = Math.min(worst, x);
    }
    Checks.denominator("results", worst, "no loss", "at least one loss");
    if (Statistics.sum(results) <= 0) {
      return 0;
    }
    double low = 0;
    double high = 1;
    for (double f = 0.5; f > low && f < high; f = low + (high - low) / 2) {
      double slope = 0;
      for (double x : results) {
        double share = x / -worst;
        slope += share / (1 + f * share);
      }
      if (slope > 0) {
        low = f;
      } else {
        high = f;
      }
    }
    return low;
  }

  /**
   * Chance of ever having lost a share of the starting capital when betting c times Kelly in
   * continuous time: (1−loss)^(2/c − 1), and 1 from c = 2 on (Thorp 2006).
   *
   * <ul>
   *   <li>A multiple not above 0, a loss below 0, or 1 and above: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param kellyMultiple c, 1 for full Kelly
   * @param loss share of the starting capital
   */
  public static double lossProbability(double kellyMultiple, double loss) {
    Checks.positive("kelly_multiple", kellyMultiple);
    Checks.belowOne("loss", loss);
    return kellyMultiple >= 2 ? 1 : Math.pow(1 - loss, 2 / kellyMultiple - 1);
  }

  /**
   * Upper bound of the chance of ever losing a share of capital when each trade risks a fixed share
   * of it: (1−loss)^θ with θ above 0 such that p(1+bf)^−θ + (1−p)(1−f)^−θ = 1 (Lundberg's
   * inequality; Ethier 2010).
   *
   * <ul>
   *   <li>1 when the expected growth rate is 0 or less; 0 when no trade loses.
   *   <li>A probability outside 0..1, a payoff ratio not above 0, a risk not between 0 and 1, a
   *       loss below 0, or 1 and above: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param winProbability p
   * @param payoffRatio b, gain over loss
   * @param riskPerTrade f, share of capital lost in a losing trade
   * @param loss share of capital whose loss is feared
   */
  public static double riskOfRuin(
      double winProbability, double payoffRatio, double riskPerTrade, double loss) {
    double p = Checks.probability("win_probability", winProbability);
    Checks.positive("payoff_ratio", payoffRatio);
    Checks.share("risk_per_trade", riskPerTrade);
    Checks.belowOne("loss", loss);
    double gain = Math.log1p(payoffRatio * riskPerTrade);
    double setback = Math.log1p(-riskPerTrade);
    if (p * gain + (1 - p) * setback <= 0 || loss == 0) {
      return 1;
    }
    if (p == 1) {
      return 0;
    }
    double low = 0;
    double high = 1;
    while (lundberg(p, gain, setback, high) < 0) {
      low = high;
      high *= 2;
    }
    for (double theta = (low + high) / 2; theta > low && theta < high; theta = (low + high) / 2) {
      if (lundberg(p, gain, setback, theta) < 0) {
        low = theta;
      } else {
        high = theta;
      }
    }
    return Math.exp(low * Math.log1p(-loss));
  }

  private static double lundberg(double p, double gain, double setback, double theta) {
    return p * Math.expm1(-theta * gain) + (1 - p) * Math.expm1(-theta * setback);
  }

  /**
   * Expectancy of a trade in units of its risk: p·b − (1−p) (Tharp 1998).
   *
   * @param winProbability p, 0 to 1
   * @param payoffRatio b, above 0
   */
  public static double expectancy(double winProbability, double payoffRatio) {
    Checks.probability("win_probability", winProbability);
    Checks.positive("payoff_ratio", payoffRatio);
    return winProbability * payoffRatio - (1 - winProbability);
  }

  /**
   * Win rate at which a payoff ratio breaks even: 1/(1+b).
   *
   * @param payoffRatio b, above 0
   */
  public static double breakevenWinRate(double payoffRatio) {
    return 1 / (1 + Checks.positive("payoff_ratio", payoffRatio));
  }
}
