package io.ballast.metrics;

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
    double h = (x.length - 1) * p;
    int below = (int) h;
    double[] around = Selection.ranks(x, below, Math.min(below + 1, x.length - 1));
    return around[0] + (h - below) * (around[around.length - 1] - around[0]);
  }
}
