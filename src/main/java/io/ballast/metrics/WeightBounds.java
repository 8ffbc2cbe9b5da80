package io.ballast.metrics;

import java.util.Arrays;

/**
 * Bounds on every weight of a portfolio whose weights sum to 1.
 *
 * @param min smallest weight, below 0 for shorts
 * @param max largest weight
 */
public record WeightBounds(double min, double max) {
  private static final double WIDEST = 1e6;

  /** No shorts and no leverage. */
  public static final WeightBounds LONG_ONLY = new WeightBounds(0, 1);

  /**
   * @throws MetricException if a bound is not a finite number of a sensible size, or min exceeds
   *     max
   */
  public WeightBounds {
    if (!(Math.abs(min) <= WIDEST)) {
      throw MetricException.domain("min_weight", min, "a weight from -1000000 to 1000000");
    }
    if (!(Math.abs(max) <= WIDEST)) {
      throw MetricException.domain("max_weight", max, "a weight from -1000000 to 1000000");
    }
    if (min > max) {
      throw MetricException.domain("min_weight", min, "at most max_weight, " + Numbers.plain(max));
    }
  }

  /**
   * Requires that so many weights can sum to 1.
   *
   * @throws MetricException if they cannot ({@link Failure#OUT_OF_DOMAIN})
   */
  void requireFeasible(int assets) {
    if (Decimals.compare(assets * min, 1) > 0) {
      throw MetricException.domain(
          "min_weight", min, "at most 1/" + assets + ": the weights of all assets sum to 1");
    }
    if (Decimals.compare(assets * max, 1) < 0) {
      throw MetricException.domain(
          "max_weight", max, "at least 1/" + assets + ": the weights of all assets sum to 1");
    }
  }

  /** Whether equal weights are the only ones allowed. */
  boolean admitOnlyEqualWeights(int assets) {
    return assets == 1
        || Decimals.compare(assets * min, 1) == 0
        || Decimals.compare(assets * max, 1) == 0;
  }

  static double[] equalWeights(int assets) {
    double[] weights = new double[assets];
    Arrays.fill(weights, 1.0 / assets);
    return weights;
  }

  /** The weights with the greatest Σ w·value; equal values share alike. */
  double[] greatest(double[] values) {
    int n = values.length;
    double[] weights = new double[n];
    Arrays.fill(weights, min);
    double left = 1 - n * min;
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int k = n - 1; k >= 0 && left > 0; ) {
      int from = k;
      while (from > 0 && sorted[from - 1] == sorted[k]) {
        from--;
      }
      int tied = k - from + 1;
      double each = Math.min(max - min, left / tied);
      for (int i = 0; i < n; i++) {
        weights[i] += values[i] == sorted[k] ? each : 0;
      }
      left -= each * tied;
      k = from - 1;
    }
    return weights;
  }

  /**
   * The weights of a solution, those at a bound exactly there and the rest so that the sum is 1.
   *
   * @param n the assets, whose weights come first among the variables and whose lower and upper
   *     bounds come first among the inequalities
   */
  double[] settle(int n, InteriorPoint.Solution solution) {
    double[] weights = Arrays.copyOf(solution.x(), n);
    boolean[] free = new boolean[n];
    int many = 0;
    for (int i = 0; i < n; i++) {
      if (solution.slacks()[i] < solution.multipliers()[i]) {
        weights[i] = min;
      } else if (solution.slacks()[n + i] < solution.multipliers()[n + i]) {
        weights[i] = max;
      } else {
        free[i] = true;
        many++;
      }
    }
    double missing = 1 - Statistics.sum(weights);
    for (int i = 0; i < n; i++) {
      if (free[i]) {
        weights[i] = Math.max(min, Math.min(max, weights[i] + missing / many));
      }
    }
    return weights;
  }
}
