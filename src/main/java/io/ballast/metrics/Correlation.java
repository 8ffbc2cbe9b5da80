package io.ballast.metrics;

import java.util.Arrays;
import org.apache.commons.math3.special.Beta;

/** Correlation of two series and of many. */
public final class Correlation {
  /** Which correlation coefficient. */
  public enum Method {
    /** Σ(x−m)(y−n)/√(Σ(x−m)²·Σ(y−n)²). */
    PEARSON,
    /** Pearson's coefficient of the ranks, ties at their mean rank (Spearman 1904). */
    SPEARMAN,
    /** τ-b: concordant less discordant pairs, corrected for ties (Kendall 1945). */
    KENDALL
  }

  private Correlation() {}

  /**
   * Correlation matrix.
   *
   * <ul>
   *   <li>Fewer than two periods, or a constant asset: {@link Failure#UNDEFINED}.
   *   <li>The diagonal is exactly 1.
   * </ul>
   *
   * @param returns one array per asset
   * @param method the coefficient
   */
  public static double[][] matrix(double[][] returns, Method method) {
    Covariance.requirePeriods(returns, 2);
    int n = returns.length;
    for (int i = 0; i < n; i++) {
      if (Statistics.isConstant(returns[i])) {
        throw MetricException.zero(
            "returns_matrix", "a constant series in column " + (i + 1), "returns that vary");
      }
    }
    return switch (method) {
      case PEARSON -> pearson(returns);
      case SPEARMAN -> {
        double[][] ranks = new double[n][];
        for (int i = 0; i < n; i++) {
          ranks[i] = ranks(returns[i]);
        }
        yield pearson(ranks);
      }
      case KENDALL -> {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
          matrix[i][i] = 1;
          for (int j = 0; j < i; j++) {
            matrix[i][j] = kendall(returns[i], returns[j]);
            matrix[j][i] = matrix[i][j];
          }
        }
        yield matrix;
      }
    };
  }

  /**
   * Mean of the correlations off the diagonal (Pearson).
   *
   * <ul>
   *   <li>Fewer than two assets or periods, or a constant asset: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns one array per asset
   */
  public static double average(double[][] returns) {
    Covariance.requirePeriods(returns, 2);
    int n = returns.length;
    if (n < 2) {
      throw new MetricException(Failure.UNDEFINED, "returns_matrix", "one asset", "at least 2");
    }
    double[][] matrix = matrix(returns, Method.PEARSON);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        sum += matrix[i][j];
      }
    }
    return sum * 2 / ((double) n * (n - 1));
  }

  /**
   * Pearson correlation of two series, Σ(x−m)(y−n)/√(Σ(x−m)²·Σ(y−n)²), from −1 to 1.
   *
   * <ul>
   *   <li>Fewer than two pairs, or a constant series: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param x values
   * @param y as many
   */
  public static double pearson(double[] x, double[] y) {
    Checks.sameLength("y", y, "x", x);
    Checks.varying("x", x);
    Checks.varying("y", y);
    double xx = Statistics.sumOfProducts(x, x);
    double yy = Statistics.sumOfProducts(y, y);
    return bounded(Statistics.sumOfProducts(x, y) / Math.sqrt(xx * yy));
  }

  /**
   * Two-sided p value of a Pearson correlation: r·√((n−2)/(1−r²)) ~ Student's t with n−2 degrees of
   * freedom (Fisher 1915).
   *
   * <ul>
   *   <li>Fewer than three pairs, or a constant series: {@link Failure#UNDEFINED}.
   *   <li>A perfect correlation has a p value of 0.
   * </ul>
   *
   * @param x values
   * @param y as many
   */
  public static double pValue(double[] x, double[] y) {
    double r = pearson(x, y);
    Checks.atLeast(3, "x", x);
    double unexplained = (1 - r) * (1 + r);
    return unexplained <= 1e-15
        ? 0
        : Beta.regularizedBeta(unexplained, (x.length - 2) / 2.0, 0.5, 1e-15, 100_000);
  }

  /**
   * Exponentially weighted correlation with zero means, v_xy/√(v_xx·v_yy) with v_1 = x_1·y_1 and
   * v_t = λ·v_{t−1} + (1−λ)·x_t·y_t (RiskMetrics 1996).
   *
   * <ul>
   *   <li>No pair, or a series of zeros: {@link Failure#UNDEFINED}.
   *   <li>A decay outside 0..1: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param x returns per period
   * @param y as many
   * @param lambda decay per period
   */
  public static double ewma(double[] x, double[] y, double lambda) {
    Checks.sameLength("y", y, "x", x);
    Checks.probability("lambda", lambda);
    Checks.atLeast(1, "x", x);
    double product = Covariance.ewma(x, x, lambda) * Covariance.ewma(y, y, lambda);
    Checks.denominator("x", product, "a series of zeros", "returns that are not all 0");
    return bounded(Covariance.ewma(x, y, lambda) / Math.sqrt(product));
  }

  /**
   * Pearson correlation over the periods in which the market is below a threshold (Longin and
   * Solnik 2001).
   *
   * <ul>
   *   <li>Fewer than two such periods, or a series constant over them: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param x returns per period
   * @param market as many
   * @param threshold return per period
   */
  public static double downside(double[] x, double[] market, double threshold) {
    Checks.sameLength("market_returns", market, "x", x);
    int n = 0;
    double[] kept = new double[x.length];
    double[] below = new double[x.length];
    for (int t = 0; t < x.length; t++) {
      if (market[t] < threshold) {
        kept[n] = x[t];
        below[n++] = market[t];
      }
    }
    return pearson(Arrays.copyOf(kept, n), Arrays.copyOf(below, n));
  }

  private static double[][] pearson(double[][] series) {
    double[][] matrix = Covariance.sample(series);
    int n = matrix.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = bounded(matrix[i][j] / Math.sqrt(matrix[i][i] * matrix[j][j]));
        matrix[j][i] = matrix[i][j];
      }
    }
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 1;
    }
    return matrix;
  }

  private static double bounded(double correlation) {
    return Math.max(-1, Math.min(1, correlation));
  }

  /** Ranks from 1, ties at their mean rank. */
  private static double[] ranks(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      ranks[i] = (below(sorted, x[i]) + notAbove(sorted, x[i]) + 1) / 2.0;
    }
    return ranks;
  }

  /** How many of the sorted values are below v. */
  private static int below(double[] sorted, double v) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < v) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many of the sorted values are at most v. */
  private static int notAbove(double[] sorted, double v) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= v) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Kendall's τ-b in n·log n by counting the swaps of a merge sort (Knight 1966). */
  private static double kendall(double[] x, double[] y) {
    int n = x.length;
    double[] xs = x.clone();
    double[] ys = y.clone();
    Arrays.sort(xs);
    Arrays.sort(ys);
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = (long) below(xs, x[i]) * n + below(ys, y[i]);
    }
    Arrays.sort(keys);
    long tiedX = 0;
    long tiedBoth = 0;
    int runX = 0;
    int runBoth = 0;
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = (int) (keys[i] % n);
      runX = i > 0 && keys[i] / n == keys[i - 1] / n ? runX + 1 : 0;
      runBoth = i > 0 && keys[i] == keys[i - 1] ? runBoth + 1 : 0;
      tiedX += runX;
      tiedBoth += runBoth;
    }
    long tiedY = 0;
    int runY = 0;
    for (int i = 1; i < n; i++) {
      runY = ys[i] == ys[i - 1] ? runY + 1 : 0;
      tiedY += runY;
    }
    long pairs = (long) n * (n - 1) / 2;
    long swaps = swaps(order, new int[n], 0, n);
    double concordance = pairs - tiedX - tiedY + tiedBoth - 2 * swaps;
    return bounded(
        concordance / (Math.sqrt((double) (pairs - tiedX)) * Math.sqrt((double) (pairs - tiedY))));
  }

  private static long swaps(int[] values, int[] spare, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    long count = swaps(values, spare, from, middle) + swaps(values, spare, middle, to);
    System.arraycopy(values, from, spare, from, to - from);
    int left = from;
    int right = middle;
    for (int k = from; k < to; k++) {
      if (left < middle && (right >= to || spare[left] <= spare[right])) {
        values[k] = spare[left++];
      } else {
        values[k] = spare[right++];
        count += middle - left;
      }
    }
    return count;
  }
}
