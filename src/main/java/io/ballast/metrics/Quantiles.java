package io.ballast.metrics;

import java.util.Arrays;

/** Quantiles of type 7 (Hyndman and Fan 1996), as {@code PERCENTILE.INC} gives them. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The quantile at h = (n−1)p, linear between the order statistics.
   *
   * @param x at least one value, in any order
   * @param p a probability from 0 to 1
   */
  public static double of(double[] x, double p) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, p);
  }

  /** As {@link #of}, of values already sorted. */
  static double ofSorted(double[] sorted, double p) {
    double h = (sorted.length - 1) * p;
    int below = (int) h;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
  }
}
