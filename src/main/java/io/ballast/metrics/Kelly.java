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
    Domain.probability("win_probability", winProbability);
    Domain.positive("payoff_ratio", payoffRatio);
    Domain.notNegative("fraction", fraction);
    return fraction * (winProbability - (1 - winProbability) / payoffRatio);
  }
}
