package io.ballast.metrics;

/** Compound growth per unit of drawdown. */
public final class DrawdownRatios {
  private DrawdownRatios() {}

  /**
   * Calmar ratio over the whole series, compound annual growth rate over maximum drawdown (Young
   * 1991).
   *
   * <ul>
   *   <li>No returns, or no drawdown: {@link Failure#UNDEFINED}.
   *   <li>A return of −1 or less: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns simple returns per period, decimals
   * @param periodsPerYear k, above 0
   */
  public static double calmar(double[] returns, double periodsPerYear) {
    double growth = Returns.cagr(returns, periodsPerYear);
    return growth / drawdown(Drawdown.maximum(returns));
  }

  /**
   * Martin ratio, (CAGR−rf)/ulcer index (Martin and McCann 1989).
   *
   * <ul>
   *   <li>No returns, or no drawdown: {@link Failure#UNDEFINED}. A return of −1 or less: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns simple returns per period, decimals
   * @param riskFree rf of each period, as many; its annual rate is Π(1+rf)^(k/n)−1
   * @param periodsPerYear k, above 0
   */
  public static double martin(double[] returns, double[] riskFree, double periodsPerYear) {
    return excessGrowth(returns, riskFree, periodsPerYear) / drawdown(Drawdown.ulcerIndex(returns));
  }

  /** Pain ratio, (CAGR−rf)/pain index; arguments and edge cases as {@link #martin}. */
  public static double painRatio(double[] returns, double[] riskFree, double periodsPerYear) {
    return excessGrowth(returns, riskFree, periodsPerYear) / drawdown(Drawdown.painIndex(returns));
  }

  /**
   * Burke ratio, (CAGR−rf)/√Σdepth² over the distinct drawdowns (Burke 1994); arguments and edge
   * cases as {@link #martin}.
   */
  public static double burke(double[] returns, double[] riskFree, double periodsPerYear) {
    double growth = excessGrowth(returns, riskFree, periodsPerYear);
    double squares = 0;
    for (Drawdown.Spell spell : Drawdown.spells(returns)) {
      squares += spell.depth() * spell.depth();
    }
    return growth / drawdown(Math.sqrt(squares));
  }

  private static double excessGrowth(double[] returns, double[] riskFree, double periodsPerYear) {
    return Returns.cagr(returns, periodsPerYear) - Returns.cagr(riskFree, periodsPerYear);
  }

  private static double drawdown(double value) {
    return Checks.denominator("returns", value, "no drawdown", "returns with a drawdown");
  }

  /**
   * Sterling ratio over the whole series, CAGR/(maximum drawdown+excess) (Kestner 1996).
   *
   * <ul>
   *   <li>No returns, or a denominator of 0: {@link Failure#UNDEFINED}. A return of −1 or less, an
   *       excess below 0: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns simple returns per period, decimals
   * @param excess what is added to the drawdown, 0.1 by custom
   * @param periodsPerYear k, above 0
   */
  public static double sterling(double[] returns, double excess, double periodsPerYear) {
    if (!(excess >= 0)) {
      throw MetricException.domain("excess", excess, "a number of 0 or more");
    }
    double growth = Returns.cagr(returns, periodsPerYear);
    return growth / drawdown(Drawdown.maximum(returns) + excess);
  }
}
