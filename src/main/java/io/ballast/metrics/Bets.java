package io.ballast.metrics;

import java.util.Arrays;

/** Uncorrelated sources of risk in a portfolio. */
public final class Bets {
  /** The fixed point of the minimum torsion is reached when its rows move less than this. */
  private static final double CONVERGED = 1e-15;

  /** Moves below this are rounding once they no longer shrink. */
  private static final double ROUNDING = 1e-9;

  /** Assets so nearly doubles that the iteration takes longer count as such. */
  private static final int MOST_ITERATIONS = 5000;

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
   *   <li>A singular covariance with minimum torsion, or one so nearly singular (correlations above
   *       about 0.999999) that its iteration does not end: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns one array per asset
   * @param weights one per asset; their scale does not matter
   * @param method the factors
   */
  public static double effective(double[][] returns, double[] weights, Method method) {
    Diversification.riskShares(returns, weights);
    double[] variances =
        method == Method.PRINCIPAL ? principal(returns, weights) : torsion(returns, weights);
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

  /**
   * Variances of the minimum-torsion bets. With C the correlation, c its symmetric root and d a
   * diagonal, q is the orthogonal polar factor of d·c and d the diagonal of q·c, from the identity
   * to a fixed point. The bets' returns are d·q·c⁻¹ times the standardised returns, so that the
   * bets of weights w with deviations s have the variances (q·c·s·w)².
   */
  private static double[] torsion(double[][] returns, double[] weights) {
    new StandardisedReturns(returns);
    int n = weights.length;
    double[][] root = power(Correlation.matrix(returns, Correlation.Method.PEARSON), 0.5);
    double[] d = new double[n];
    Arrays.fill(d, 1);
    double[][] q = null;
    double change = Double.POSITIVE_INFINITY;
    double before;
    int iterations = 0;
    do {
      if (++iterations > MOST_ITERATIONS) {
        throw StandardisedReturns.singular();
      }
      q = polar(d, root);
      before = change;
      change = 0;
      for (int i = 0; i < n; i++) {
        double next = Vectors.dot(q[i], root[i]);
        change = Math.max(change, Math.abs(next - d[i]));
        d[i] = next;
      }
    } while (change > CONVERGED && (change < before || change > ROUNDING));
    double[] deviations = Covariance.deviations(returns);
    double[] standard = new double[n];
    for (int i = 0; i < n; i++) {
      standard[i] = weights[i] * deviations[i];
    }
    double[] rooted = Vectors.multiply(root, standard);
    double[] variances = new double[n];
    for (int i = 0; i < n; i++) {
      double exposure = Vectors.dot(q[i], rooted);
      variances[i] = exposure * exposure;
    }
    return variances;
  }

  /** The orthogonal factor of diag(d)·root, (d·root·root·d)^(−½)·d·root. */
  private static double[][] polar(double[] d, double[][] root) {
    int n = d.length;
    double[][] scaled = new double[n][n];
    double[][] square = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i][j] = d[i] * root[i][j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        square[i][j] = Vectors.dot(scaled[i], scaled[j]);
        square[j][i] = square[i][j];
      }
    }
    double[][] inverse = power(square, -0.5);
    double[][] q = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          q[i][j] += inverse[i][k] * scaled[k][j];
        }
      }
    }
    return q;
  }

  private static double[][] power(double[][] symmetric, double exponent) {
    PrincipalComponents components = PrincipalComponents.of(symmetric);
    int n = symmetric.length;
    double[][] result = new double[n][n];
    for (int k = 0; k < n; k++) {
      double value = Math.pow(components.values()[k], exponent);
      double[] vector = components.vectors()[k];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          result[i][j] += value * vector[i] * vector[j];
        }
      }
    }
    return result;
  }
}
