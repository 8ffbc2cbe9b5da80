package io.ballast.metrics;

/**
 * Covariance matrices of asset returns.
 *
 * <p>Everywhere in this room a returns matrix is one array per asset, all of the same length.
 */
public final class Covariance {
  /** The decay of RiskMetrics (1996) for daily data. */
  static final double LAMBDA = 0.94;

  /** How a covariance matrix is estimated. */
  public enum Method {
    /** Σ(x−m)(y−n)/(n−1). */
    SAMPLE,
    /** v_1 = x_1·y_1, v_t = 0.94·v_{t−1} + 0.06·x_t·y_t, zero mean (RiskMetrics 1996). */
    EWMA,
    /**
     * The covariance with divisor n, shrunk towards the identity scaled to its mean variance, by
     * the share that minimises the expected squared error (Ledoit and Wolf 2004).
     */
    LEDOIT_WOLF
  }

  private Covariance() {}

  /**
   * Covariance matrix, times k.
   *
   * <ul>
   *   <li>Fewer than two periods: {@link Failure#UNDEFINED} (EWMA: fewer than one).
   *   <li>A constant asset has covariances of exactly 0 in the sample estimate.
   * </ul>
   *
   * @param returns one array per asset, decimals
   * @param method the estimate
   * @param periodsPerYear k, above 0; 1 for a per-period matrix
   */
  public static double[][] matrix(double[][] returns, Method method, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double[][] matrix =
        switch (method) {
          case SAMPLE -> sample(returns);
          case EWMA -> ewma(returns);
          case LEDOIT_WOLF -> ledoitWolf(returns);
        };
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= periodsPerYear;
      }
    }
    return matrix;
  }

  /** Sample covariance matrix per period; see {@link Method#SAMPLE}. */
  public static double[][] sample(double[][] returns) {
    requirePeriods(returns, 2);
    double[][] matrix = CrossProducts.of(returns, centres(returns));
    double divisor = returns[0].length - 1;
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] /= divisor;
      }
    }
    return matrix;
  }

  /** Sample standard deviation of each asset, exactly 0 for a constant one. */
  public static double[] deviations(double[][] returns) {
    requirePeriods(returns, 2);
    double[] deviations = new double[returns.length];
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = Statistics.standardDeviation(returns[i]);
    }
    return deviations;
  }

  /** Requires at least one asset and so many periods. */
  static void requirePeriods(double[][] returns, int periods) {
    if (returns.length == 0 || returns[0].length < periods) {
      int found = returns.length == 0 ? 0 : returns[0].length;
      throw new MetricException(
          Failure.UNDEFINED,
          "returns_matrix",
          found + (found == 1 ? " complete row" : " complete rows"),
          "at least " + periods);
    }
  }

  private static double[][] ewma(double[][] returns) {
    requirePeriods(returns, 1);
    int n = returns.length;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = ewma(returns[i], returns[j], LAMBDA);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  /** Exponentially weighted second moment; see {@link Method#EWMA}. */
  static double ewma(double[] x, double[] y, double lambda) {
    double v = x[0] * y[0];
    for (int t = 1; t < x.length; t++) {
      v = lambda * v + (1 - lambda) * x[t] * y[t];
    }
    return v;
  }

  private static double[][] ledoitWolf(double[][] returns) {
    double[][] matrix = sample(returns);
    int n = returns.length;
    int periods = returns[0].length;
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] *= (periods - 1.0) / periods;
        squares += matrix[i][j] * matrix[i][j];
      }
      trace += matrix[i][i];
    }
    double mean = trace / n;
    double distance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double d = matrix[i][j] - (i == j ? mean : 0);
        distance += d * d;
      }
    }
    double[] norms = new double[periods];
    for (double[] asset : returns) {
      Centre centre = Centre.of(asset);
      for (int t = 0; t < periods; t++) {
        double d = centre.deviation(asset[t]);
        norms[t] += d * d;
      }
    }
    double fourth = 0;
    for (double norm : norms) {
      fourth += norm * norm;
    }
    double error = Math.max(0, (fourth / periods - squares) / periods);
    double share = distance == 0 ? 0 : Math.min(1, error / distance);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = (1 - share) * matrix[i][j] + (i == j ? share * mean : 0);
      }
    }
    return matrix;
  }

  private static Centre[] centres(double[][] returns) {
    Centre[] centres = new Centre[returns.length];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = Centre.of(returns[i]);
    }
    return centres;
  }
}
