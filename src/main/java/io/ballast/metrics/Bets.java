package io.ballast.metrics;

/** Uncorrelated sources of risk in a portfolio. */
public final class Bets {
  /** How assets are turned into uncorrelated factors. */
  public enum Method {
    /** The uncorrelated factors closest to the assets (Meucci, Santangelo and Deguest 2015). */
    MINIMUM_TORSION,
    /** The eigenvectors of the covariance. */
    PRINCIPAL
  }

  private Bets() {}

  /**
   * Effective number of bets: exp(−Σ p·ln p), p the shares of the portfolio's variance that
   * uncorrelated factors carry (Meucci, Santangelo and Deguest 2015).
   *
   * <ul>
   *   <li>1 when one factor carries all the risk, n when all carry as much.
   *   <li>Fewer than two periods, or a portfolio without risk: {@link Failure#UNDEFINED}.
   *   <li>A singular covariance with minimum torsion, one whose correlations determine an asset to
   *       1e-13 of its variance: {@link Failure#OUT_OF_DOMAIN}.
   *   <li>Rounding of near doubles, correlations ρ with minimum torsion, grows as 1e-16/√(1−ρ): ten
   *       digits are left at 1−ρ of 1e-11.
   * </ul>
   *
   * @param returns one array per asset
   * @param weights one per asset; their scale does not matter
   * @param method the factors
   */
  public static double effective(double[][] returns, double[] weights, Method method) {
    Diversification.riskShares(returns, weights);
    double[] variances =
        method == Method.PRINCIPAL
            ? principal(returns, weights)
            : MinimumTorsion.variances(returns, weights);
    double total = Statistics.sum(variances);
    double entropy = 0;
    for (double v : variances) {
      if (v > 0) {
        entropy -= v / total * Math.log(v / total);
      }
    }
    return Math.exp(entropy);
  }

  /**
   * Absorption ratio: share of the total variance in the first eigenvectors of the covariance
   * (Kritzman, Li, Page and Rigobon 2011).
   *
   * <ul>
   *   <li>Fewer than two periods, or no variance: {@link Failure#UNDEFINED}.
   *   <li>A count that is not a whole number from 1 to the number of assets: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns one array per asset
   * @param components eigenvectors, {@code NaN} for a fifth of the assets, rounded up
   */
  public static double absorptionRatio(double[][] returns, double components) {
    double[][] covariance = Covariance.sample(returns);
    int n = covariance.length;
    int first = Double.isNaN(components) ? (n + 4) / 5 : Checks.whole("components", components, 1);
    if (first > n) {
      throw MetricException.domain("components", components, "at most the number of assets");
    }
    double total = 0;
    for (int i = 0; i < n; i++) {
      total += covariance[i][i];
    }
    Checks.denominator("returns_matrix", total, "constant series", "returns that vary");
    double[] values = PrincipalComponents.of(covariance).values();
    double absorbed = 0;
    for (int i = 0; i < first; i++) {
      absorbed += Math.max(0, values[i]);
    }
    return Math.min(1, absorbed / total);
  }

  private static double[] principal(double[][] returns, double[] weights) {
    PrincipalComponents components = PrincipalComponents.of(Covariance.sample(returns));
    double[] variances = new double[weights.length];
    for (int i = 0; i < variances.length; i++) {
      double exposure = Vectors.dot(components.vectors()[i], weights);
      variances[i] = exposure * exposure * Math.max(0, components.values()[i]);
    }
    return variances;
  }
}
